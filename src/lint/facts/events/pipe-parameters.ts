/** The parameters of a pipe for a source or target, by the service in its ARN. */
export interface PipeParameters {
  readonly property: string;
  /** What the service cannot do without, where that is so. */
  readonly needs?: string;
}

/** Source: https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceParameters.html */
export const sourceParameters: Readonly<Record<string, PipeParameters>> = {
  dynamodb: { property: 'DynamoDBStreamParameters', needs: 'StartingPosition' },
  kafka: { property: 'ManagedStreamingKafkaParameters', needs: 'TopicName' },
  kinesis: { property: 'KinesisStreamParameters', needs: 'StartingPosition' },
  sqs: { property: 'SqsQueueParameters' },
};

/** Source: https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeTargetParameters.html */
export const targetParameters: Readonly<Record<string, PipeParameters>> = {
  batch: { property: 'BatchJobParameters', needs: 'JobDefinition' },
  ecs: { property: 'EcsTaskParameters', needs: 'TaskDefinitionArn' },
  kinesis: { property: 'KinesisStreamParameters', needs: 'PartitionKey' },
  lambda: { property: 'LambdaFunctionParameters' },
  logs: { property: 'CloudWatchLogsParameters' },
  sqs: { property: 'SqsQueueParameters' },
  states: { property: 'StepFunctionStateMachineParameters' },
};

/** The services that ARNs of these types are of. */
export const servicesOfTypes: Readonly<Record<string, string>> = {
  'AWS::Batch::JobQueue': 'batch',
  'AWS::DynamoDB::GlobalTable': 'dynamodb',
  'AWS::DynamoDB::Table': 'dynamodb',
  'AWS::ECS::Cluster': 'ecs',
  'AWS::Kinesis::Stream': 'kinesis',
  'AWS::Lambda::Alias': 'lambda',
  'AWS::Lambda::Function': 'lambda',
  'AWS::Lambda::Version': 'lambda',
  'AWS::Logs::LogGroup': 'logs',
  'AWS::MSK::Cluster': 'kafka',
  'AWS::MSK::ServerlessCluster': 'kafka',
  'AWS::SQS::Queue': 'sqs',
  'AWS::StepFunctions::StateMachine': 'states',
};
