/** How the ARN of a resource ends, behind partition, service, Region and account. */
export interface ArnShape {
  readonly service: string;
  /** What stands in front of the name; it may hold `*`. */
  readonly before?: string;
  /** The property with the name, where it can be given. */
  readonly name?: string;
  /** What may stand behind the name. */
  readonly after?: string;
}

const lambda = { service: 'lambda', before: 'function:', name: 'FunctionName', after: '*' };
const machine = { service: 'states', before: 'stateMachine:', name: 'StateMachineName', after: '*' };
const alarm = { service: 'cloudwatch', before: 'alarm:', name: 'AlarmName' };

/** Source: the resource types of each service in the Service Authorization Reference. */
const shapes: ReadonlyMap<string, ArnShape> = new Map<string, ArnShape>([
  ['AWS::ApiGateway::RestApi', { service: 'execute-api' }],
  ['AWS::ApiGatewayV2::Api', { service: 'execute-api' }],
  ['AWS::AppSync::GraphQLApi', { service: 'appsync', before: 'apis/' }],
  ['AWS::CloudWatch::Alarm', alarm],
  ['AWS::CloudWatch::CompositeAlarm', alarm],
  ['AWS::Cognito::UserPool', { service: 'cognito-idp', before: 'userpool/' }],
  ['AWS::Config::ConfigRule', { service: 'config', before: 'config-rule/' }],
  ['AWS::DynamoDB::Table', { service: 'dynamodb', before: 'table/', name: 'TableName', after: '*' }],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', { service: 'elasticloadbalancing', before: 'targetgroup/' }],
  ['AWS::Events::EventBus', { service: 'events', before: 'event-bus/', name: 'Name' }],
  ['AWS::Events::Rule', { service: 'events', before: 'rule/*', name: 'Name' }],
  ['AWS::IoT::TopicRule', { service: 'iot', before: 'rule/', name: 'RuleName' }],
  ['AWS::Kinesis::Stream', { service: 'kinesis', before: 'stream/', name: 'Name' }],
  [
    'AWS::KinesisFirehose::DeliveryStream',
    { service: 'firehose', before: 'deliverystream/', name: 'DeliveryStreamName' },
  ],
  ['AWS::Lambda::Function', lambda],
  ['AWS::Logs::LogGroup', { service: 'logs', before: 'log-group:', name: 'LogGroupName', after: '*' }],
  ['AWS::S3::Bucket', { service: 's3', name: 'BucketName' }],
  ['AWS::SNS::Topic', { service: 'sns', name: 'TopicName' }],
  ['AWS::SQS::Queue', { service: 'sqs', name: 'QueueName' }],
  ['AWS::SecretsManager::Secret', { service: 'secretsmanager', before: 'secret:', name: 'Name', after: '*' }],
  ['AWS::StepFunctions::StateMachine', machine],
]);

/** How ARNs of a type look; undefined for types that neither call nor are called. */
export const shapeOf = (type: string): ArnShape | undefined => shapes.get(type);
