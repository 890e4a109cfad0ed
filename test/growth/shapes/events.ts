import { arn, fn, mapOf, resources, type Shape, shape } from './builders.ts';

const bucket = { Type: 'AWS::S3::Bucket' };
const pool = { Type: 'AWS::Cognito::UserPool' };

/** The properties of one of many events, by type. */
const properties: Readonly<Record<string, (at: number) => object>> = {
  S3: (at) => ({
    Bucket: { Ref: 'B' },
    Events: 's3:ObjectCreated:*',
    Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: `p${at}` }] } },
  }),
  SNS: (at) => ({ Topic: arn('sns', `t${at}`), SqsSubscription: at % 2 === 0 }),
  SQS: (at) => ({ Queue: arn('sqs', `q${at}`) }),
  Kinesis: (at) => ({ Stream: arn('kinesis', `stream/s${at}`), StartingPosition: 'LATEST' }),
  DynamoDB: (at) => ({ Stream: arn('dynamodb', `table/t${at}/stream/s`), StartingPosition: 'LATEST' }),
  DocumentDB: (at) => ({
    Cluster: arn('rds', `cluster:c${at}`),
    DatabaseName: 'd',
    StartingPosition: 'LATEST',
    SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: arn('secretsmanager', 'secret:s') }],
  }),
  MSK: (at) => ({ Stream: arn('kafka', `cluster/c${at}/u`), Topics: ['t'], StartingPosition: 'LATEST' }),
  MQ: (at) => ({
    Broker: arn('mq', `broker:b${at}`),
    Queues: ['q'],
    SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: arn('secretsmanager', 'secret:s') }],
  }),
  SelfManagedKafka: (at) => ({
    KafkaBootstrapServers: [`b${at}:9092`],
    Topics: ['t'],
    SourceAccessConfigurations: [{ Type: 'VPC_SUBNET', URI: 'subnet:subnet-1' }],
  }),
  Api: (at) => ({ Path: `/p${at}/{id}`, Method: 'get' }),
  HttpApi: (at) => ({ Path: `/p${at}/{id}`, Method: 'get' }),
  Schedule: () => ({ Schedule: 'rate(1 day)', Input: '{}' }),
  ScheduleV2: () => ({ ScheduleExpression: 'rate(1 day)' }),
  EventBridgeRule: (at) => ({ Pattern: { source: [`a${at}`] } }),
  CloudWatchLogs: (at) => ({ LogGroupName: `g${at}`, FilterPattern: '' }),
  IoTRule: (at) => ({ Sql: `SELECT * FROM 't${at}'` }),
  Cognito: () => ({ UserPool: { Ref: 'U' }, Trigger: 'PreSignUp' }),
  AlexaSkill: () => ({}),
};

const onOneFunction = Object.entries(properties).map(([type, of]) =>
  shape(`events ${type} on one function`, 400, (size) => {
    const events = mapOf(size, (at) => [`E${at}`, { Type: type, Properties: of(at) }]);
    return resources({ B: bucket, U: pool, F: fn({ AutoPublishAlias: 'live', Events: events }) });
  }),
);

/** Functions with one event each, all of them from the same source. */
const fromOneSource = ['S3', 'Cognito', 'Api', 'HttpApi'].map((type) =>
  shape(`functions with an event ${type}`, 100, (size) => {
    const functions = mapOf(size, (at) => [
      `F${at}`,
      fn({ Events: { E: { Type: type, Properties: properties[type]!(at) } } }),
    ]);
    return resources({ B: bucket, U: pool, ...functions });
  }),
);

export const events: readonly Shape[] = [...onOneFunction, ...fromOneSource];
