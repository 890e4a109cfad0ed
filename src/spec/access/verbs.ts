import { functionTypes, machineTypes, tableTypes } from '../codecs/targets.ts';
import type { Attribute } from '../language/forms.ts';

/** What a verb is: one of SAM's policy templates, or actions where SAM has none. */
export interface Verb {
  /** The policy template; undefined where SAM has none. */
  readonly template?: string;
  /** Its parameter for the thing itself. */
  readonly parameter?: string;
  /** What of the thing the parameter takes. */
  readonly as?: Attribute;
  readonly actions?: readonly string[];
}

/** The verbs of one kind of thing. */
export interface Granted {
  /** How the kind is called where it cannot be seen: `{TableName: table read}`. */
  readonly word: string;
  readonly types: readonly string[];
  readonly verbs: Readonly<Record<string, Verb>>;
  /** What an action applies to beside the thing itself: behind its ARN. */
  readonly below: readonly string[];
}

const templates = (parameter: string, as: Attribute, byVerb: Readonly<Record<string, string>>): Record<string, Verb> =>
  Object.fromEntries(Object.entries(byVerb).map(([verb, template]) => [verb, { template, parameter, as }]));

/** Every verb of the language. The table is part of the reference and changes only with the language's version. */
export const granted: readonly Granted[] = [
  {
    word: 'table',
    types: tableTypes,
    verbs: templates('TableName', 'name', {
      read: 'DynamoDBReadPolicy',
      write: 'DynamoDBWritePolicy',
      crud: 'DynamoDBCrudPolicy',
    }),
    below: ['/index/*'],
  },
  {
    word: 'queue',
    types: ['AWS::SQS::Queue'],
    verbs: templates('QueueName', 'name', { send: 'SQSSendMessagePolicy', consume: 'SQSPollerPolicy' }),
    below: [],
  },
  {
    word: 'topic',
    types: ['AWS::SNS::Topic'],
    verbs: templates('TopicName', 'name', { publish: 'SNSPublishMessagePolicy' }),
    below: [],
  },
  {
    word: 'bucket',
    types: ['AWS::S3::Bucket'],
    verbs: templates('BucketName', 'name', { read: 'S3ReadPolicy', write: 'S3WritePolicy', crud: 'S3CrudPolicy' }),
    below: ['/*'],
  },
  {
    word: 'stream',
    types: ['AWS::Kinesis::Stream'],
    verbs: templates('StreamName', 'name', { read: 'KinesisStreamReadPolicy', crud: 'KinesisCrudPolicy' }),
    below: [],
  },
  {
    word: 'function',
    types: functionTypes,
    verbs: templates('FunctionName', 'name', { invoke: 'LambdaInvokePolicy' }),
    below: [],
  },
  {
    word: 'machine',
    types: machineTypes,
    verbs: templates('StateMachineName', 'name', { start: 'StepFunctionsExecutionPolicy' }),
    below: [],
  },
  {
    word: 'bus',
    types: ['AWS::Events::EventBus'],
    verbs: templates('EventBusName', 'name', { put: 'EventBridgePutEventsPolicy' }),
    below: [],
  },
  {
    word: 'secret',
    types: ['AWS::SecretsManager::Secret'],
    verbs: templates('SecretArn', 'arn', { read: 'AWSSecretsManagerGetSecretValuePolicy' }),
    below: [],
  },
  {
    word: 'parameter',
    types: ['AWS::SSM::Parameter'],
    verbs: templates('ParameterName', 'name', { read: 'SSMParameterReadPolicy' }),
    below: [],
  },
  {
    word: 'key',
    types: ['AWS::KMS::Key'],
    verbs: templates('KeyId', 'id', { encrypt: 'KMSEncryptPolicy_v2', decrypt: 'KMSDecryptPolicy' }),
    below: [],
  },
  {
    word: 'websocket',
    types: ['AWS::Serverless::WebSocketApi'],
    verbs: { connections: { actions: ['execute-api:ManageConnections'] } },
    below: [],
  },
];

/** Reading a table's stream takes the name of the stream too, so SAM's template needs more than the table. */
export const streamVerb: Verb = {
  actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
};

const byType = new Map(granted.flatMap((each) => each.types.map((type) => [type, each] as const)));
const byWord = new Map(granted.map((each) => [each.word, each]));

export const grantedOfType = (type: string): Granted | undefined => byType.get(type);
export const grantedByWord = (word: string): Granted | undefined => byWord.get(word);

/** The verb that a policy template is, and the kind of thing that it is for. */
export const verbOfTemplate = (template: string): { granted: Granted; verb: string; of: Verb } | undefined => {
  for (const each of granted) {
    for (const [verb, of] of Object.entries(each.verbs))
      if (of.template === template) return { granted: each, verb, of };
  }
  return undefined;
};
