import { listOf } from '../codecs/lists.ts';
import { reference } from '../codecs/reference.ts';
import { choice, flag, text } from '../codecs/scalars.ts';
import { named, to } from '../codecs/targets.ts';
import { property } from '../language/key.ts';
import { type EventForm, eventForm } from './form.ts';
import { mappingKeys, mappingSynonyms } from './mapping-keys.ts';

const failures = ['retries', 'maxAge', 'onFailure'] as const;
const streamed = [
  'from',
  'batch',
  'window',
  'parallel',
  'bisect',
  ...failures,
  'tumble',
  'filter',
  'reportFailures',
] as const;
const rest = ['enabled', 'key', 'metrics', 'logLevel'] as const;

/** Sources that Lambda polls. */
export const polledEvents: readonly EventForm[] = [
  eventForm({
    key: 'queue',
    type: 'SQS',
    id: 'Queue',
    doc: 'Messages of an SQS queue.',
    keys: [
      property('queue', 'Queue', named('queue', 'arn'), 'The queue.', 'Jobs'),
      ...mappingKeys('batch', 'window', 'concurrency', 'filter', 'reportFailures', 'pollers', ...rest),
    ],
    synonyms: mappingSynonyms,
  }),
  eventForm({
    key: 'table',
    type: 'DynamoDB',
    id: 'Table',
    doc: 'Changes of a DynamoDB table, from its stream.',
    keys: [
      property(
        'table',
        'Stream',
        reference({ says: 'a table', as: 'stream', types: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'] }),
        'The table, or the ARN of its stream.',
        'Orders',
      ),
      ...mappingKeys(...streamed, 'pollers', ...rest),
    ],
    synonyms: mappingSynonyms,
  }),
  eventForm({
    key: 'stream',
    type: 'Kinesis',
    id: 'Stream',
    doc: 'Records of a Kinesis stream.',
    keys: [
      property('stream', 'Stream', named('stream', 'arn'), 'The stream, or the ARN of a consumer of it.', 'Clicks'),
      ...mappingKeys(...streamed, 'pollers', ...rest),
    ],
    synonyms: mappingSynonyms,
  }),
  eventForm({
    key: 'kafka',
    type: 'SelfManagedKafka',
    id: 'Kafka',
    doc: 'Records of a Kafka cluster of your own.',
    keys: [
      property(
        'kafka',
        'KafkaBootstrapServers',
        listOf(text),
        'The servers of the cluster.',
        "['kafka1.example.com:9092', 'kafka2.example.com:9092']",
      ),
      property('topics', 'Topics', listOf(text), 'The topics that are read.', 'orders'),
      ...mappingKeys(
        'credentials',
        'group',
        'registry',
        'secretKey',
        'from',
        'batch',
        'window',
        'bisect',
        'filter',
        'reportFailures',
        'pollers',
        ...failures,
        ...rest,
      ),
    ],
    synonyms: mappingSynonyms,
  }),
  eventForm({
    key: 'msk',
    type: 'MSK',
    id: 'Msk',
    doc: 'Records of an Amazon MSK cluster.',
    keys: [
      property('msk', 'Stream', named('cluster', 'arn'), 'The cluster.', 'Kafka'),
      property('topics', 'Topics', listOf(text), 'The topics that are read.', 'orders'),
      ...mappingKeys(
        'credentials',
        'group',
        'registry',
        'secretKey',
        'from',
        'batch',
        'window',
        'bisect',
        'filter',
        'reportFailures',
        'pollers',
        ...failures,
        ...rest,
      ),
    ],
    synonyms: mappingSynonyms,
  }),
  eventForm({
    key: 'mq',
    type: 'MQ',
    id: 'Mq',
    doc: 'Messages of an Amazon MQ broker.',
    keys: [
      property('mq', 'Broker', named('broker', 'arn'), 'The broker.', 'Broker'),
      property('queues', 'Queues', listOf(text), 'The queue that is read.', 'orders'),
      property(
        'own-policy-name',
        'DynamicPolicyName',
        flag(),
        'Names the policy after the event, so that a function can have several.',
        'true',
      ),
      ...mappingKeys(
        'credentials',
        'secretKey',
        'batch',
        'window',
        'filter',
        'reportFailures',
        'pollers',
        ...failures,
        ...rest,
      ),
    ],
    synonyms: { ...mappingSynonyms, queue: 'queues' },
  }),
  eventForm({
    key: 'documentdb',
    type: 'DocumentDB',
    id: 'DocumentDb',
    doc: 'Changes of an Amazon DocumentDB cluster.',
    keys: [
      property(
        'documentdb',
        'Cluster',
        reference(to.documentCluster('id')),
        'The ARN of the cluster.',
        'arn:aws:rds:eu-central-1:123456789012:cluster:orders',
      ),
      property('database', 'DatabaseName', text, 'The database.', 'orders'),
      property('collection', 'CollectionName', text, 'The collection; without it all of the database.', 'items'),
      property(
        'documents',
        'FullDocument',
        choice({ whole: 'UpdateLookup', changes: 'Default' }),
        'Whether an update has the whole document.',
        'whole',
      ),
      ...mappingKeys(
        'credentials',
        'secretKey',
        'from',
        'batch',
        'window',
        'filter',
        'reportFailures',
        ...failures,
        ...rest,
      ),
    ],
    synonyms: mappingSynonyms,
  }),
];
