import { stamp } from '../../model/origin.ts';
import { isList, type Json } from '../../model/tree.ts';
import { destination } from '../codecs/destination.ts';
import { filters } from '../codecs/filter.ts';
import { withFunctions } from '../codecs/functions.ts';
import { listOf } from '../codecs/lists.ts';
import { record } from '../codecs/records.ts';
import { asInSam, choice, flag, text, whole, words } from '../codecs/scalars.ts';
import { named } from '../codecs/targets.ts';
import { seconds } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec } from '../language/codec.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { credentials } from './credentials.ts';

const partial = 'ReportBatchItemFailures';

/** `true` for the one response type that there is. */
const reportFailures: Codec = withFunctions({
  says: "'true' or 'false'",
  schema: () => ({ type: 'boolean' }),
  read: (spot, cx) => {
    if (typeof spot.value !== 'boolean') return wrong(spot, "'true' or 'false'", cx);
    return stamp<Json[]>(spot.value ? [partial] : [], spot.at);
  },
  write: (value) => {
    if (!isList(value) || value.length > 1) return undefined;
    return value.length === 0 ? false : value[0] === partial ? true : undefined;
  },
});

const positions = { latest: 'LATEST', oldest: 'TRIM_HORIZON' } as const;

/** Seconds since 1970 of a time in UTC that exists; undefined for any other text. */
const parseTime = (text: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return undefined;
  const seconds = Date.parse(text) / 1000;
  return seconds >= 0 && printTime(seconds) === text ? seconds : undefined;
};
const printTime = (seconds: number): string | undefined =>
  Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= latestTime
    ? `${new Date(seconds * 1000).toISOString().slice(0, -5)}Z`
    : undefined;
/** The end of the year 9999, in seconds since 1970. */
const latestTime = 253402300799;

/** Where a stream is read from: its end, its beginning, a time. */
const from: Key = {
  key: 'from',
  to: ['StartingPosition', 'StartingPositionTimestamp'],
  doc: 'Where reading begins: `latest`, `oldest`, or a time in UTC.',
  examples: ['latest', 'oldest', '"2027-01-31T06:30:00Z"'],
  schema: () => ({
    type: 'string',
    pattern: '^(latest|oldest|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z|\\$\\{.+\\})$',
  }),
  lower: (spot, draft, cx) => {
    const time = parseTime(spot.text ?? '');
    if (time !== undefined) {
      set(draft, 'StartingPosition', 'AT_TIMESTAMP', spot, cx);
      return set(draft, 'StartingPositionTimestamp', time, spot, cx);
    }
    const position = choice(positions, "'latest', 'oldest', or a time such as '2027-01-31T06:30:00Z'").read(spot, cx);
    if (position !== undefined) set(draft, 'StartingPosition', position, spot, cx);
  },
  raise: (draft, cx) => {
    const position = valueAt(draft, 'StartingPosition');
    const time = valueAt(draft, 'StartingPositionTimestamp');
    if (position === undefined) return undefined;
    const written = position === 'AT_TIMESTAMP' && typeof time === 'number' ? printTime(time) : undefined;
    if (written !== undefined) return { value: written, says: ['StartingPosition', 'StartingPositionTimestamp'] };
    const value = choice(positions).write(position, cx);
    return value === undefined ? undefined : { value, says: ['StartingPosition'] };
  },
};

const pollers = record('pollers', [
  property('min', 'MinimumPollers', whole(), 'At least so many.', '2'),
  property('max', 'MaximumPollers', whole(), 'At most so many.', '10'),
  property('group', 'PollerGroupName', text, 'The group that shares them.', 'orders'),
]);

