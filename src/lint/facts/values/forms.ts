const daily = 'a time of the day in UTC such as 03:00-04:00';
const weekly = 'a time of the week in UTC such as sun:03:00-sun:04:00';
const hyphenated = '1 to 32 letters, digits and hyphens, without a hyphen at the ends';
const zoneName = "a domain name with a point at the end, such as 'example.com.'";
const policyName = 'made of letters, digits and _+=,.@-';
const dotted = 'made of letters, digits and ._-';
const fifoName = "made of letters, digits and _-, and '.fifo' at the end where it is FIFO";
const stageName = 'made of letters, digits, hyphens and underscores';
const alarmAction = "an ARN, such as that of a topic: 'arn:aws:sns:…'";
const graphName = 'made of letters, digits and _, without a digit at the beginning';
const family = 'an engine and its major version, such as postgres16, mysql8.0 or aurora-postgresql16';
const metricName = 'made of letters, digits and _#:.-/';
const policyId = 'the id of a policy such as 658327ea-f89d-4fab-a63d-7e88639e58f6, not its name';
const certificate = "the ARN of a certificate: 'arn:aws:acm:…'";
const engine = 'an engine of RDS such as postgres, mysql, mariadb, aurora-postgresql, oracle-ee or sqlserver-ex';
const instanceStore = "'ephemeral' and a number of 0 to 23; volumes of EBS are given by 'Ebs'";
const balancerProtocol = 'HTTP, HTTPS, SSL or TCP';
const iamPath = "a path that begins and ends with '/'";
const databaseClass = 'a class such as db.t4g.micro';
const cacheType = 'a type such as cache.t4g.small';
const statusCode = 'a status code of the kinds 2xx, 4xx and 5xx';
const codeText = "a text with '{####}', which stands for the code";
const searchDomain = 'made of lower-case letters, digits and hyphens, with a letter at the beginning';
const keyId = 'the id or ARN of a key, or an alias';
const iotName = 'made of letters, digits and :_-';
const databaseName = 'made of letters, digits and _, with a letter at the beginning';
const hostedType = 'a type of SageMaker such as ml.t3.medium';

const httpMethod = 'a method of HTTP such as POST, or ANY';
const loggingLevel = 'ERROR, INFO or OFF';
const ipProtocol = 'tcp, udp, icmp, icmpv6, the number of a protocol, or -1 for all of them';

