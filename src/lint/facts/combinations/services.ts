import type { Combinations } from './combination.ts';

const ofOneMetric = ['Dimensions', 'ExtendedStatistic', 'MetricName', 'Namespace', 'Period', 'Statistic', 'Unit'];

const lifecycleActions = [
  'AbortIncompleteMultipartUpload',
  'ExpirationDate',
  'ExpirationInDays',
  'ExpiredObjectDeleteMarker',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionExpirationInDays',
  'NoncurrentVersionTransition',
  'NoncurrentVersionTransitions',
  'Transition',
  'Transitions',
];

/** Sources that a build reads from a place of their own. */
const located = ['BITBUCKET', 'CODECOMMIT', 'GITHUB', 'GITHUB_ENTERPRISE', 'GITLAB', 'GITLAB_SELF_MANAGED', 'S3'];

/** What a database instance is made from, if it is not new; it takes its engine and class from there. */
export const databaseSources = [
  'DBClusterSnapshotIdentifier',
  'DBSnapshotIdentifier',
  'SourceDBInstanceAutomatedBackupsArn',
  'SourceDBInstanceIdentifier',
  'SourceDbiResourceId',
];

/** Engines of instances with a volume of their own: "The parameter AllocatedStorage must be provided and must not be null". */
const withStorage = ['mariadb', 'mysql', 'postgres'];

/** RDS makes the password, or it is given. */
const ownPassword = [{ given: 'ManageMasterUserPassword', values: ['true'], excludes: ['MasterUserPassword'] }];

/** The master user of a new database has a password, or proves to be somebody in another way. */
const userPassword = {
  given: 'MasterUsername',
  needsOne: ['ManageMasterUserPassword', 'MasterUserAuthenticationType', 'MasterUserPassword'],
};

/** What a cluster is made from, if it is not new. */
const clusterSources = [
  'GlobalClusterIdentifier',
  'ReplicationSourceIdentifier',
  'SnapshotIdentifier',
  'SourceDBClusterIdentifier',
  'SourceDbClusterResourceId',
];
const clusterPassword = { ...userPassword, needsOne: [...userPassword.needsOne, ...clusterSources] };

/** Enhanced monitoring writes its metrics with a role, at intervals of so many seconds. */
const monitored = [
  { given: 'MonitoringInterval', values: ['1', '5', '10', '15', '30', '60'], needs: ['MonitoringRoleArn'] },
  { given: 'MonitoringInterval', values: ['0'], excludes: ['MonitoringRoleArn'] },
];

/** What an instance of a cluster has from the cluster. */
const ofCluster = ['BackupRetentionPeriod', 'MasterUserPassword', 'MasterUsername', 'PreferredBackupWindow'];

/** What fine-grained access control of a search domain builds on. */
const accessControl = [
  'EncryptionAtRestOptions.Enabled',
  'NodeToNodeEncryptionOptions.Enabled',
  'DomainEndpointOptions.EnforceHTTPS',
];
const withAccessControl = { given: 'AdvancedSecurityOptions.Enabled', values: ['true'] };
const searchDomain = [
  { ...withAccessControl, needs: accessControl },
  ...accessControl.map((name) => ({ ...withAccessControl, name, takes: ['true'] })),
];

/** A job that is a Python script has a part of one unit, or one. */
const pythonShell = [
  { given: 'Command.Name', values: ['pythonshell'], name: 'MaxCapacity', takes: ['0.0625', '1', '1.0'] },
];

/** A job takes its capacity as one number, or as workers of a type. */
const workers = [{ given: 'MaxCapacity', excludes: ['NumberOfWorkers', 'WorkerType'] }];

const recordSet = [
  { one: ['AliasTarget', 'ResourceRecords'] },
  { given: 'AliasTarget', excludes: ['TTL'] },
  { given: 'ResourceRecords', needs: ['TTL'] },
];

/** What a delivery stream writes to. */
const destinations = [
  'AmazonOpenSearchServerlessDestinationConfiguration',
  'AmazonopensearchserviceDestinationConfiguration',
  'ElasticsearchDestinationConfiguration',
  'ExtendedS3DestinationConfiguration',
  'HttpEndpointDestinationConfiguration',
  'IcebergDestinationConfiguration',
  'RedshiftDestinationConfiguration',
  'S3DestinationConfiguration',
  'SnowflakeDestinationConfiguration',
  'SplunkDestinationConfiguration',
];

/** A rule has one statement; several are put together with `AndStatement` or `OrStatement`. */
const oneStatement = [
  {
    most: [
      'AndStatement',
      'AsnMatchStatement',
      'ByteMatchStatement',
      'GeoMatchStatement',
      'IPSetReferenceStatement',
      'LabelMatchStatement',
      'ManagedRuleGroupStatement',
      'NotStatement',
      'OrStatement',
      'RateBasedStatement',
      'RegexMatchStatement',
      'RegexPatternSetReferenceStatement',
      'RuleGroupReferenceStatement',
      'SizeConstraintStatement',
      'SqliMatchStatement',
      'XssMatchStatement',
    ],
  },
];

