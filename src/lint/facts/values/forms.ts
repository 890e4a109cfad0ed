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
const iotName = 'made of letters, digits and :_-';
const databaseName = 'made of letters, digits and _, with a letter at the beginning';
const hostedType = 'a type of SageMaker such as ml.t3.medium';

/** What patterns ask for, in words: by type and path, without positions in lists. */
export const forms: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Deployment StageName': stageName,
  'AWS::ApiGateway::Stage StageName': stageName,
  'AWS::ApiGatewayV2::Stage StageName': `'$default', or ${stageName}`,
  'AWS::AppSync::DataSource Name': graphName,
  'AWS::AppSync::FunctionConfiguration Name': graphName,
  'AWS::AppSync::Resolver FieldName': graphName,
  'AWS::AppSync::Resolver TypeName': graphName,
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
  'AWS::CloudFront::Function Name': 'made of letters, digits and _-',
  'AWS::CloudWatch::Alarm AlarmActions': alarmAction,
  'AWS::CloudWatch::Alarm InsufficientDataActions': alarmAction,
  'AWS::CloudWatch::Alarm Metrics.Id': 'made of letters, digits and underscores, and begin with a lower-case letter',
  'AWS::CloudWatch::Alarm OKActions': alarmAction,
  'AWS::CloudWatch::CompositeAlarm AlarmActions': alarmAction,
  'AWS::CloudWatch::CompositeAlarm InsufficientDataActions': alarmAction,
  'AWS::CloudWatch::CompositeAlarm OKActions': alarmAction,
  'AWS::CodeBuild::Project Environment.Type': 'a type of environment such as LINUX_CONTAINER or ARM_CONTAINER',
  'AWS::Cognito::UserPoolDomain Domain':
    "made of lower-case letters, digits and hyphens, without 'aws', 'amazon' and 'cognito', or a domain name of your own",
  'AWS::DocDB::DBCluster PreferredBackupWindow': daily,
  'AWS::DocDB::DBCluster PreferredMaintenanceWindow': weekly,
  'AWS::DynamoDB::Table TableName': dotted,
  'AWS::EC2::SecurityGroup GroupName':
    "made of letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, without 'sg-' at the beginning",
  'AWS::ECR::Repository RepositoryName': 'made of lower-case letters, digits and ._-/',
  'AWS::ElastiCache::CacheCluster PreferredMaintenanceWindow': weekly,
  'AWS::ElastiCache::CacheCluster SnapshotWindow': daily,
  'AWS::ElastiCache::ReplicationGroup PreferredMaintenanceWindow': weekly,
  'AWS::ElastiCache::ReplicationGroup SnapshotWindow': daily,
  'AWS::ElasticLoadBalancingV2::LoadBalancer Name': `${hyphenated} and without 'internal-' before it`,
  'AWS::ElasticLoadBalancingV2::TargetGroup Matcher.HttpCode': 'made of status codes such as 200, 200,202 or 200-299',
  'AWS::ElasticLoadBalancingV2::TargetGroup Name': hyphenated,
  'AWS::Events::ApiDestination InvocationEndpoint': "an address that begins with 'https://'",
  'AWS::Events::Rule Name': dotted,
  'AWS::Events::Rule Targets.InputPath': "a path that begins with '$', such as '$.detail'",
  'AWS::IAM::Group GroupName': policyName,
  'AWS::IAM::InstanceProfile InstanceProfileName': policyName,
  'AWS::IAM::OIDCProvider Url': "an address that begins with 'https://'",
  'AWS::IAM::User UserName': policyName,
  'AWS::IoT::Policy PolicyName': policyName,
  'AWS::IoT::Thing ThingName': iotName,
  'AWS::IoT::ThingGroup ThingGroupName': iotName,
  'AWS::IoT::ThingType ThingTypeName': iotName,
  'AWS::IoT::TopicRule RuleName': 'made of letters, digits and _',
  'AWS::KMS::Alias AliasName': "'alias/' and a name of letters, digits and /_- that does not begin with 'aws/'",
  'AWS::Lambda::EventSourceMapping SelfManagedEventSource.Endpoints.KafkaBootstrapServers':
    'the name of a host and a port, such as b-1.example.com:9092',
  'AWS::Neptune::DBCluster PreferredBackupWindow': daily,
  'AWS::Neptune::DBCluster PreferredMaintenanceWindow': weekly,
  'AWS::RDS::DBCluster DatabaseName': databaseName,
  'AWS::RDS::DBCluster PreferredBackupWindow': daily,
  'AWS::RDS::DBCluster PreferredMaintenanceWindow': weekly,
  'AWS::RDS::DBClusterParameterGroup Family': family,
  'AWS::RDS::DBInstance DBInstanceClass': 'a class such as db.t4g.micro',
  'AWS::RDS::DBInstance DBName': databaseName,
  'AWS::RDS::DBInstance PreferredBackupWindow': daily,
  'AWS::RDS::DBInstance PreferredMaintenanceWindow': weekly,
  'AWS::RDS::DBParameterGroup Family': family,
  'AWS::Route53::RecordSet HostedZoneName': zoneName,
  'AWS::Route53::RecordSetGroup HostedZoneName': zoneName,
  'AWS::S3::Bucket BucketName':
    "made of lower-case letters, digits and .-, with a letter or digit at the ends, and with none of the reserved beginnings and ends ('xn--', '-s3alias' …)",
  'AWS::S3::Bucket NotificationConfiguration.LambdaConfigurations.Filter.S3Key.Rules.Name': "'prefix' or 'suffix'",
  'AWS::S3::Bucket NotificationConfiguration.QueueConfigurations.Filter.S3Key.Rules.Name': "'prefix' or 'suffix'",
  'AWS::S3::Bucket NotificationConfiguration.TopicConfigurations.Filter.S3Key.Rules.Name': "'prefix' or 'suffix'",
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
