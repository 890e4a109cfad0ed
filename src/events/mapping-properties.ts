import { boolean, integer, list, listOf, loose, map, object, strict, string } from '../schema/property.ts';

const failureDestinationShape = object({
  Type: loose(string, 'What is there: SQS, SNS, S3 or Kafka.', { early: true }),
  Destination: loose(string, 'Its ARN.'),
});

const sourceAccessShape = object({
  Type: loose(string, 'What it is: BASIC_AUTH, VPC_SUBNET …', { early: true }),
  URI: loose(string, 'The ARN of the secret, or the id of what is in the network.'),
});

const schemaRegistryShape = object({
  AccessConfigs: loose(list, 'How the registry is reached.'),
  SchemaValidationConfigs: loose(list, 'What of a record is checked.'),
  EventRecordFormat: loose(string, 'JSON or SOURCE.', { early: true }),
  SchemaRegistryURI: loose(string, 'The registry.'),
});

/** The properties of every event that becomes an `AWS::Lambda::EventSourceMapping`. */
export const mappingProperties = {
  BatchSize: strict(integer, 'The most records in one invocation.', { to: 'BatchSize' }),
  StartingPosition: loose(string, 'Where reading starts: TRIM_HORIZON, LATEST or AT_TIMESTAMP.', {
    to: 'StartingPosition',
  }),
  StartingPositionTimestamp: loose(integer, 'Where reading starts with AT_TIMESTAMP, in Unix seconds.', {
    to: 'StartingPositionTimestamp',
  }),
  Enabled: strict(boolean, 'Whether the source is read.', { to: 'Enabled' }),
  MaximumBatchingWindowInSeconds: strict(integer, 'How long to gather records before an invocation.', {
    to: 'MaximumBatchingWindowInSeconds',
  }),
  MaximumRetryAttempts: strict(integer, 'How often a failed batch is tried again.', { to: 'MaximumRetryAttempts' }),
  BisectBatchOnFunctionError: strict(boolean, 'Splits a failed batch in two before it is tried again.', {
    to: 'BisectBatchOnFunctionError',
  }),
  MaximumRecordAgeInSeconds: strict(integer, 'The age at which records are discarded.', {
    to: 'MaximumRecordAgeInSeconds',
  }),
  DestinationConfig: strict(
    object({ OnFailure: loose(failureDestinationShape, 'The destination.') }),
    'Where failed batches go.',
  ),
  ParallelizationFactor: strict(integer, 'Batches of one shard that are processed at a time.', {
    to: 'ParallelizationFactor',
  }),
  Topics: strict(list, 'The name of the Kafka topic.', { to: 'Topics' }),
  Queues: strict(list, 'The name of the queue at the broker.', { to: 'Queues' }),
  SourceAccessConfigurations: strict(
    listOf(sourceAccessShape),
    'How the source is reached: credentials, network, virtual host.',
    {
      to: 'SourceAccessConfigurations',
    },
  ),
  SecretsManagerKmsKeyId: strict(string, 'The id of the KMS key that encrypts the credentials.', { early: true }),
  TumblingWindowInSeconds: strict(integer, 'The length of a tumbling window.', { to: 'TumblingWindowInSeconds' }),
  FunctionResponseTypes: strict(list, 'What the function may answer: ReportBatchItemFailures.', {
    to: 'FunctionResponseTypes',
  }),
  KafkaBootstrapServers: strict(list, 'Hosts and ports of the Kafka brokers.'),
  FilterCriteria: strict(map, 'The patterns of the records that count.', { to: 'FilterCriteria' }),
  KmsKeyArn: loose(string, 'The key that encrypts the filter criteria.', { to: 'KmsKeyArn' }),
  ConsumerGroupId: strict(string, 'The Kafka consumer group to join.'),
  ScalingConfig: strict(map, 'The most concurrent invocations.', { to: 'ScalingConfig' }),
  ProvisionedPollerConfig: strict(map, 'The fewest and most event pollers.', { to: 'ProvisionedPollerConfig' }),
  SchemaRegistryConfig: strict(schemaRegistryShape, 'The schema registry that Kafka records are checked against.'),
  MetricsConfig: strict(map, 'The metrics of the mapping.', { to: 'MetricsConfig' }),
  LoggingConfig: strict(map, 'The logs of the mapping.', { to: 'LoggingConfig' }),
} as const;

/** Those of sources that are read from a position which the author has to choose. */
export const streamProperties = {
  ...mappingProperties,
  Stream: loose(string, 'The ARN of the stream or cluster.', { required: true, to: 'EventSourceArn' }),
  StartingPosition: loose(string, mappingProperties.StartingPosition.doc, { required: true, to: 'StartingPosition' }),
} as const;
