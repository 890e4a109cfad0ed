/** What a person calls a resource of a type, and what it holds that is lost with it. */
interface Noun {
  readonly name: string;
  readonly data?: string;
  /** What comes in its place, if that is not called an empty one. */
  readonly fresh?: string;
}

const nouns: ReadonlyMap<string, Noun> = new Map([
  ['AWS::APS::Workspace', { name: 'metrics workspace', data: 'its metrics' }],
  ['AWS::AmazonMQ::Broker', { name: 'broker', data: 'its messages' }],
  ['AWS::ApiGateway::Deployment', { name: 'deployment' }],
  ['AWS::ApiGateway::DomainName', { name: 'domain name' }],
  ['AWS::ApiGateway::RestApi', { name: 'REST API' }],
  ['AWS::ApiGateway::Stage', { name: 'stage' }],
  ['AWS::ApiGateway::UsagePlan', { name: 'usage plan' }],
  ['AWS::ApiGatewayV2::Api', { name: 'API' }],
  ['AWS::ApiGatewayV2::Stage', { name: 'stage' }],
  ['AWS::AppSync::GraphQLApi', { name: 'GraphQL API' }],
  ['AWS::Backup::BackupVault', { name: 'backup vault', data: 'its backups' }],
  ['AWS::BedrockAgentCore::Memory', { name: 'memory', data: 'its events and records' }],
  ['AWS::Cassandra::Keyspace', { name: 'keyspace', data: 'all its tables' }],
  ['AWS::Cassandra::Table', { name: 'table', data: 'its rows' }],
  ['AWS::CloudFormation::Stack', { name: 'nested stack', data: 'all its resources' }],
  ['AWS::CloudFormation::StackSet', { name: 'stack set', data: 'all its stacks' }],
  ['AWS::CloudFormation::WaitCondition', { name: 'wait condition' }],
  ['AWS::CloudFront::Distribution', { name: 'distribution' }],
  ['AWS::CloudFront::KeyValueStore', { name: 'key value store', data: 'its entries' }],
  ['AWS::CloudTrail::EventDataStore', { name: 'event data store', data: 'its events' }],
  ['AWS::CloudWatch::Alarm', { name: 'alarm' }],
  ['AWS::CodeArtifact::Repository', { name: 'repository', data: 'its packages' }],
  ['AWS::CodeCommit::Repository', { name: 'repository', data: 'its commits' }],
  ['AWS::CodeDeploy::DeploymentGroup', { name: 'deployment group' }],
  ['AWS::Cognito::IdentityPool', { name: 'identity pool' }],
  ['AWS::Cognito::UserPool', { name: 'user pool', data: 'its users' }],
  ['AWS::CustomerProfiles::Domain', { name: 'profile domain', data: 'its profiles' }],
  ['AWS::DSQL::Cluster', { name: 'database cluster', data: 'its data' }],
  ['AWS::DocDB::DBCluster', { name: 'database cluster', data: 'its data' }],
  ['AWS::DocDB::DBInstance', { name: 'database instance', data: 'its data' }],
  ['AWS::DocDBElastic::Cluster', { name: 'database cluster', data: 'its data' }],
  ['AWS::DynamoDB::GlobalTable', { name: 'table', data: 'its items' }],
  ['AWS::DynamoDB::Table', { name: 'table', data: 'its items' }],
  ['AWS::EC2::SecurityGroup', { name: 'security group' }],
  ['AWS::EC2::VPCEndpoint', { name: 'VPC endpoint' }],
  ['AWS::EC2::Volume', { name: 'volume', data: 'its data' }],
  ['AWS::EC2::VolumeAttachment', { name: 'volume attachment' }],
  ['AWS::ECR::PublicRepository', { name: 'repository', data: 'its images' }],
  ['AWS::ECR::Repository', { name: 'repository', data: 'its images' }],
  ['AWS::ECS::Service', { name: 'container service' }],
  ['AWS::EFS::FileSystem', { name: 'file system', data: 'its files' }],
  ['AWS::EKS::Cluster', { name: 'Kubernetes cluster' }],
  ['AWS::EKS::Nodegroup', { name: 'node group' }],
  ['AWS::EMR::Cluster', { name: 'cluster', data: 'its data' }],
  ['AWS::ElastiCache::CacheCluster', { name: 'cache', data: 'its entries' }],
  ['AWS::ElastiCache::ReplicationGroup', { name: 'cache', data: 'its entries' }],
  ['AWS::ElastiCache::ServerlessCache', { name: 'cache', data: 'its entries' }],
  ['AWS::Elasticsearch::Domain', { name: 'search domain', data: 'its indexes' }],
  ['AWS::Events::Archive', { name: 'archive', data: 'its events' }],
  ['AWS::Events::EventBus', { name: 'event bus' }],
  ['AWS::Events::Rule', { name: 'rule' }],
  ['AWS::FSx::FileSystem', { name: 'file system', data: 'its files' }],
  ['AWS::FSx::Volume', { name: 'volume', data: 'its files' }],
  ['AWS::Grafana::Workspace', { name: 'workspace', data: 'its dashboards' }],
  ['AWS::HealthLake::FHIRDatastore', { name: 'data store', data: 'its records' }],
  ['AWS::IAM::ManagedPolicy', { name: 'managed policy' }],
  ['AWS::IAM::Role', { name: 'role' }],
  ['AWS::IoT::Policy', { name: 'IoT policy' }],
  ['AWS::IoTAnalytics::Channel', { name: 'channel', data: 'its messages' }],
  ['AWS::IoTAnalytics::Datastore', { name: 'data store', data: 'its messages' }],
  ['AWS::IoT::TopicRule', { name: 'IoT rule' }],
  ['AWS::KMS::Key', { name: 'key', data: 'access to everything it encrypted' }],
  ['AWS::Kendra::Index', { name: 'search index', data: 'its documents' }],
  ['AWS::Kinesis::Stream', { name: 'stream', data: 'its records' }],
  ['AWS::KinesisVideo::Stream', { name: 'video stream', data: 'its recordings' }],
  ['AWS::Lambda::Alias', { name: 'alias' }],
  ['AWS::Lambda::EventInvokeConfig', { name: 'asynchronous invocation configuration' }],
  ['AWS::Lambda::EventSourceMapping', { name: 'event source mapping' }],
  ['AWS::Lambda::Function', { name: 'function' }],
  ['AWS::Lambda::LayerVersion', { name: 'layer' }],
  ['AWS::Lambda::Permission', { name: 'permission' }],
  ['AWS::Lambda::Url', { name: 'function URL' }],
  ['AWS::Lambda::Version', { name: 'version' }],
  ['AWS::Lightsail::Bucket', { name: 'bucket', data: 'its objects' }],
  ['AWS::Lightsail::Database', { name: 'database', data: 'its data' }],
  ['AWS::Lightsail::Disk', { name: 'disk', data: 'its data' }],
  ['AWS::Location::GeofenceCollection', { name: 'geofence collection', data: 'its geofences' }],
  ['AWS::Location::Tracker', { name: 'tracker', data: 'its positions' }],
  ['AWS::Logs::LogGroup', { name: 'log group', data: 'its log events' }],
  ['AWS::Logs::LogStream', { name: 'log stream', data: 'its log events' }],
  ['AWS::Logs::SubscriptionFilter', { name: 'subscription filter' }],
  ['AWS::MSK::Cluster', { name: 'streaming cluster', data: 'its topics and their records' }],
  ['AWS::MSK::ServerlessCluster', { name: 'streaming cluster', data: 'its topics and their records' }],
  ['AWS::MemoryDB::Cluster', { name: 'database cluster', data: 'its data' }],
  ['AWS::Neptune::DBCluster', { name: 'database cluster', data: 'its data' }],
  ['AWS::Neptune::DBInstance', { name: 'database instance', data: 'its data' }],
  ['AWS::NeptuneGraph::Graph', { name: 'graph', data: 'its data' }],
  ['AWS::OpenSearchServerless::Collection', { name: 'search collection', data: 'its indexes' }],
  ['AWS::OpenSearchService::Domain', { name: 'search domain', data: 'its indexes' }],
  ['AWS::Organizations::Account', { name: 'account', data: 'everything in it' }],
  ['AWS::Pipes::Pipe', { name: 'pipe' }],
  ['AWS::QBusiness::Index', { name: 'search index', data: 'its documents' }],
  ['AWS::QLDB::Ledger', { name: 'ledger', data: 'its documents' }],
  ['AWS::RDS::DBCluster', { name: 'database cluster', data: 'its data' }],
  ['AWS::RDS::DBInstance', { name: 'database instance', data: 'its data' }],
  ['AWS::Redshift::Cluster', { name: 'warehouse cluster', data: 'its data' }],
  ['AWS::RedshiftServerless::Namespace', { name: 'warehouse namespace', data: 'its data' }],
  ['AWS::Rekognition::Collection', { name: 'face collection', data: 'its faces' }],
  ['AWS::S3::Bucket', { name: 'bucket', data: 'its objects' }],
  ['AWS::S3Express::DirectoryBucket', { name: 'bucket', data: 'its objects' }],
  ['AWS::S3Outposts::Bucket', { name: 'bucket', data: 'its objects' }],
  ['AWS::S3Tables::Table', { name: 'table', data: 'its rows' }],
  ['AWS::S3Tables::TableBucket', { name: 'bucket', data: 'its tables' }],
  ['AWS::S3Vectors::Index', { name: 'vector index', data: 'its vectors' }],
  ['AWS::S3Vectors::VectorBucket', { name: 'bucket', data: 'its indexes' }],
  ['AWS::SDB::Domain', { name: 'SimpleDB domain', data: 'its items' }],
  ['AWS::SES::ContactList', { name: 'contact list', data: 'its contacts' }],
  ['AWS::SNS::Subscription', { name: 'subscription' }],
  ['AWS::SNS::Topic', { name: 'topic', data: 'the subscriptions made outside of this template' }],
  ['AWS::SQS::Queue', { name: 'queue', data: 'its messages' }],
  ['AWS::SSM::Document', { name: 'document' }],
  ['AWS::SSM::Parameter', { name: 'parameter' }],
  ['AWS::SSO::PermissionSet', { name: 'permission set' }],
  ['AWS::Scheduler::Schedule', { name: 'schedule' }],
  ['AWS::SecretsManager::Secret', { name: 'secret', data: 'its value', fresh: 'a new one' }],
  [
    'AWS::StepFunctions::StateMachine',
    { name: 'state machine', data: 'its executions and their history', fresh: 'a new one' },
  ],
  ['AWS::Timestream::InfluxDBCluster', { name: 'database cluster', data: 'its data' }],
  ['AWS::Timestream::InfluxDBInstance', { name: 'database instance', data: 'its data' }],
  ['AWS::Timestream::Table', { name: 'table', data: 'its records' }],
  ['AWS::WorkSpaces::Workspace', { name: 'desktop', data: 'its files' }],
]);

