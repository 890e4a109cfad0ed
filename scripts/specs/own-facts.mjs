// What the services document of values and no schema in npm says, for types that serverless templates use: type →
// `Definition.Property`, or `Property` of the type itself → facts as in constraints.mjs. Each type has its source.

const vpcTenancy = ['default', 'dedicated'];
const volumeTypes = ['gp2', 'gp3', 'io1', 'io2', 'sc1', 'st1', 'standard'];
const endpointTypes = ['EDGE', 'PRIVATE', 'REGIONAL'];
const name = (most) => ({ pattern: '^[\\w+=,.@-]+$', minLength: 1, maxLength: most });
const securityGroupText = { pattern: '^[a-zA-Z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$', maxLength: 255 };
const bucketName = {
  pattern:
    '^(?!.*\\.\\.)(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9.-]*[a-z0-9](?<!-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)$',
  minLength: 3,
  maxLength: 63,
};
const balancerName = (notFirst) => ({
  pattern: `^(?!${notFirst})[a-zA-Z0-9-]+(?<!-)$`,
  minLength: 1,
  maxLength: 32,
});
const time = '([01]\\d|2[0-3]):[0-5]\\d';
const dailyWindow = { pattern: `^${time}-${time}$` };
const day = '([Mm][Oo][Nn]|[Tt][Uu][Ee]|[Ww][Ee][Dd]|[Tt][Hh][Uu]|[Ff][Rr][Ii]|[Ss][Aa][Tt]|[Ss][Uu][Nn])';
const weeklyWindow = { pattern: `^${day}:${time}-${day}:${time}$` };
const windows = { PreferredBackupWindow: dailyWindow, PreferredMaintenanceWindow: weeklyWindow };
// In two Availability Zones at least.
const zones = { SubnetIds: { minLength: 2 } };
const region = { pattern: '^[a-z]{2,4}(-[a-z]+)+-\\d+$' };
// -1 stands for all ports, or all types and codes of ICMP.
const port = { min: -1, max: 65535 };
const nestedStatements = { 'AndStatement.Statements': { minLength: 2 }, 'OrStatement.Statements': { minLength: 2 } };
const iotName = { pattern: '^[a-zA-Z0-9:_-]+$', minLength: 1, maxLength: 128 };
const bucketEvents = [
  ...['*', 'CompleteMultipartUpload', 'Copy', 'Post', 'Put'].map((event) => `ObjectCreated:${event}`),
  ...['*', 'Delete', 'DeleteMarkerCreated'].map((event) => `ObjectRemoved:${event}`),
  ...['*', 'Completed', 'Delete', 'Post'].map((event) => `ObjectRestore:${event}`),
  ...['*', 'Delete', 'Put'].map((event) => `ObjectTagging:${event}`),
  ...['*', 'Delete', 'DeleteMarkerCreated'].map((event) => `LifecycleExpiration:${event}`),
  ...[
    '*',
    'OperationFailedReplication',
    'OperationMissedThreshold',
    'OperationNotTracked',
    'OperationReplicatedAfterThreshold',
  ].map((event) => `Replication:${event}`),
  'IntelligentTiering',
  'LifecycleTransition',
  'ObjectAcl:Put',
  'ReducedRedundancyLostObject',
  'TestEvent',
].map((event) => `s3:${event}`);
// JSON to the schemas, and a map of texts to the services.
const mapOfTexts = { isMapOfTexts: true };
const stageName = { pattern: '^[a-zA-Z0-9_-]+$', maxLength: 128 };
const alarmActions = Object.fromEntries(
  ['AlarmActions', 'InsufficientDataActions', 'OKActions'].map((list) => [list, { items: { pattern: '^arn:' } }]),
);
// Of ids that CloudFront makes for policies.
const policyId = { pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' };
const cachePolicies = { CachePolicyId: policyId, OriginRequestPolicyId: policyId, ResponseHeadersPolicyId: policyId };
const graphName = { pattern: '^[_A-Za-z][_0-9A-Za-z]*$' };
// A family is an engine and its major version, without a hyphen between them where the engine is an open one.
const databaseFamily = {
  pattern:
    '^(?!postgresql|(aurora-|)(mysql|postgres|postgresql|mariadb)-\\d|(aurora-postgresql|postgres)1\\d\\.|(aurora-|)mysql\\d+\\.\\d+\\.)',
};
const metricName = { 'VisibilityConfig.MetricName': { pattern: '^[\\w#:./-]+$', minLength: 1, maxLength: 255 } };
// Some directories give ids without hyphens: aws-cdk issue 38827.
const principalId = {
  pattern: '^(([0-9a-f]{10}-|)[A-Fa-f0-9]{8}(-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}|[A-Fa-f0-9]{32})$',
  minLength: 1,
  maxLength: 47,
};
const mailEvents = [
  ...['bounce', 'click', 'complaint', 'delivery', 'deliveryDelay', 'open', 'reject', 'renderingFailure'],
  ...['send', 'subscription'],
];
const upperSnake = (text) => text.replace(/[A-Z]/g, '_$&').toUpperCase();
const numbers = (...values) => ({ values: values.map(String) });

const databaseName = { pattern: '^([a-zA-Z]\\w*)?$' };
const hostedType = { pattern: '^ml\\.' };
const arn = { pattern: '^arn:' };
const iamPath = { pattern: '^/([!-~]*/)?$', minLength: 1, maxLength: 512 };
// https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html
const buffer = (name, megabytes, seconds) => ({
  [`${name}.SizeInMBs`]: { min: 1, max: megabytes },
  [`${name}.IntervalInSeconds`]: { min: 0, max: seconds },
});
// https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
const listenerActions = {
  'RedirectConfig.StatusCode': { values: ['HTTP_301', 'HTTP_302'] },
  'FixedResponseConfig.StatusCode': { pattern: '^[245]\\d\\d$' },
};
const monitoringInterval = { values: ['0', '1', '5', '10', '15', '30', '60'] };
// What Cognito puts its code into.
const codeText = { pattern: '\\{####\\}' };
// From 1150 to 65535.
const databasePort = {
  pattern: '^(|11[5-9]\\d|1[2-9]\\d\\d|[2-9]\\d{3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5])$',
};
const certificateArn = { pattern: '^arn:[a-z-]+:(acm|iam):' };
const pipelineName = { pattern: '^[A-Za-z0-9.@_-]+$', minLength: 1, maxLength: 100 };
const inS3 = { pattern: '^s3://' };
const instanceStore = { pattern: '^ephemeral(1?\\d|2[0-3])$' };
const keyOrAlias = { pattern: '^[a-zA-Z0-9:/_-]+$' };
// RDS takes the names of engines in capital letters too.
const anyCase = (text) => text.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const oneOf = (...words) => ({ pattern: `^(${words.map(anyCase).join('|')})$` });
const ipProtocol = {
  pattern: `^(-1|\\d{1,3}|${['all', 'icmp', 'icmpv6', 'tcp', 'udp'].map(anyCase).join('|')})$`,
};
const httpMethod = oneOf('any', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put');
const loggingLevel = oneOf('error', 'info', 'off');
const databaseClass = { pattern: '^db\\.' };
const searchDomainName = { pattern: '^[a-z][a-z0-9-]+$', minLength: 3, maxLength: 28 };
const searchType = (service) => ({ pattern: `\\.${service}$` });
const cacheType = { pattern: '^cache\\.' };
const databaseStorage = ['aurora', 'aurora-iopt1', 'gp2', 'gp3', 'io1', 'io2', 'standard'];
const healthCheck = `(${['ec2', 'ebs', 'elb', 'vpc_lattice'].map(anyCase).join('|')})`;
const balancerProtocol = oneOf('http', 'https', 'ssl', 'tcp');
const databaseEngine = {
  pattern: `^(${anyCase('aurora')}(-${anyCase('mysql')}|-${anyCase('postgresql')}|)|${['custom-', 'db2-', 'oracle-', 'sqlserver-'].map(anyCase).join('|')}|(${['mariadb', 'mysql', 'postgres', 'neptune', 'docdb'].map(anyCase).join('|')})$)`,
};

export const ownFacts = {
  // https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html
  'AWS::AmazonMQ::Configuration': { EngineType: { values: ['ACTIVEMQ', 'RABBITMQ'] } },
  'AWS::AmazonMQ::Broker': {
    HostInstanceType: { pattern: '^mq\\.' },
    EngineType: { values: ['ACTIVEMQ', 'RABBITMQ'] },
  },
  // https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html
  'AWS::ApiGateway::DomainName': {
    'EndpointConfiguration.Types': { values: endpointTypes },
    CertificateArn: certificateArn,
    RegionalCertificateArn: certificateArn,
    'MutualTlsAuthentication.TruststoreUri': inS3,
  },
  // https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames.html
  'AWS::ApiGatewayV2::DomainName': { 'MutualTlsAuthentication.TruststoreUri': inS3 },
  'AWS::ApiGateway::Model': { Name: { pattern: '^[a-zA-Z0-9]+$' } },
  'AWS::ApiGateway::RestApi': {
    'EndpointConfiguration.Types': { values: endpointTypes },
    MinimumCompressionSize: { min: 0, max: 10_485_760 },
  },
  // https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html
  'AWS::ApiGateway::Method': {
    AuthorizationType: { values: ['AWS_IAM', 'COGNITO_USER_POOLS', 'CUSTOM', 'NONE'] },
    HttpMethod: { values: ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] },
    'Integration.IntegrationHttpMethod': httpMethod,
  },
  // https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
  'AWS::ApiGateway::Deployment': {
    StageName: stageName,
    'MethodSetting.LoggingLevel': loggingLevel,
    'StageDescription.LoggingLevel': loggingLevel,
  },
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-methodsetting.html
  'AWS::ApiGateway::Stage': {
    StageName: stageName,
    'MethodSetting.ResourcePath': { pattern: '^/' },
    'MethodSetting.LoggingLevel': loggingLevel,
  },
  // https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html
  'AWS::ApiGatewayV2::Integration': {
    IntegrationMethod: httpMethod,
    PayloadFormatVersion: { values: ['1.0', '2.0'] },
    TimeoutInMillis: { min: 50, max: 30000 },
  },
  // https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html
  'AWS::ApiGatewayV2::Route': { Target: { pattern: '^integrations/' } },
  // https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html
  'AWS::ApiGatewayV2::Stage': { StageName: { pattern: '^(\\$default|[a-zA-Z0-9_-]+)$', maxLength: 128 } },
  // https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateDataSource.html
  'AWS::AppSync::DataSource': { Name: graphName },
  'AWS::AppSync::FunctionConfiguration': { Name: graphName },
  'AWS::AppSync::Resolver': { FieldName: graphName, TypeName: graphName },
  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutLifecycleHook.html
  'AWS::AutoScaling::LifecycleHook': {
    DefaultResult: { values: ['ABANDON', 'CONTINUE'] },
    LifecycleTransition: { values: ['autoscaling:EC2_INSTANCE_LAUNCHING', 'autoscaling:EC2_INSTANCE_TERMINATING'] },
  },
  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html
  'AWS::AutoScaling::ScalingPolicy': {
    AdjustmentType: { values: ['ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity'] },
    MetricAggregationType: { values: ['Average', 'Maximum', 'Minimum'] },
    PolicyType: { values: ['PredictiveScaling', 'SimpleScaling', 'StepScaling', 'TargetTrackingScaling'] },
  },
  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
  'AWS::AutoScaling::AutoScalingGroup': {
    HealthCheckType: { pattern: `^(|${healthCheck}( ?, ?${healthCheck}){0,3})$` },
  },
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html
  'AWS::Backup::BackupPlan': { 'BackupRuleResourceType.StartWindowMinutes': { min: 60 } },
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-device-mapping-concepts.html
  'AWS::AutoScaling::LaunchConfiguration': {
    'BlockDeviceMapping.VirtualName': instanceStore,
    'BlockDevice.VolumeType': { values: volumeTypes },
  },
  // https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
  'AWS::CertificateManager::Certificate': { DomainName: { maxLength: 64 } },
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesGeneral.html
  'AWS::CloudFront::Distribution': {
    'CustomErrorResponse.ErrorCode': numbers(400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504),
    'CustomErrorResponse.ResponseCode': numbers(200, 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504),
    'CustomErrorResponse.ResponsePagePath': { pattern: '^/' },
    'GeoRestriction.Locations': { items: { pattern: '^[A-Z]{2}$' } },
    'DistributionConfig.HttpVersion': { values: ['http1.1', 'http2', 'http2and3', 'http3'] },
    ...Object.fromEntries(
      ['CacheBehavior', 'DefaultCacheBehavior'].flatMap((behavior) =>
        Object.entries(cachePolicies).map(([property, facts]) => [`${behavior}.${property}`, facts]),
      ),
    ),
    // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html
    'CustomOriginConfig.HTTPPort': { min: 80, max: 65535 },
    'CustomOriginConfig.HTTPSPort': { min: 80, max: 65535 },
    // The longest one that a quota can be raised to.
    'CustomOriginConfig.OriginReadTimeout': { min: 1, max: 180 },
    // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginSslProtocols.html
    'CustomOriginConfig.OriginSSLProtocols': { values: ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2'] },
    'CacheBehavior.PathPattern': { pattern: '^[A-Za-z0-9_.*$/~"\'@:+&?-]+$', minLength: 1, maxLength: 255 },
    'Origin.DomainName': { pattern: '^[^/:]+$' },
    'Origin.OriginPath': { pattern: '^(/.*[^/])?$' },
    'ViewerCertificate.AcmCertificateArn': { pattern: '^arn:[a-z-]+:acm:' },
    'ViewerCertificate.MinimumProtocolVersion': { pattern: '^(SSLv3|TLSv1(\\.\\d)?(_20\\d\\d)?)$' },
  },
  // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html
  'AWS::CloudFront::Function': { Name: { pattern: '^[a-zA-Z0-9_-]+$', minLength: 1, maxLength: 64 } },
  // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html
  'AWS::CloudTrail::Trail': { S3BucketName: bucketName, 'DataResource.Type': { pattern: '^AWS::\\w+::\\w+$' } },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
  'AWS::CloudWatch::Alarm': {
    ExtendedStatistic: { pattern: '^(?!p(10[1-9]|1[1-9]\\d|[2-9]\\d\\d))' },
    ...alarmActions,
    DatapointsToAlarm: { min: 1 },
    EvaluationPeriods: { min: 1 },
    TreatMissingData: { values: ['breaching', 'ignore', 'missing', 'notBreaching'] },
    'MetricDataQuery.Id': { pattern: '^[a-z][a-zA-Z0-9_]*$', minLength: 1, maxLength: 255 },
  },
  'AWS::CloudWatch::CompositeAlarm': alarmActions,
  // https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html
  'AWS::CodeBuild::Project': {
    'Artifacts.Type': { values: ['CODEPIPELINE', 'NO_ARTIFACTS', 'S3'] },
    'Source.Type': {
      values: [
        ...['BITBUCKET', 'CODECOMMIT', 'CODEPIPELINE', 'GITHUB', 'GITHUB_ENTERPRISE', 'GITLAB'],
        ...['GITLAB_SELF_MANAGED', 'NO_SOURCE', 'S3'],
      ],
    },
    QueuedTimeoutInMinutes: { min: 5, max: 480 },
    TimeoutInMinutes: { min: 5, max: 2160 },
  },
  // https://docs.aws.amazon.com/codecommit/latest/APIReference/API_CreateRepository.html
  'AWS::CodeCommit::Repository': { RepositoryName: { pattern: '^[\\w.-]+$', minLength: 1, maxLength: 100 } },
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html
  'AWS::CloudFormation::CustomResource': { ServiceTimeout: { min: 1, max: 3600 } },
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-waitcondition.html
  'AWS::CloudFormation::WaitCondition': {
    Timeout: { pattern: '^(\\d{1,4}|[1-3]\\d{4}|4[0-2]\\d{3}|43[01]\\d\\d|43200)$' },
  },
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html
  'AWS::CloudFormation::Stack': { TemplateURL: { pattern: '^(?!http:)' } },
  // https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_AlarmConfiguration.html
  'AWS::CodeDeploy::DeploymentGroup': { 'AlarmConfiguration.Alarms': { maxLength: 10 } },
  // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionTypeId.html
  'AWS::CodePipeline::Pipeline': {
    // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionDeclaration.html
    'ActionDeclaration.Configuration': mapOfTexts,
    'EncryptionKey.Type': { values: ['KMS'] },
    'ActionDeclaration.Name': pipelineName,
    'ActionDeclaration.RunOrder': { min: 1, max: 999 },
    'StageDeclaration.Name': pipelineName,
    'ActionTypeId.Version': { pattern: '^[0-9A-Za-z_-]+$', minLength: 1, maxLength: 9 },
  },
  // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionConfigurationProperty.html
  'AWS::CodePipeline::CustomActionType': {
    'ConfigurationProperties.Type': { values: ['Boolean', 'Number', 'String'] },
  },
  // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html
  'AWS::Cognito::IdentityPool': {
    IdentityPoolName: { pattern: '^[\\w\\s+=,.@-]+$', minLength: 1, maxLength: 128 },
  },
  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html
  'AWS::Cognito::UserPool': {
    'PasswordPolicy.MinimumLength': { min: 6, max: 99 },
    // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
    EmailVerificationMessage: codeText,
    SmsVerificationMessage: codeText,
    SmsAuthenticationMessage: codeText,
    'VerificationMessageTemplate.EmailMessage': codeText,
    'VerificationMessageTemplate.SmsMessage': codeText,
    'VerificationMessageTemplate.EmailMessageByLink': { pattern: '\\{##[\\s\\S]*##\\}' },
  },
  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html
  'AWS::Cognito::UserPoolDomain': {
    Domain: {
      pattern: '^([a-z0-9-]+\\.[a-z0-9.-]+|(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]*[a-z0-9])?)$',
      minLength: 1,
      maxLength: 63,
    },
  },
  // https://docs.aws.amazon.com/config/latest/APIReference/API_SourceDetail.html
  'AWS::Config::ConfigRule': { 'SourceDetail.EventSource': { values: ['aws.config'] } },
  // https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html
  'AWS::Config::DeliveryChannel': { S3BucketName: bucketName },
  // https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html
  'AWS::DocDB::DBCluster': { EngineVersion: { pattern: '^\\d+(\\.\\d+)*$' }, ...windows },
  'AWS::DocDB::DBClusterParameterGroup': { Parameters: mapOfTexts },
  'AWS::DocDB::DBInstance': { DBInstanceClass: databaseClass },
  'AWS::DocDB::DBSubnetGroup': zones,
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateCluster.html
  'AWS::DAX::Cluster': { NodeType: { pattern: '^dax\\.' } },
  // https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEndpoint.html
  'AWS::DMS::Endpoint': { EndpointType: oneOf('source', 'target') },
  // https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_CreateDeploymentStrategy.html
  'AWS::AppConfig::DeploymentStrategy': {
    DeploymentDurationInMinutes: { min: 0, max: 1440 },
    FinalBakeTimeInMinutes: { min: 0, max: 1440 },
    GrowthFactor: { min: 1, max: 100 },
  },
  // https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_CreateConfigurationProfile.html
  'AWS::AppConfig::ConfigurationProfile': { Type: { values: ['AWS.AppConfig.FeatureFlags', 'AWS.Freeform'] } },
  // https://docs.aws.amazon.com/batch/latest/APIReference/API_RetryStrategy.html
  'AWS::Batch::JobDefinition': {
    'JobTimeout.AttemptDurationSeconds': { min: 60 },
    'RetryStrategy.Attempts': { min: 1, max: 10 },
  },
  // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GuardrailContextualGroundingFilterConfig.html
  'AWS::Bedrock::Guardrail': { 'ContextualGroundingFilterConfig.Threshold': { min: 0, max: 0.99 } },
  // https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_CreateAgentRuntime.html
  'AWS::BedrockAgentCore::Runtime': { AgentRuntimeName: { pattern: '^[a-zA-Z][a-zA-Z0-9_]{0,47}$' } },
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
  'AWS::DynamoDB::GlobalTable': {
    'SSESpecification.SSEType': { values: ['KMS'] },
    TableName: { pattern: '^[a-zA-Z0-9_.-]+$', minLength: 3, maxLength: 255 },
  },
  'AWS::DynamoDB::Table': {
    'SSESpecification.SSEType': { values: ['KMS'] },
    TableName: { pattern: '^[a-zA-Z0-9_.-]+$', minLength: 3, maxLength: 255 },
    'AttributeDefinition.AttributeName': { minLength: 1, maxLength: 255 },
    'KeySchema.KeyType': { values: ['HASH', 'RANGE'] },
    'GlobalSecondaryIndex.IndexName': { pattern: '^[a-zA-Z0-9_.-]+$', minLength: 3, maxLength: 255 },
    'LocalSecondaryIndex.IndexName': { pattern: '^[a-zA-Z0-9_.-]+$', minLength: 3, maxLength: 255 },
  },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateDhcpOptions.html
  'AWS::EC2::ClientVpnEndpoint': {
    'ClientAuthenticationRequest.Type': {
      values: ['certificate-authentication', 'directory-service-authentication', 'federated-authentication'],
    },
  },
  'AWS::EC2::DHCPOptions': { NetbiosNodeType: numbers(1, 2, 4, 8) },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
  'AWS::EC2::Instance': {
    InstanceInitiatedShutdownBehavior: { values: ['stop', 'terminate'] },
    Tenancy: { values: [...vpcTenancy, 'host'] },
    'Ebs.VolumeType': { values: volumeTypes },
    'BlockDeviceMapping.VirtualName': instanceStore,
  },
  'AWS::EC2::LaunchTemplate': {
    'Ebs.VolumeType': { values: volumeTypes },
    'BlockDeviceMapping.VirtualName': instanceStore,
  },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html, and cfn-lint pull request 4456.
  'AWS::EC2::NetworkInterface': { InterfaceType: { values: ['branch', 'efa', 'efa-only', 'interface', 'trunk'] } },
  // https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
  'AWS::EC2::SecurityGroup': {
    GroupDescription: securityGroupText,
    GroupName: { ...securityGroupText, pattern: `^(?!sg-)${securityGroupText.pattern.slice(1)}` },
    'Egress.IpProtocol': ipProtocol,
    'Ingress.IpProtocol': ipProtocol,
    'Egress.FromPort': port,
    'Egress.ToPort': port,
    'Ingress.FromPort': port,
    'Ingress.ToPort': port,
  },
  'AWS::EC2::SecurityGroupEgress': { IpProtocol: ipProtocol, FromPort: port, ToPort: port },
  'AWS::EC2::SecurityGroupIngress': { IpProtocol: ipProtocol, FromPort: port, ToPort: port },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
  'AWS::EC2::NetworkAclEntry': { RuleNumber: { min: 1, max: 32766 } },
  'AWS::EC2::VPC': { InstanceTenancy: { values: vpcTenancy } },
  // https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
  'AWS::EC2::VPCEndpoint': { ServiceName: { pattern: '\\.' } },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html
  'AWS::EC2::CustomerGateway': { Type: { pattern: '^ipsec\\.1' } },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnection.html
  'AWS::EC2::VPNConnection': { Type: { pattern: '^ipsec\\.1' } },
  'AWS::EC2::Volume': { VolumeType: { values: volumeTypes } },
  // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
  'AWS::ECR::Repository': {
    RepositoryName: { pattern: '^[a-z0-9][a-z0-9._/-]*[a-z0-9]$', minLength: 2, maxLength: 256 },
  },
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html
  'AWS::EKS::Cluster': { 'ComputeConfig.NodePools': { values: ['general-purpose', 'system'] } },
  'AWS::ECS::TaskDefinition': {
    'EphemeralStorage.SizeInGiB': { min: 21, max: 200 },
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
    'HealthCheck.Interval': { min: 5, max: 300 },
    'HealthCheck.Retries': { min: 1, max: 10 },
    'HealthCheck.StartPeriod': { min: 0, max: 300 },
    'HealthCheck.Timeout': { min: 2, max: 120 },
    'ProxyConfiguration.Type': { values: ['APPMESH'] },
  },
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
  'AWS::ElastiCache::CacheCluster': {
    CacheNodeType: cacheType,

    Engine: oneOf('memcached', 'redis', 'valkey'),
    PreferredMaintenanceWindow: weeklyWindow,
    SnapshotWindow: dailyWindow,
  },
  'AWS::ElastiCache::ReplicationGroup': {
    CacheNodeType: cacheType,

    Engine: oneOf('redis', 'valkey'),
    PreferredMaintenanceWindow: weeklyWindow,
    SnapshotWindow: dailyWindow,
  },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Certificate.html
  'AWS::ElasticLoadBalancingV2::Listener': { 'Certificate.CertificateArn': certificateArn, ...listenerActions },
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': { 'Certificate.CertificateArn': certificateArn },
  // https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_Listener.html
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    'Listeners.InstanceProtocol': balancerProtocol,
    'Listeners.Protocol': balancerProtocol,
  },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html
  'AWS::ElasticLoadBalancingV2::ListenerRule': {
    Priority: { min: 1, max: 50000 },
    ...listenerActions,
    'RuleCondition.Field': {
      values: ['host-header', 'http-header', 'http-request-method', 'path-pattern', 'query-string', 'source-ip'],
    },
  },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
  'AWS::ElasticLoadBalancingV2::LoadBalancer': { Name: balancerName('-|internal-') },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    Name: balancerName('-'),
    'Matcher.HttpCode': { pattern: '^[0-9, -]+$' },
  },
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html
  'AWS::Events::ApiDestination': { InvocationEndpoint: { pattern: '^https://', minLength: 1, maxLength: 2048 } },
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html
  'AWS::Events::EventBus': {
    Name: { pattern: '^(?!default$)(aws\\.partner/.+|[.\\-_A-Za-z0-9]+)$', minLength: 1, maxLength: 256 },
  },
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html
  'AWS::Events::EventBusPolicy': {
    Action: { values: ['events:PutEvents'] },
    'Condition.Type': { values: ['StringEquals'] },
  },
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
  'AWS::Events::Rule': {
    Name: { pattern: '^[.\\-_A-Za-z0-9]+$', minLength: 1, maxLength: 64 },
    // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html
    'Target.InputPath': { pattern: '^(\\$|$)' },
  },
  // https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Member.html
  'AWS::GuardDuty::Member': {
    Status: {
      values: ['Created', 'Disabled', 'Enabled', 'Invited', 'Removed', 'Resigned'].flatMap((status) => [
        status,
        status.toUpperCase(),
      ]),
    },
  },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  'AWS::IAM::Group': { GroupName: name(128), Path: iamPath },
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html
  'AWS::IAM::InstanceProfile': { InstanceProfileName: name(128), Path: iamPath, Roles: { maxLength: 1 } },
  'AWS::IAM::ManagedPolicy': { ManagedPolicyName: name(128), Path: iamPath },
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
  'AWS::IAM::OIDCProvider': { Url: { pattern: '^https://', minLength: 1, maxLength: 255 } },
  'AWS::IAM::Role': {
    RoleName: name(64),
    Path: iamPath,
    MaxSessionDuration: { min: 3600, max: 43200 },
    'Policy.PolicyName': name(128),
  },
  'AWS::IAM::ServerCertificate': { Path: iamPath },
  'AWS::IAM::User': { UserName: name(64), Path: iamPath },
  'AWS::IAM::VirtualMFADevice': { Path: iamPath },
  // https://docs.aws.amazon.com/iot/latest/apireference/API_CreateTopicRule.html
  'AWS::IoT::TopicRule': {
    RuleName: { pattern: '^[a-zA-Z0-9_]+$', minLength: 1, maxLength: 128 },
    // https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-select.html
    'TopicRulePayload.Sql': { pattern: `^\\s*${anyCase('select')}\\s` },
  },
  // https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html
  'AWS::IoT::Policy': { PolicyName: name(128) },
  'AWS::IoT::Thing': { ThingName: iotName },
  'AWS::IoT::ThingGroup': { ThingGroupName: iotName },
  'AWS::IoT::ThingType': { ThingTypeName: iotName },
  'AWS::KinesisFirehose::DeliveryStream': {
    ...buffer('BufferingHints', 128, 900),
    ...buffer('AmazonopensearchserviceBufferingHints', 100, 900),
    ...buffer('AmazonOpenSearchServerlessBufferingHints', 100, 900),
    ...buffer('ElasticsearchBufferingHints', 100, 900),
    ...buffer('SplunkBufferingHints', 5, 60),
  },
  // https://docs.aws.amazon.com/glue/latest/webapi/API_JobCommand.html
  'AWS::Glue::Job': {
    'JobCommand.Name': { values: ['glueetl', 'glueray', 'gluestreaming', 'pythonshell'] },
    DefaultArguments: mapOfTexts,
    NonOverridableArguments: mapOfTexts,
  },
  'AWS::Glue::Trigger': { 'Action.Arguments': mapOfTexts },
  // https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html
  'AWS::Glue::Table': {
    'TableInput.Parameters': mapOfTexts,
    'StorageDescriptor.Parameters': mapOfTexts,
    'SerdeInfo.Parameters': mapOfTexts,
  },
  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
  'AWS::Lambda::Function': { KmsKeyArn: { pattern: '^(arn:.*)?$' }, Tags: { maxLength: 50 } },
  // https://docs.aws.amazon.com/lambda/latest/api/API_SelfManagedEventSource.html
  'AWS::Lambda::EventSourceMapping': {
    KmsKeyArn: { pattern: '^arn:' },
    'Endpoints.KafkaBootstrapServers': { items: { pattern: ':[0-9]{1,5}$' } },
  },
  // https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html
  'AWS::MSK::Cluster': {
    'BrokerNodeGroupInfo.ClientSubnets': { minLength: 2, maxLength: 3 },
    NumberOfBrokerNodes: { min: 1 },
  },
  // https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html
  'AWS::Neptune::DBCluster': windows,
  'AWS::Neptune::DBClusterParameterGroup': { Parameters: mapOfTexts },
  'AWS::Neptune::DBParameterGroup': { Parameters: mapOfTexts },
  'AWS::Neptune::DBInstance': { DBInstanceClass: databaseClass },
  'AWS::Neptune::DBSubnetGroup': zones,
  // https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html
  'AWS::OpenSearchService::Domain': {
    DomainName: searchDomainName,
    'ClusterConfig.DedicatedMasterType': searchType('search'),
    'ClusterConfig.InstanceType': searchType('search'),
  },
  'AWS::Elasticsearch::Domain': {
    DomainName: searchDomainName,
    'ElasticsearchClusterConfig.DedicatedMasterType': searchType('elasticsearch'),
    'ElasticsearchClusterConfig.InstanceType': searchType('elasticsearch'),
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
  'AWS::RDS::DBInstance': {
    BackupRetentionPeriod: { min: 0, max: 35 },
    DBInstanceClass: databaseClass,
    DBName: databaseName,
    Engine: databaseEngine,
    MonitoringInterval: monitoringInterval,
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
    PerformanceInsightsRetentionPeriod: numbers(7, ...Array.from({ length: 23 }, (_, at) => 31 * (at + 1)), 731),
    Port: databasePort,
    StorageType: { values: databaseStorage },
    ...windows,
  },
  'AWS::RDS::DBClusterParameterGroup': { Family: databaseFamily, Parameters: mapOfTexts },
  'AWS::RDS::DBParameterGroup': { Family: databaseFamily, Parameters: mapOfTexts },
  'AWS::RDS::DBSubnetGroup': zones,
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html
  'AWS::RDS::EventSubscription': {
    SourceType: { pattern: '^(db-[a-z-]+|blue-green-deployment|custom-engine-version|zero-etl)$' },
  },
  // https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html
  'AWS::Redshift::Cluster': {
    ClusterType: { values: ['multi-node', 'single-node'] },
    NodeType: { pattern: '^(?!d[cs]1\\.|ds2\\.|dw)' },
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ScalingConfiguration.html
  'AWS::RDS::DBCluster': {
    ...windows,
    BackupRetentionPeriod: { min: 1, max: 35 },
    DatabaseName: databaseName,
    Engine: databaseEngine,
    MonitoringInterval: monitoringInterval,
    Port: { min: 1150, max: 65535 },
    'ScalingConfiguration.SecondsUntilAutoPause': { min: 300, max: 86400 },
    'ScalingConfiguration.SecondsBeforeTimeout': { min: 60, max: 600 },
    'ScalingConfiguration.TimeoutAction': { values: ['ForceApplyCapacityChange', 'RollbackCapacityChange'] },
  },
  // https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
  'AWS::Route53::HealthCheck': { 'HealthCheckConfig.RequestInterval': numbers(10, 30) },
  // https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html
  'AWS::Route53::HostedZone': { 'VPC.VPCRegion': region },
  'AWS::Route53::RecordSet': { HostedZoneName: { pattern: '\\.$' } },
  'AWS::Route53::RecordSetGroup': { HostedZoneName: { pattern: '\\.$' } },
  // https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateResolverEndpoint.html
  'AWS::Route53Resolver::ResolverEndpoint': { IpAddresses: { minLength: 2, maxLength: 20 } },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  'AWS::S3::Bucket': {
    BucketName: bucketName,
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
    'FilterRule.Name': { pattern: '^([pP][rR][eE]|[sS][uU][fF])[fF][iI][xX]$' },
    'AbortIncompleteMultipartUpload.DaysAfterInitiation': { min: 1 },
    'ReplicationDestination.Bucket': arn,
    'LoggingConfiguration.DestinationBucketName': bucketName,
    'NoncurrentVersionExpiration.NoncurrentDays': { min: 1 },
    'ReplicationConfiguration.Rules': { minLength: 1, maxLength: 1000 },
    'Rule.ExpirationInDays': { min: 1 },
    'ServerSideEncryptionByDefault.KMSMasterKeyID': keyOrAlias,
    'Transition.TransitionInDays': { min: 0 },
    'LambdaConfiguration.Event': { values: bucketEvents },
    'LambdaConfiguration.Function': arn,
    'QueueConfiguration.Queue': arn,
    'TopicConfiguration.Topic': arn,
    'QueueConfiguration.Event': { values: bucketEvents },
    'TopicConfiguration.Event': { values: bucketEvents },
  },
  // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html
  'AWS::SageMaker::EndpointConfig': {
    'ProductionVariant.InstanceType': hostedType,
    // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html
    'ProductionVariant.ContainerStartupHealthCheckTimeoutInSeconds': { min: 60, max: 3600 },
    'ProductionVariant.ModelDataDownloadTimeoutInSeconds': { min: 60, max: 3600 },
    'ServerlessConfig.MaxConcurrency': { min: 1, max: 200 },
    'ServerlessConfig.MemorySizeInMB': numbers(1024, 2048, 3072, 4096, 5120, 6144),
  },
  'AWS::SageMaker::NotebookInstance': { InstanceType: hostedType },
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
  'AWS::SecretsManager::Secret': {
    'GenerateSecretString.PasswordLength': { min: 1, max: 4096 },
    Name: { pattern: '^[A-Za-z0-9/_+=.@-]+$', minLength: 1, maxLength: 512 },
  },
  // https://docs.aws.amazon.com/cloud-map/latest/api/API_RegisterInstance.html
  'AWS::ServiceDiscovery::Instance': { InstanceAttributes: mapOfTexts },
  // https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
  'AWS::SNS::Subscription': {
    FilterPolicyScope: { values: ['MessageAttributes', 'MessageBody'] },
    Protocol: {
      values: ['application', 'email', 'email-json', 'firehose', 'http', 'https', 'lambda', 'sms', 'sqs'],
    },
    TopicArn: { pattern: '^arn:' },
  },
  // https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
  'AWS::SNS::Topic': {
    DisplayName: { maxLength: 100 },
    TopicName: { pattern: '^[A-Za-z0-9_-]+(\\.fifo)?$', minLength: 1, maxLength: 256 },
  },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
  'AWS::SQS::Queue': {
    DeduplicationScope: { values: ['messageGroup', 'queue'] },
    DelaySeconds: { min: 0, max: 900 },
    FifoThroughputLimit: { values: ['perMessageGroupId', 'perQueue'] },
    KmsDataKeyReusePeriodSeconds: { min: 60, max: 86400 },
    MaximumMessageSize: { min: 1024, max: 1048576 },
    MessageRetentionPeriod: { min: 60, max: 1209600 },
    QueueName: { pattern: '^[A-Za-z0-9_-]+(\\.fifo)?$', minLength: 1, maxLength: 80 },
    ReceiveMessageWaitTimeSeconds: { min: 0, max: 20 },
    VisibilityTimeout: { min: 0, max: 43200 },
  },
  // https://docs.aws.amazon.com/ses/latest/APIReference/API_ReceiptRule.html
  'AWS::SES::ReceiptRule': { 'Rule.TlsPolicy': { values: ['Optional', 'Require'] } },
  // https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html
  'AWS::SSO::ApplicationAssignment': { PrincipalId: principalId },
  'AWS::SSO::Assignment': { PrincipalId: principalId },
  'AWS::IdentityStore::GroupMembership': { GroupId: principalId, 'MemberId.UserId': principalId },
  // https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2130: both ways to write them.
  'AWS::SES::ConfigurationSetEventDestination': {
    'EventDestination.MatchingEventTypes': { values: [...mailEvents.map(upperSnake), ...mailEvents] },
  },
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
  'AWS::SSM::Parameter': {
    // Names of AWS's own parameters begin with `aws` or `ssm`.
    Name: {
      pattern: '^(?!/?([aA][wW][sS]|[sS][sS][mM]))(/[a-zA-Z0-9_.\\-/]+|[a-zA-Z0-9_.\\-]+)$',
      minLength: 1,
      maxLength: 2048,
    },
    Tier: { values: ['Advanced', 'Intelligent-Tiering', 'Standard'] },
  },
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html
  'AWS::SecretsManager::RotationSchedule': { 'RotationRules.AutomaticallyAfterDays': { min: 1, max: 1000 } },
  // https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateIPSet.html
  'AWS::WAFv2::IPSet': { Addresses: { items: { pattern: '/\\d{1,3}$' } } },
  // https://docs.aws.amazon.com/waf/latest/APIReference/API_AndStatement.html
  'AWS::WAFv2::RuleGroup': { ...nestedStatements, ...metricName },
  'AWS::WAFv2::WebACL': { ...nestedStatements, ...metricName },
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html
  'AWS::IAM::AccessKey': { Status: { values: ['Active', 'Inactive'] } },
  // https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DirectoryVpcSettings.html
  'AWS::DirectoryService::SimpleAD': {
    Name: { pattern: '^[a-zA-Z0-9.-]+\\.[a-zA-Z0-9-]+\\.?$' },
    'VpcSettings.SubnetIds': { items: { pattern: '^subnet-[0-9a-f]{8,17}$' } },
    'VpcSettings.VpcId': { pattern: '^vpc-[0-9a-f]{8,17}$' },
  },
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
  'AWS::KMS::Alias': {
    TargetKeyId: keyOrAlias,
    AliasName: { pattern: '^(?!alias/aws/)alias/[a-zA-Z0-9/_-]+$', minLength: 7, maxLength: 256 },
  },
};
