import { entryOf, place, stamp } from '../../model/origin.ts';
import { isList, isMap, isString, type Json, newMap } from '../../model/tree.ts';
import { free } from '../codecs/free.ts';
import { withFunctions } from '../codecs/functions.ts';
import { inputTransformer } from '../codecs/input-transformer.ts';
import { jsonText } from '../codecs/json-text.ts';
import { listOf } from '../codecs/lists.ts';
import { record } from '../codecs/records.ts';
import { choice, flag, text, whole } from '../codecs/scalars.ts';
import { named } from '../codecs/targets.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec, Reading } from '../language/codec.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import type { Spot } from '../language/spot.ts';
import { deadLetter, retry } from './dead-letter.ts';
import { type EventForm, eventForm } from './form.ts';

const queueByArn = named('queue', 'arn');
const queueByUrl = named('queue', 'url');

/** The queue by its ARN and its URL, which SAM both needs; `url` gives that of a queue that is not in this file. */
const queueTwice: Key = {
  key: 'queue',
  to: ['QueueArn', 'QueueUrl'],
  doc: 'The queue that the topic sends to.',
  examples: ['Inbox'],
  schema: () => queueByArn.schema(),
  codec: queueByArn,
  lower: (spot, draft, cx) => {
    const arn = queueByArn.read(spot, cx);
    if (arn === undefined) return;
    set(draft, 'QueueArn', arn, spot, cx);
    const hasUrl = ['url', 'QueueUrl'].some((key) => Object.hasOwn(spot.holder, key));
    if (!hasUrl && isReference(spot, cx)) set(draft, 'QueueUrl', queueByUrl.read(spot, cx)!, spot, cx);
  },
  raise: (draft, cx) => {
    const [arn, url] = [valueAt(draft, 'QueueArn'), valueAt(draft, 'QueueUrl')];
    const value = arn === undefined ? undefined : queueByArn.write(arn, cx);
    if (value === undefined) return undefined;
    const isSame = isString(value) && url !== undefined && queueByUrl.write(url, cx) === value;
    return { value, says: isSame ? ['QueueArn', 'QueueUrl'] : ['QueueArn'] };
  },
};
const isReference = ({ text: id }: Spot, cx: Reading): boolean => id !== undefined && cx.names.get(id) !== undefined;

const queueBetween = record('a queue between topic and function', [
  queueTwice,
  property('url', 'QueueUrl', queueByUrl, 'The URL of a queue that is not in this file.', '"${InboxUrl}"'),
  property('policy-name', 'QueuePolicyLogicalId', text, 'The logical id of the policy of the queue.', 'InboxPolicy'),
  property('batch', 'BatchSize', whole('a whole number, at least 1', 1), 'The most messages in one call.', '10'),
  property('enabled', 'Enabled', flag(), 'Whether the queue is read.', 'true'),
]);

/** A queue between a topic and a function: a new one, one of this file, or that with settings. */
const through: Codec = withFunctions({
  says: "'new queue', the name of a queue, or a map with 'queue', 'url', 'batch'",
  schema: () => ({ type: ['string', 'object', 'boolean'] }),
  read: (spot, cx) => {
    if (spot.value === 'new queue') return true;
    if (spot.value === false) return false;
    if (isMap(spot.value)) return queueBetween.read(spot, cx);
    if (isString(spot.value) && !isReference(spot, cx))
      return queueByArn.read(spot, cx) && wrong(spot, through.says, cx);
    const arn = queueByArn.read(spot, cx);
    const url = queueByUrl.read(spot, cx);
    if (arn === undefined || url === undefined) return undefined;
    const settings = newMap();
    settings['QueueArn'] = arn;
    settings['QueueUrl'] = url;
    for (const key of Object.keys(settings)) place(settings, key, entryOf(spot.holder, spot.step));
    return stamp(settings, spot.at);
  },
  write: (value, cx) => {
    if (value === true) return 'new queue';
    if (value === false) return false;
    if (!isMap(value)) return undefined;
    if (Object.keys(value).sort().join() === 'QueueArn,QueueUrl') {
      const names = [queueByArn.write(value['QueueArn']!, cx), queueByUrl.write(value['QueueUrl']!, cx)];
      if (isString(names[0]) && names[0] === names[1]) return names[0];
    }
    return queueBetween.write(value, cx);
  },
});