/** `the table 'Orders'`, `the AWS::X::Y 'Thing'` */
export const called = (type: string, id: string): string =>
  type === '' ? `'${id}'` : `the ${nouns.get(type)?.name ?? type} '${id}'`;

/** Types that AWS deletes only while they hold nothing. */
const deletedEmpty: ReadonlySet<string> = new Set([
  'AWS::S3::Bucket',
  'AWS::S3Express::DirectoryBucket',
  'AWS::S3Outposts::Bucket',
  'AWS::S3Tables::TableBucket',
  'AWS::S3Vectors::VectorBucket',
]);

/** Whether AWS refuses to delete a resource that holds something. */
export const isDeletedEmpty = (type: string): boolean => deletedEmpty.has(type);

/** What is lost with a resource: `its items`; undefined where it holds no data. */
export const dataOf = (type: string, holdsData: boolean): string | undefined =>
  nouns.get(type)?.data ?? (holdsData ? 'its data' : undefined);

/** What a resource is replaced by: `an empty one`. */
export const freshOf = (type: string): string => nouns.get(type)?.fresh ?? 'an empty one';

/** A sentence's first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a`, `a and b`, `a, b and 3 more` */
export const enumerated = (items: readonly string[], most = 5): string => {
  const named = items.slice(0, most);
  if (items.length > most) named.push(`${items.length - most} more`);
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
};