/** What an index of DynamoDB holds beside its keys. */
const projection = [
  { some: ['ProjectionType'] },
  { given: 'ProjectionType', values: ['INCLUDE'], needs: ['NonKeyAttributes'] },
  { given: 'ProjectionType', values: ['ALL', 'KEYS_ONLY'], excludes: ['NonKeyAttributes'] },
];

/** What a rate-based rule counts by. */
const rateKeys = [
  { given: 'AggregateKeyType', values: ['CONSTANT'], needs: ['ScopeDownStatement'] },
  { given: 'AggregateKeyType', values: ['CUSTOM_KEYS'], needs: ['CustomKeys'] },
  { given: 'AggregateKeyType', values: ['FORWARDED_IP'], needs: ['ForwardedIPConfig'] },
];

/** Sources: the pages of these types in the CloudFormation template reference, and of the calls behind them in the API references of the services. */
export const services: Combinations = {
  'AWS::CloudFormation::Stack': [{ some: ['TemplateURL'] }],
  'AWS::CloudFormation::StackSet OperationPreferences': [
    { most: ['FailureToleranceCount', 'FailureTolerancePercentage'] },
    { most: ['MaxConcurrentCount', 'MaxConcurrentPercentage'] },
  ],
  'AWS::CloudFormation::StackSet': [
    { most: ['TemplateBody', 'TemplateURL'] },
    { given: 'PermissionModel', values: ['SELF_MANAGED'], excludes: ['AutoDeployment'] },
  ],
  'AWS::CloudTrail::Trail': [
    { given: 'CloudWatchLogsLogGroupArn', needs: ['CloudWatchLogsRoleArn'] },
    { given: 'CloudWatchLogsRoleArn', needs: ['CloudWatchLogsLogGroupArn'] },
  ],
  'AWS::CloudWatch::Alarm': [
    { some: ['EvaluationCriteria', 'MetricName', 'Metrics'] },
    { given: 'Metrics', excludes: ofOneMetric },
    { given: 'MetricName', needs: ['Namespace', 'Period'] },
    { given: 'MetricName', needsOne: ['ExtendedStatistic', 'Statistic'] },
    { most: ['ExtendedStatistic', 'Statistic'] },
    { most: ['Threshold', 'ThresholdMetricId'] },
    { given: 'MetricName', needsOne: ['Threshold', 'ThresholdMetricId'] },
    { given: 'Metrics', needsOne: ['Threshold', 'ThresholdMetricId'] },
  ],
  'AWS::CloudWatch::Alarm Metrics': [{ one: ['Expression', 'MetricStat'] }],
  'AWS::CodeBuild::Project': [
    { given: 'Source.Type', values: ['CODEPIPELINE'], name: 'Artifacts.Type', takes: ['CODEPIPELINE'] },
    { given: 'Artifacts.Type', values: ['CODEPIPELINE'], name: 'Source.Type', takes: ['CODEPIPELINE'] },
  ],
  'AWS::CodeBuild::Project Artifacts': [{ given: 'Type', values: ['S3'], needs: ['Location'] }],
  'AWS::CodeBuild::Project Source': [
    { given: 'Type', values: located, needs: ['Location'] },
    { given: 'Type', values: ['NO_SOURCE'], needs: ['BuildSpec'] },
  ],
  'AWS::CertificateManager::Certificate DomainValidationOptions': [{ most: ['HostedZoneId', 'ValidationDomain'] }],
  'AWS::CodePipeline::Pipeline': [
    { one: ['ArtifactStore', 'ArtifactStores'] },
    { given: 'PipelineType', values: ['V1'], excludes: ['Triggers', 'Variables'] },
    { given: 'PipelineType', values: ['V1'], name: 'ExecutionMode', takes: ['SUPERSEDED'] },
  ],
  'AWS::CodePipeline::Pipeline Stages.Actions.ActionTypeId': [
    { given: 'Owner', values: ['AWS'], name: 'Version', takes: ['1'] },
  ],
  'AWS::Cognito::UserPool': [
    { most: ['AliasAttributes', 'UsernameAttributes'] },
    // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
    {
      given: 'UserPoolTier',
      values: ['LITE'],
      name: 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion',
      takes: ['V1_0'],
    },
  ],
  'AWS::Cognito::UserPool EmailConfiguration': [
    { given: 'EmailSendingAccount', values: ['DEVELOPER'], needs: ['SourceArn'] },
  ],
  'AWS::Cognito::UserPoolClient': [
    { given: 'AllowedOAuthFlows', needs: ['AllowedOAuthScopes'] },
    { given: 'AllowedOAuthFlowsUserPoolClient', values: ['true'], needs: ['AllowedOAuthFlows'] },
  ],
  'AWS::Config::ConfigRule Source': [
    { given: 'Owner', values: ['AWS'], excludes: ['SourceDetails'] },
    { given: 'Owner', values: ['CUSTOM_LAMBDA'], needs: ['SourceDetails', 'SourceIdentifier'] },
    { given: 'Owner', values: ['CUSTOM_POLICY'], needs: ['CustomPolicyDetails'] },
  ],
  'AWS::DocDB::DBCluster': [clusterPassword],
  'AWS::Elasticsearch::Domain': searchDomain,
  'AWS::Events::Connection': [
    { given: 'AuthorizationType', values: ['API_KEY'], needs: ['AuthParameters.ApiKeyAuthParameters'] },
    { given: 'AuthorizationType', values: ['BASIC'], needs: ['AuthParameters.BasicAuthParameters'] },
    { given: 'AuthorizationType', values: ['OAUTH_CLIENT_CREDENTIALS'], needs: ['AuthParameters.OAuthParameters'] },
  ],
  'AWS::FSx::FileSystem': [
    { given: 'FileSystemType', values: ['LUSTRE'], name: 'StorageCapacity', from: 1200 },
    { given: 'FileSystemType', values: ['ONTAP'], name: 'StorageCapacity', from: 1024 },
    { given: 'FileSystemType', values: ['OPENZFS'], name: 'StorageCapacity', from: 64, to: 524288 },
    { given: 'FileSystemType', values: ['WINDOWS'], name: 'StorageCapacity', from: 32, to: 65536 },
  ],
  'AWS::Glue::Job': [...workers, ...pythonShell],
  'AWS::Glue::MLTransform': workers,
  'AWS::GuardDuty::Detector': [{ most: ['DataSources', 'Features'] }],
  'AWS::IAM::Policy': [{ some: ['Groups', 'Roles', 'Users'] }],
  'AWS::RDS::DBCluster': [
    ...ownPassword,
    clusterPassword,
    { given: 'KmsKeyId', name: 'StorageEncrypted', takes: ['true'] },
    ...monitored,
    { given: 'MonitoringRoleArn', needs: ['MonitoringInterval'] },
    { given: 'EngineMode', values: ['provisioned'], otherwise: 'provisioned', excludes: ['ScalingConfiguration'] },
    { given: 'EngineMode', values: ['serverless'], excludes: ['ServerlessV2ScalingConfiguration'] },
  ],
  'AWS::RDS::DBInstance': [
    ...ownPassword,
    { ...userPassword, needsOne: [...userPassword.needsOne, 'DBClusterIdentifier', ...databaseSources] },
    { given: 'MultiAZ', values: ['true'], excludes: ['AvailabilityZone'] },
    { some: ['DBInstanceClass', ...databaseSources] },
    { some: ['Engine', ...databaseSources] },
    { given: 'StorageType', values: ['io1', 'io2'], needs: ['Iops'] },
    ...monitored,
    { given: 'KmsKeyId', name: 'StorageEncrypted', takes: ['true'] },
    { given: 'Engine', values: withStorage, needsOne: ['AllocatedStorage', 'DBClusterIdentifier', ...databaseSources] },
    { given: 'DBClusterIdentifier', excludes: ofCluster },
    { given: 'Engine', values: ['aurora-mysql', 'aurora-postgresql'], needs: ['DBClusterIdentifier'] },
  ],
  'AWS::Kinesis::Stream': [
    { given: 'StreamModeDetails.StreamMode', values: ['ON_DEMAND'], excludes: ['ShardCount'] },
    { given: 'StreamModeDetails.StreamMode', values: ['PROVISIONED'], needs: ['ShardCount'] },
  ],
  'AWS::KinesisFirehose::DeliveryStream': [
    { one: destinations },
    { given: 'DeliveryStreamType', values: ['KinesisStreamAsSource'], needs: ['KinesisStreamSourceConfiguration'] },
    { given: 'DeliveryStreamType', values: ['MSKAsSource'], needs: ['MSKSourceConfiguration'] },
  ],
  'AWS::OpenSearchService::Domain': searchDomain,
  'AWS::Route53::HealthCheck HealthCheckConfig': [
    // https://github.com/boto/boto/pull/2221
    { given: 'Type', values: ['TCP'], excludes: ['ResourcePath'] },
    { given: 'Type', values: ['CLOUDWATCH_METRIC'], needs: ['AlarmIdentifier'] },
    { given: 'Type', values: ['CALCULATED'], needs: ['ChildHealthChecks', 'HealthThreshold'] },
    { given: 'Type', values: ['HTTP_STR_MATCH', 'HTTPS_STR_MATCH'], needs: ['SearchString'] },
    {
      given: 'Type',
      values: ['HTTP', 'HTTPS', 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH', 'TCP'],
      needsOne: ['FullyQualifiedDomainName', 'IPAddress'],
    },
  ],
  'AWS::Route53::RecordSet': [...recordSet, { some: ['HostedZoneId', 'HostedZoneName'] }],
  'AWS::Route53::RecordSetGroup': [{ some: ['HostedZoneId', 'HostedZoneName'] }],
  'AWS::Route53::RecordSetGroup RecordSets': recordSet,
  'AWS::DynamoDB::GlobalTable GlobalSecondaryIndexes.Projection': projection,
  'AWS::DynamoDB::GlobalTable LocalSecondaryIndexes.Projection': projection,
  'AWS::DynamoDB::Table GlobalSecondaryIndexes.Projection': projection,
  'AWS::DynamoDB::Table LocalSecondaryIndexes.Projection': projection,
  'AWS::DynamoDB::Table TimeToLiveSpecification': [{ given: 'Enabled', values: ['true'], needs: ['AttributeName'] }],
  'AWS::S3::Bucket': [{ given: 'ReplicationConfiguration', needs: ['VersioningConfiguration'] }],
  'AWS::S3::Bucket BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault': [
    { given: 'SSEAlgorithm', values: ['AES256'], excludes: ['KMSMasterKeyID'] },
  ],
  'AWS::S3::Bucket IntelligentTieringConfigurations.Tierings': [
    { given: 'AccessTier', values: ['ARCHIVE_ACCESS'], name: 'Days', from: 90, to: 730 },
    { given: 'AccessTier', values: ['DEEP_ARCHIVE_ACCESS'], name: 'Days', from: 180, to: 730 },
  ],
  'AWS::S3::Bucket LifecycleConfiguration.Rules': [
    { some: lifecycleActions },
    { most: ['ExpirationDate', 'ExpirationInDays'] },
    { given: 'ExpiredObjectDeleteMarker', excludes: ['ExpirationDate', 'ExpirationInDays'] },
  ],
  'AWS::S3::Bucket LifecycleConfiguration.Rules.Transitions': [{ one: ['TransitionDate', 'TransitionInDays'] }],
  'AWS::S3::Bucket WebsiteConfiguration': [
    { given: 'RedirectAllRequestsTo', excludes: ['ErrorDocument', 'IndexDocument', 'RoutingRules'] },
  ],
  'AWS::SNS::Subscription': [
    { some: ['Endpoint'] },
    { given: 'Protocol', values: ['firehose'], needs: ['SubscriptionRoleArn'] },
  ],
  'AWS::SNS::Topic': [{ given: 'ContentBasedDeduplication', values: ['true'], needs: ['FifoTopic'] }],
  'AWS::SQS::Queue': [
    { given: 'SqsManagedSseEnabled', values: ['true'], excludes: ['KmsMasterKeyId'] },
    { given: 'DeduplicationScope', needs: ['FifoQueue'] },
    { given: 'FifoThroughputLimit', needs: ['FifoQueue'] },
  ],
  'AWS::SecretsManager::RotationSchedule': [{ most: ['HostedRotationLambda', 'RotationLambdaARN'] }],
  'AWS::SecretsManager::RotationSchedule RotationRules': [{ most: ['AutomaticallyAfterDays', 'ScheduleExpression'] }],
  'AWS::SecretsManager::Secret': [{ most: ['GenerateSecretString', 'SecretString'] }],
  'AWS::SecretsManager::Secret GenerateSecretString': [
    { given: 'GenerateStringKey', needs: ['SecretStringTemplate'] },
    { given: 'SecretStringTemplate', needs: ['GenerateStringKey'] },
  ],
  // https://docs.aws.amazon.com/cloud-map/latest/api/API_HealthCheckConfig.html
  'AWS::ServiceDiscovery::Service HealthCheckConfig': [{ given: 'Type', values: ['TCP'], excludes: ['ResourcePath'] }],
  'AWS::StepFunctions::StateMachine LoggingConfiguration': [
    { given: 'Level', values: ['ALL', 'ERROR', 'FATAL'], needs: ['Destinations'] },
  ],
  'AWS::StepFunctions::StateMachine': [{ one: ['Definition', 'DefinitionS3Location', 'DefinitionString'] }],
  'AWS::WAFv2::RuleGroup Rules.Statement': oneStatement,
  'AWS::WAFv2::RuleGroup Rules.Statement.RateBasedStatement': rateKeys,
  'AWS::WAFv2::WebACL DefaultAction': [{ one: ['Allow', 'Block'] }],
  'AWS::WAFv2::WebACL Rules.Statement': oneStatement,
  'AWS::WAFv2::WebACL Rules.Statement.RateBasedStatement': rateKeys,
};