const s3Events: Readonly<Record<string, string>> = {
  created: 's3:ObjectCreated:*',
  removed: 's3:ObjectRemoved:*',
  restored: 's3:ObjectRestore:*',
  tagged: 's3:ObjectTagging:*',
  put: 's3:ObjectCreated:Put',
  copied: 's3:ObjectCreated:Copy',
  deleted: 's3:ObjectRemoved:Delete',
};
const s3Words = new Map(Object.entries(s3Events).map(([word, event]) => [event, word]));

const s3Event: Codec = withFunctions({
  says: `${Object.keys(s3Events).slice(0, 4).join(', ')}, or an event such as 's3:ObjectCreated:Put'`,
  schema: () => ({ anyOf: [{ enum: Object.keys(s3Events) }, { type: 'string', pattern: '^s3:' }] }),
  read: (spot, cx) => {
    const { text: word } = spot;
    if (word !== undefined && Object.hasOwn(s3Events, word)) return s3Events[word]!;
    return word?.startsWith('s3:') ? word : wrong(spot, s3Event.says, cx, Object.keys(s3Events));
  },
  write: (value) => (isString(value) ? (s3Words.get(value) ?? (/^s3:\w/.test(value) ? value : undefined)) : undefined),
});

/** `prefix` and `suffix` are rules of one filter in SAM. */
const s3Filter = (key: 'prefix' | 'suffix', doc: string, example: string): Key => ({
  key,
  to: ['Filter'],
  doc,
  examples: [example],
  schema: () => text.schema(),
  codec: text,
  lower: (spot, draft, cx) => {
    const value = text.read(spot, cx);
    if (value === undefined) return;
    const rule = newMap();
    rule['Name'] = key;
    rule['Value'] = value;
    place(rule, 'Value', entryOf(spot.holder, spot.step));
    const rules = valueAt(draft, 'Filter.S3Key.Rules');
    if (isList(rules)) rules.push(stamp(rule, spot.whole));
    else set(draft, 'Filter.S3Key.Rules', stamp<Json[]>([stamp(rule, spot.whole)], spot.whole), spot, cx);
  },
  raise: () => undefined,
});

/** Both of them, on the way back: the rules of a filter are one list. */
const bucketForm = (): EventForm => {
  const form = eventForm({
    key: 'bucket',
    type: 'S3',
    id: 'Bucket',
    doc: 'Objects of an S3 bucket of the same template.',
    keys: [
      property('bucket', 'Bucket', named('bucket', 'name'), 'The bucket.', 'Uploads'),
      property('events', 'Events', listOf(s3Event, { keepsOne: true }), 'What has to happen.', [
        'created',
        '[created, removed]',
      ]),
      s3Filter('prefix', 'How the keys of the objects begin.', 'incoming/'),
      s3Filter('suffix', 'How they end.', '.jpg'),
    ],
    synonyms: { event: 'events', rules: 'prefix', filter: 'prefix' },
  });
  return {
    ...form,
    write: (event, host, cx) => {
      const rules = rulesOf(event);
      const written = form.write(rules === undefined ? event : withoutFilter(event), host, cx);
      if (!isMap(written) || rules === undefined) return written;
      for (const { name, value } of rules) {
        const said = text.write(value, cx);
        if (said === undefined || Object.hasOwn(written, name)) return undefined;
        written[name] = said;
      }
      return written;
    },
  };
};

const rulesOf = (event: Json): { name: string; value: Json }[] | undefined => {
  const properties = isMap(event) ? event['Properties'] : undefined;
  const filter = isMap(properties) ? properties['Filter'] : undefined;
  if (!isMap(filter) || Object.keys(filter).join() !== 'S3Key') return undefined;
  const key = filter['S3Key'];
  const rules = isMap(key) && Object.keys(key).join() === 'Rules' ? key['Rules'] : undefined;
  if (!isList(rules) || rules.length === 0) return undefined;
  const found = rules.flatMap((rule) =>
    isMap(rule) &&
    Object.keys(rule).sort().join() === 'Name,Value' &&
    (rule['Name'] === 'prefix' || rule['Name'] === 'suffix')
      ? [{ name: rule['Name'], value: rule['Value']! }]
      : [],
  );
  return found.length === rules.length ? found : undefined;
};

const withoutFilter = (event: Json): never => {
  const { Filter: _, ...properties } = (event as { Properties: Record<string, Json> }).Properties;
  return { ...(event as object), Properties: properties } as never;
};

const onOff = choice({ enabled: 'ENABLED', disabled: 'DISABLED' });

