/** What a resource is in a picture. */
export type Kind = 'api' | 'function' | 'machine' | 'store' | 'queue' | 'topic' | 'event' | 'outside';

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['AWS::ApiGateway::RestApi', 'api'],
  ['AWS::ApiGatewayV2::Api', 'api'],
  ['AWS::AppSync::GraphQLApi', 'api'],
  ['AWS::CloudWatch::Alarm', 'event'],
  ['AWS::Cognito::UserPool', 'store'],
  ['AWS::DynamoDB::GlobalTable', 'store'],
  ['AWS::DynamoDB::Table', 'store'],
  ['AWS::DocDB::DBCluster', 'store'],
  ['AWS::EFS::FileSystem', 'store'],
  ['AWS::ElastiCache::ReplicationGroup', 'store'],
  ['AWS::Events::EventBus', 'topic'],
  ['AWS::Events::Rule', 'event'],
  ['AWS::IoT::TopicRule', 'event'],
  ['AWS::Kinesis::Stream', 'queue'],
  ['AWS::KinesisFirehose::DeliveryStream', 'queue'],
  ['AWS::Lambda::Function', 'function'],
  ['AWS::Logs::LogGroup', 'event'],
  ['AWS::MSK::Cluster', 'queue'],
  ['AWS::Pipes::Pipe', 'event'],
  ['AWS::RDS::DBCluster', 'store'],
  ['AWS::RDS::DBInstance', 'store'],
  ['AWS::S3::Bucket', 'store'],
  ['AWS::SNS::Topic', 'topic'],
  ['AWS::SQS::Queue', 'queue'],
  ['AWS::Scheduler::Schedule', 'event'],
  ['AWS::SecretsManager::Secret', 'store'],
  ['AWS::SSM::Parameter', 'store'],
  ['AWS::StepFunctions::StateMachine', 'machine'],
]);

/** What a resource of a type is in a picture; undefined for what is not part of it: roles, permissions, stages … */
export const kindOf = (type: string): Kind | undefined => kinds.get(type);