/** What patterns ask for, in words: by type and path, without positions in lists. */
export const forms: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Deployment StageDescription.LoggingLevel': loggingLevel,
  'AWS::ApiGateway::Deployment StageDescription.MethodSettings.LoggingLevel': loggingLevel,
  'AWS::ApiGateway::Deployment StageName': stageName,
  'AWS::ApiGateway::Method Integration.IntegrationHttpMethod': httpMethod,
  'AWS::ApiGateway::Model Name': 'made of letters and digits',
  'AWS::ApiGateway::Stage MethodSettings.LoggingLevel': loggingLevel,
  'AWS::ApiGateway::DomainName CertificateArn': certificate,
  'AWS::ApiGateway::DomainName RegionalCertificateArn': certificate,
  'AWS::ApiGateway::Stage MethodSettings.ResourcePath': "a path that begins with '/', such as '/*' for every resource",
  'AWS::ApiGateway::Stage StageName': stageName,
  'AWS::ApiGatewayV2::Integration IntegrationMethod': httpMethod,
  'AWS::ApiGatewayV2::Stage StageName': `'$default', or ${stageName}`,
  'AWS::AutoScaling::LaunchConfiguration BlockDeviceMappings.VirtualName': instanceStore,
  'AWS::AmazonMQ::Broker HostInstanceType': 'a type of Amazon MQ such as mq.m7g.medium',
  'AWS::AppSync::DataSource Name': graphName,
  'AWS::AppSync::FunctionConfiguration Name': graphName,
  'AWS::AppSync::Resolver FieldName': graphName,
  'AWS::AppSync::Resolver TypeName': graphName,
  'AWS::AutoScaling::AutoScalingGroup HealthCheckType': 'EC2, EBS, ELB or VPC_LATTICE, or several of them with commas',
  'AWS::CloudFormation::Stack TemplateURL': 'the https:// address of a template in a bucket of S3',
  'AWS::CloudFormation::WaitCondition Timeout': 'a number of seconds up to 43200, which are 12 hours',
  'AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.CachePolicyId': policyId,
  'AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.OriginRequestPolicyId': policyId,
  'AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.ResponseHeadersPolicyId': policyId,
  'AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior.CachePolicyId': policyId,
  'AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior.OriginRequestPolicyId': policyId,
  'AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId': policyId,
  'AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.PathPattern':
    'made of letters, digits and _-.*$/~"\'@:+&?',
  'AWS::CloudFront::Distribution DistributionConfig.CustomErrorResponses.ResponsePagePath':
    "a path that begins with '/'",
  'AWS::CloudFront::Distribution DistributionConfig.Origins.DomainName':
    "a domain name alone, without 'https://' and without a path, which goes to 'OriginPath'",
  'AWS::CloudFront::Distribution DistributionConfig.Origins.OriginPath':
    "a path that begins with '/' and ends without it",
  'AWS::CloudFront::Distribution DistributionConfig.Restrictions.GeoRestriction.Locations':
    'the code of a country such as US',
  'AWS::CloudFront::Distribution DistributionConfig.ViewerCertificate.AcmCertificateArn': certificate,
  'AWS::CloudFront::Distribution DistributionConfig.ViewerCertificate.MinimumProtocolVersion':
    'a security policy such as TLSv1.2_2021',
  'AWS::CloudFront::Function Name': 'made of letters, digits and _-',
  'AWS::CloudWatch::Alarm AlarmActions': alarmAction,
  'AWS::CloudWatch::Alarm ExtendedStatistic': 'a percentile up to p100',
  'AWS::CloudWatch::Alarm InsufficientDataActions': alarmAction,
  'AWS::CloudWatch::Alarm Metrics.Id': 'made of letters, digits and underscores, and begin with a lower-case letter',
  'AWS::CloudWatch::Alarm OKActions': alarmAction,
  'AWS::CloudWatch::CompositeAlarm AlarmActions': alarmAction,
  'AWS::CloudWatch::CompositeAlarm InsufficientDataActions': alarmAction,
  'AWS::CloudWatch::CompositeAlarm OKActions': alarmAction,
  'AWS::CodeCommit::Repository RepositoryName': dotted,
  'AWS::Cognito::UserPool EmailVerificationMessage': codeText,
  'AWS::Cognito::UserPool SmsAuthenticationMessage': codeText,
  'AWS::Cognito::UserPool SmsVerificationMessage': codeText,
  'AWS::Cognito::UserPool VerificationMessageTemplate.EmailMessage': codeText,
  'AWS::Cognito::UserPool VerificationMessageTemplate.EmailMessageByLink':
    "a text with '{##…##}', which becomes the link",
  'AWS::Cognito::UserPool VerificationMessageTemplate.SmsMessage': codeText,
  'AWS::Cognito::UserPoolDomain Domain':
    "made of lower-case letters, digits and hyphens, without 'aws', 'amazon' and 'cognito', or a domain name of your own",
  'AWS::DocDB::DBCluster PreferredBackupWindow': daily,
  'AWS::DocDB::DBCluster PreferredMaintenanceWindow': weekly,
  'AWS::DAX::Cluster NodeType': 'a type of DAX such as dax.t3.small',
  'AWS::DMS::Endpoint EndpointType': 'source or target',
  'AWS::DocDB::DBInstance DBInstanceClass': databaseClass,
  'AWS::DynamoDB::Table TableName': dotted,
  'AWS::EC2::CustomerGateway Type': "'ipsec.1'",
  'AWS::EC2::Instance BlockDeviceMappings.VirtualName': instanceStore,
  'AWS::EC2::LaunchTemplate LaunchTemplateData.BlockDeviceMappings.VirtualName': instanceStore,
  'AWS::EC2::SecurityGroup GroupName':
    "made of letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, without 'sg-' at the beginning",
  'AWS::EC2::SecurityGroup SecurityGroupEgress.IpProtocol': ipProtocol,
  'AWS::EC2::SecurityGroup SecurityGroupIngress.IpProtocol': ipProtocol,
  'AWS::EC2::SecurityGroupEgress IpProtocol': ipProtocol,
  'AWS::EC2::SecurityGroupIngress IpProtocol': ipProtocol,
  'AWS::EC2::VPCEndpoint ServiceName': 'the whole name of a service, such as com.amazonaws.us-east-1.s3',
  'AWS::EC2::VPNConnection Type': "'ipsec.1'",
  'AWS::ECR::Repository RepositoryName': 'made of lower-case letters, digits and ._-/',
  'AWS::ElastiCache::CacheCluster CacheNodeType': cacheType,
  'AWS::ElastiCache::CacheCluster Engine': 'memcached, redis or valkey',
  'AWS::ElastiCache::CacheCluster PreferredMaintenanceWindow': weekly,
  'AWS::ElastiCache::CacheCluster SnapshotWindow': daily,
  'AWS::ElastiCache::ReplicationGroup CacheNodeType': cacheType,
  'AWS::ElastiCache::ReplicationGroup Engine': 'redis or valkey',
  'AWS::ElastiCache::ReplicationGroup PreferredMaintenanceWindow': weekly,
  'AWS::ElastiCache::ReplicationGroup SnapshotWindow': daily,
  'AWS::ElasticLoadBalancing::LoadBalancer Listeners.InstanceProtocol': balancerProtocol,
  'AWS::ElasticLoadBalancing::LoadBalancer Listeners.Protocol': balancerProtocol,
  'AWS::ElasticLoadBalancingV2::Listener Certificates.CertificateArn': certificate,
  'AWS::ElasticLoadBalancingV2::ListenerCertificate Certificates.CertificateArn': certificate,
  'AWS::ElasticLoadBalancingV2::Listener DefaultActions.FixedResponseConfig.StatusCode': statusCode,
  'AWS::ElasticLoadBalancingV2::ListenerRule Actions.FixedResponseConfig.StatusCode': statusCode,
  'AWS::ElasticLoadBalancingV2::LoadBalancer Name': `${hyphenated} and without 'internal-' before it`,
  'AWS::ElasticLoadBalancingV2::TargetGroup Matcher.HttpCode': 'made of status codes such as 200, 200,202 or 200-299',
  'AWS::ElasticLoadBalancingV2::TargetGroup Name': hyphenated,
  'AWS::Events::ApiDestination InvocationEndpoint': "an address that begins with 'https://'",
  'AWS::Events::Rule Name': dotted,
  'AWS::Events::Rule Targets.InputPath': "a path that begins with '$', such as '$.detail'",
  'AWS::IAM::Group GroupName': policyName,
  'AWS::IAM::Group Path': iamPath,
  'AWS::IAM::InstanceProfile Path': iamPath,
  'AWS::IAM::ManagedPolicy Path': iamPath,
  'AWS::IAM::Role Path': iamPath,
  'AWS::IAM::ServerCertificate Path': iamPath,
  'AWS::IAM::User Path': iamPath,
  'AWS::IAM::VirtualMFADevice Path': iamPath,
  'AWS::IAM::InstanceProfile InstanceProfileName': policyName,
  'AWS::IAM::OIDCProvider Url': "an address that begins with 'https://'",
  'AWS::IAM::User UserName': policyName,
  'AWS::IoT::Policy PolicyName': policyName,
  'AWS::IoT::Thing ThingName': iotName,
  'AWS::IoT::ThingGroup ThingGroupName': iotName,
  'AWS::IoT::ThingType ThingTypeName': iotName,
  'AWS::IoT::TopicRule RuleName': 'made of letters, digits and _',
  'AWS::IoT::TopicRule TopicRulePayload.Sql': 'a statement that begins with SELECT',
  'AWS::KMS::Alias TargetKeyId': keyId,
  'AWS::KMS::Alias AliasName': "'alias/' and a name of letters, digits and /_- that does not begin with 'aws/'",
  'AWS::Lambda::EventSourceMapping KmsKeyArn': 'the ARN of a key',
  'AWS::Lambda::EventSourceMapping SelfManagedEventSource.Endpoints.KafkaBootstrapServers':
    'the name of a host and a port, such as b-1.example.com:9092',
  'AWS::Lambda::Function KmsKeyArn': 'the ARN of a key',
  'AWS::Neptune::DBCluster PreferredBackupWindow': daily,
  'AWS::Neptune::DBCluster PreferredMaintenanceWindow': weekly,
  'AWS::Neptune::DBInstance DBInstanceClass': databaseClass,
  'AWS::OpenSearchService::Domain ClusterConfig.DedicatedMasterType': 'a type such as m7g.large.search',
  'AWS::OpenSearchService::Domain ClusterConfig.InstanceType': 'a type such as m7g.large.search',
  'AWS::OpenSearchService::Domain DomainName': searchDomain,
  'AWS::Elasticsearch::Domain DomainName': searchDomain,
  'AWS::RDS::DBCluster DatabaseName': databaseName,
  'AWS::RDS::DBCluster Engine': engine,
  'AWS::RDS::DBCluster PreferredBackupWindow': daily,
  'AWS::RDS::DBCluster PreferredMaintenanceWindow': weekly,
  'AWS::RDS::DBClusterParameterGroup Family': family,
  'AWS::RDS::DBInstance DBInstanceClass': databaseClass,
  'AWS::RDS::DBInstance DBName': databaseName,
  'AWS::RDS::DBInstance Engine': engine,
  'AWS::RDS::DBInstance Port': 'a port from 1150 to 65535',
  'AWS::RDS::DBInstance PreferredBackupWindow': daily,
  'AWS::RDS::DBInstance PreferredMaintenanceWindow': weekly,
  'AWS::RDS::DBParameterGroup Family': family,
  'AWS::Redshift::Cluster NodeType': 'a type that Redshift still has, such as ra3.large',
  'AWS::Route53::HostedZone VPCs.VPCRegion': 'a Region such as us-east-1',
  'AWS::Route53::RecordSet HostedZoneName': zoneName,
  'AWS::Route53::RecordSetGroup HostedZoneName': zoneName,
  'AWS::S3::Bucket BucketName':
    "made of lower-case letters, digits and .-, with a letter or digit at the ends, and with none of the reserved beginnings and ends ('xn--', '-s3alias' …)",
  'AWS::S3::Bucket BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID':
    keyId,
  'AWS::S3::Bucket NotificationConfiguration.LambdaConfigurations.Function': 'the ARN of a function',
  'AWS::S3::Bucket NotificationConfiguration.QueueConfigurations.Queue': 'the ARN of a queue',
  'AWS::S3::Bucket NotificationConfiguration.TopicConfigurations.Topic': 'the ARN of a topic',
  'AWS::S3::Bucket NotificationConfiguration.LambdaConfigurations.Filter.S3Key.Rules.Name': "'prefix' or 'suffix'",
  'AWS::S3::Bucket NotificationConfiguration.QueueConfigurations.Filter.S3Key.Rules.Name': "'prefix' or 'suffix'",
  'AWS::S3::Bucket NotificationConfiguration.TopicConfigurations.Filter.S3Key.Rules.Name': "'prefix' or 'suffix'",
  'AWS::S3::Bucket ReplicationConfiguration.Rules.Destination.Bucket':
    "the ARN of a bucket, such as 'arn:aws:s3:::copies'",
  'AWS::SNS::Topic TopicName': fifoName,
  'AWS::SQS::Queue QueueName': fifoName,
  'AWS::SSM::Parameter Name':
    "made of letters, digits and ._-/, begins with '/' where it has one, and cannot begin with 'aws' or 'ssm'",
  'AWS::SageMaker::EndpointConfig ProductionVariants.InstanceType': hostedType,
  'AWS::SageMaker::EndpointConfig ShadowProductionVariants.InstanceType': hostedType,
  'AWS::SageMaker::NotebookInstance InstanceType': hostedType,
  'AWS::SecretsManager::Secret Name': 'made of letters, digits and /_+=.@-',
  'AWS::WAFv2::RuleGroup VisibilityConfig.MetricName': metricName,
  'AWS::WAFv2::RuleGroup Rules.VisibilityConfig.MetricName': metricName,
  'AWS::WAFv2::WebACL VisibilityConfig.MetricName': metricName,
  'AWS::WAFv2::WebACL Rules.VisibilityConfig.MetricName': metricName,
  'AWS::WAFv2::IPSet Addresses': 'a range with the number of fixed bits, such as 192.0.2.44/32',
};