/** Keys that rules and schedules share. */
export const ruleKeys: readonly Key[] = [
  property('input', 'Input', jsonText, 'What the target gets instead of the event.', ['{kind: daily}', '\'"text"\'']),
  property('state', 'State', onOff, 'Whether it is on.', 'disabled'),
  property('dead-letter', 'DeadLetterConfig', deadLetter, 'Where events go that could not be delivered.', [
    'Failed',
    'new queue',
    'new queue LostEvents',
  ]),
  property('retry', 'RetryPolicy', retry, 'How often a delivery is tried again.', '{attempts: 3, max-age: 1h}'),
];

/** Sources that call the function. */
export const pushedEvents: readonly EventForm[] = [
  eventForm({
    key: 'topic',
    type: 'SNS',
    id: 'Topic',
    doc: 'Messages of an SNS topic.',
    keys: [
      property('topic', 'Topic', named('topic', 'arn'), 'The topic.', 'Alerts'),
      property('filter', 'FilterPolicy', free, 'Which messages are let through.', '{kind: [urgent]}'),
      property(
        'filter-by',
        'FilterPolicyScope',
        choice({ attributes: 'MessageAttributes', body: 'MessageBody' }),
        'What the filter looks at.',
        'body',
      ),
      property(
        'dead-letter',
        'RedrivePolicy.deadLetterTargetArn',
        named('queue', 'arn'),
        'Where messages go that could not be delivered.',
        'Failed',
      ),
      property('through', 'SqsSubscription', through, 'A queue between the topic and the function.', [
        'new queue',
        'Inbox',
        '{queue: Inbox, batch: 5}',
      ]),
      property('region', 'Region', text, 'The region of the topic.', 'eu-west-1'),
    ],
    synonyms: { 'filter-policy': 'filter', redrive: 'dead-letter', queue: 'through' },
  }),
  bucketForm(),
  eventForm({
    key: 'pattern',
    type: 'EventBridgeRule',
    hosts: ['function', 'machine'],
    id: 'Pattern',
    doc: 'Events of an event bus that match a pattern.',
    keys: [
      property('pattern', 'Pattern', free, 'The pattern.', '{source: [shop.orders], detail-type: [OrderPlaced]}'),
      property('bus', 'EventBusName', named('bus', 'name'), 'The event bus; the default one without it.', [
        'Shop',
        'default',
      ]),
      property('input-path', 'InputPath', text, 'The part of the event that is handed over.', '$.detail'),
      property(
        'transform',
        'InputTransformer',
        inputTransformer,
        'How the event is changed on its way.',
        '{paths: {id: $.detail.id}, template: "<id>"}',
      ),
      ...ruleKeys,
      property('enabled', 'Enabled', flag(), 'Whether the rule is on.', 'false'),
      property('rule-name', 'RuleName', text, 'The name of the rule.', 'order-placed'),
      property('target', 'Target.Id', text, 'The id of the target.', 'place-order'),
    ],
    synonyms: { 'event-bus': 'bus', dlq: 'dead-letter' },
  }),
  eventForm({
    key: 'logs',
    type: 'CloudWatchLogs',
    id: 'Logs',
    doc: 'Lines of a log group.',
    keys: [
      property('logs', 'LogGroupName', named('logGroup', 'name'), 'The log group.', 'AppLogs'),
      property('filter', 'FilterPattern', text, 'Which lines are let through.', 'ERROR'),
    ],
    synonyms: { pattern: 'filter' },
  }),
  eventForm({
    key: 'iot',
    type: 'IoTRule',
    id: 'Iot',
    doc: 'Messages of AWS IoT.',
    keys: [
      property('iot', 'Sql', text, 'The statement that picks them.', "SELECT * FROM 'sensors/#'"),
      property('version', 'AwsIotSqlVersion', text, 'The version of the SQL engine.', "'2016-03-23'"),
    ],
  }),
  eventForm({
    key: 'cognito',
    type: 'Cognito',
    id: 'Cognito',
    doc: 'Triggers of a Cognito user pool of the same template.',
    keys: [
      property('cognito', 'UserPool', named('userPool', 'id'), 'The user pool.', 'Users'),
      property('trigger', 'Trigger', listOf(text, { keepsOne: true }), 'The triggers.', [
        'PreSignUp',
        '[PreSignUp, PostConfirmation]',
      ]),
    ],
    synonyms: { triggers: 'trigger' },
  }),
];