const all = {
  batch: property('batch', 'BatchSize', whole('a whole number, at least 1', 1), 'The most records in one call.', '10'),
  window: property(
    'window',
    'MaximumBatchingWindowInSeconds',
    seconds,
    'How long records are gathered for a batch.',
    '30s',
  ),
  enabled: property('enabled', 'Enabled', flag(), 'Whether the source is read.', 'false'),
  filter: property(
    'filter',
    'FilterCriteria.Filters',
    filters,
    'Which records are let through: a pattern, or several.',
    ['{body: {kind: [order]}}', '[{body: {kind: [order]}}, {body: {kind: [refund]}}]'],
  ),
  reportFailures: property(
    'report-failures',
    'FunctionResponseTypes',
    reportFailures,
    'The function tells which records of a batch failed.',
    'true',
  ),
  concurrency: property(
    'concurrency',
    'ScalingConfig.MaximumConcurrency',
    whole('a whole number from 2 to 1000', 1),
    'The most calls at a time.',
    '5',
  ),
  pollers: property('pollers', 'ProvisionedPollerConfig', pollers, 'Pollers that are kept ready.', '{min: 2, max: 10}'),
  from,
  parallel: property(
    'parallel',
    'ParallelizationFactor',
    whole('a whole number from 1 to 10', 1),
    'Batches of one shard that are worked on at a time.',
    '2',
  ),
  bisect: property('bisect', 'BisectBatchOnFunctionError', flag(), 'Splits a batch that failed.', 'true'),
  retries: property(
    'retries',
    'MaximumRetryAttempts',
    whole('a whole number, or -1 for no end', -1),
    'How often a batch is tried again.',
    '3',
  ),
  maxAge: property('max-age', 'MaximumRecordAgeInSeconds', seconds, 'The oldest record that is still worked on.', '1h'),
  tumble: property('tumble', 'TumblingWindowInSeconds', seconds, 'The window over which calls share a state.', '1m'),
  onFailure: property(
    'on-failure',
    'DestinationConfig.OnFailure',
    destination({ kinds: ['queue', 'topic', 'bucket'], bucket: 'S3', arn: 'Destination', makes: true }),
    'Where records go that could not be worked on.',
    ['Failed', 'new queue', '{queue: "${FailedArn}"}'],
  ),
  key: property(
    'encryption-key',
    'KmsKeyArn',
    named('key', 'arn'),
    'The KMS key that encrypts the filter.',
    'FilterKey',
  ),
  metrics: property('metrics', 'MetricsConfig.Metrics', listOf(text), 'Metrics of the mapping.', 'EventCount'),
  logLevel: property(
    'log-level',
    'LoggingConfig.SystemLogLevel',
    words('DEBUG', 'INFO', 'WARN'),
    'The least level of what the mapping logs.',
    'info',
  ),
  credentials: property(
    'credentials',
    'SourceAccessConfigurations',
    credentials,
    'How the source is reached: secrets, subnets and security groups by what they are for.',
    [
      '{basic-auth: MqUser}',
      '{virtual-host: /orders, basic-auth: MqUser}',
      '[{vpc-subnet: "subnet:subnet-1"}, {vpc-subnet: "subnet:subnet-2"}]',
    ],
  ),
  secretKey: property(
    'secret-key',
    'SecretsManagerKmsKeyId',
    text,
    'The KMS key of the secret that holds the credentials.',
    '1a2b3c4d-1111-2222-3333-444455556666',
  ),
  group: property('consumer-group', 'ConsumerGroupId', text, 'The consumer group.', 'orders'),
  registry: property(
    'registry',
    'SchemaRegistryConfig',
    asInSam,
    'The schema registry, as in SAM.',
    '{SchemaRegistryURI: "https://registry.example.com", EventRecordFormat: JSON}',
  ),
} as const;

/** Keys that the events of polled sources share. */
export const mappingKeys = (...names: readonly (keyof typeof all)[]): readonly Key[] => names.map((name) => all[name]);

export const mappingSynonyms = {
  'batch-size': 'batch',
  batchsize: 'batch',
  'batch-window': 'window',
  'batching-window': 'window',
  'max-concurrency': 'concurrency',
  maximumconcurrency: 'concurrency',
  filters: 'filter',
  'filter-patterns': 'filter',
  'starting-position': 'from',
  'max-record-age': 'max-age',
  'function-response-types': 'report-failures',
  functionresponsetype: 'report-failures',
  'retry-attempts': 'retries',
  'parallelization-factor': 'parallel',
  dlq: 'on-failure',
  'dead-letter': 'on-failure',
} as const;
