import { entryOf, place, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { allowSenders } from '../access/allow-senders.ts';
import { policyResource } from '../access/policy-resource.ts';
import { free } from '../codecs/free.ts';
import { reference } from '../codecs/reference.ts';
import { choice, flag, onlyTrue, text } from '../codecs/scalars.ts';
import { named, to } from '../codecs/targets.ts';
import { scalarText, wrong } from '../codecs/wrong.ts';
import type { Codec, Reading } from '../language/codec.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import type { Spot } from '../language/spot.ts';
import { commonKeys, nameKey, tagsKey } from './common.ts';

/** Protocols by the key that names the endpoint. */
const protocols: Readonly<Record<string, { readonly protocol: string; readonly codec: Codec }>> = {
  queue: { protocol: 'sqs', codec: named('queue', 'arn') },
  function: { protocol: 'lambda', codec: named('function', 'arn') },
  email: { protocol: 'email', codec: text },
  'email-json': { protocol: 'email-json', codec: text },
  sms: { protocol: 'sms', codec: text },
  https: { protocol: 'https', codec: text },
  http: { protocol: 'http', codec: text },
  firehose: {
    protocol: 'firehose',
    codec: reference({ says: 'a delivery stream', as: 'arn', types: ['AWS::KinesisFirehose::DeliveryStream'] }),
  },
};
const words = Object.keys(protocols);
const byProtocol = new Map(words.map((word) => [protocols[word]!.protocol, word]));

/** Settings of a subscription, which need a resource of their own. */
const settings: ReadonlyMap<string, { readonly property: string; readonly codec: Codec }> = new Map([
  ['filter', { property: 'FilterPolicy', codec: free }],
  [
    'filter-by',
    { property: 'FilterPolicyScope', codec: choice({ attributes: 'MessageAttributes', body: 'MessageBody' }) },
  ],
  ['raw', { property: 'RawMessageDelivery', codec: flag() }],
  ['dead-letter', { property: 'RedrivePolicy', codec: named('queue', 'arn') }],
  ['role', { property: 'SubscriptionRoleArn', codec: named('role', 'arn') }],
]);

const UnknownSubscription = message(
  'spec-unknown-key',
  'error',
  (keys: readonly string[]) =>
    `A subscription has one of ${words.join(', ')}; here is ${keys.length === 0 ? 'nothing' : keys.map((key) => `'${key}'`).join(', ')}.`,
);

const subscribe: Key = {
  key: 'subscribe',
  to: ['Subscription'],
  doc: 'Who gets its messages (a function is better started by `{topic: …}` among its own `events`, which lets the topic call it): a list of maps with `queue`, `function`, `email`, `https`, `sms` …. One with `filter`, `filter-by`, `raw`, `dead-letter` or `role` becomes a resource `<Topic>To<Name>`.',
  examples: [
    '[{email: team@example.com}, {queue: Jobs}]',
    '[{queue: Jobs, filter: {kind: [urgent]}, raw: true, dead-letter: Failed}]',
  ],
  schema: () => ({
    type: 'array',
    items: {
      type: 'object',
      properties: Object.fromEntries([...words, ...settings.keys()].map((key) => [key, {}])),
      additionalProperties: false,
    },
  }),
  lower: (spot, draft, cx) => {
    const list: Json[] = [];
    for (const item of spot.items) {
      const word = isMap(item.value) ? words.find((each) => Object.hasOwn(item.value as JsonMap, each)) : undefined;
      if (word === undefined) {
        if (isMap(item.value)) cx.report(UnknownSubscription(Object.keys(item.value)), item.whole);
        else wrong(item, "a map such as '{email: team@example.com}'", cx);
        continue;
      }
      const endpoint = protocols[word]!.codec.read(item.below(word), cx);
      if (endpoint === undefined) continue;
      const subscription: JsonMap = newMap();
      subscription['Protocol'] = protocols[word]!.protocol;
      subscription['Endpoint'] = endpoint;
      for (const key of Object.keys(subscription)) place(subscription, key, entryOf(item.value, word));
      const more = Object.keys(item.value as JsonMap).filter((key) => key !== word);
      if (more.length === 0) list.push(stamp(subscription, item.whole));
      else own(item, word, more, subscription, draft.id, cx);
    }
    if (list.length > 0) set(draft, 'Subscription', stamp(list, spot.at), spot, cx);
  },
  raise: (draft, cx) => {
    const list = valueAt(draft, 'Subscription');
    if (!isList(list) || list.length === 0) return undefined;
    const out: Json[] = [];
    for (const each of list) {
      if (!isMap(each) || Object.keys(each).length !== 2) return undefined;
      const word = byProtocol.get(scalarText(each['Protocol']));
      const endpoint = word === undefined ? undefined : protocols[word]!.codec.write(each['Endpoint'] ?? null, cx);
      if (endpoint === undefined) return undefined;
      out.push({ [word!]: endpoint });
    }
    return { value: out, says: ['Subscription'] };
  },
};

/** A subscription with settings is a resource of its own. */
const own = (
  item: Spot,
  word: string,
  keys: readonly string[],
  subscription: JsonMap,
  topic: string,
  cx: Reading,
): void => {
  subscription['TopicArn'] = { Ref: topic };
  for (const key of keys) {
    const setting = settings.get(key);
    if (setting === undefined) {
      cx.report(UnknownSubscription([word, key]), item.below(key).keyAt);
      continue;
    }
    const value = setting.codec.read(item.below(key), cx);
    if (value === undefined) continue;
    subscription[setting.property] = key === 'dead-letter' ? { deadLetterTargetArn: value } : value;
    place(subscription, setting.property, entryOf(item.value, key));
  }
  const endpoint = (item.value as JsonMap)[word];
  const name =
    isString(endpoint) && /^[A-Za-z0-9]+$/.test(endpoint)
      ? endpoint
      : word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', '');
  cx.add(
    `${topic}To${name}`,
    stamp<JsonMap>({ Type: 'AWS::SNS::Subscription', Properties: stamp(subscription, item.whole) }, item.whole),
    item,
  );
};

/** `AWS::SNS::Topic` */
export const topics: Section = {
  name: 'topics',
  heading: 'topic',
  doc: 'Topics of Amazon SNS.',
  example: 'Alerts: {subscribe: [{email: team@example.com}]}',
  kinds: [
    kind({
      type: 'AWS::SNS::Topic',
      title: 'a topic',
      keys: [
        ...commonKeys,
        nameKey('TopicName'),
        property('display-name', 'DisplayName', text, 'The name that mail and SMS show.', 'Shop alerts'),
        property('fifo', 'FifoTopic', flag(), 'Keeps messages in order.', 'true'),
        property('dedup', 'ContentBasedDeduplication', flag(), 'Drops messages of the same content.', 'true'),
        property(
          'encrypted',
          'KmsMasterKeyId',
          onlyTrue('alias/aws/sns'),
          'Encrypts messages with the key that Amazon SNS has in the account.',
          'true',
        ),
        property(
          'encryption-key',
          'KmsMasterKeyId',
          reference(to.key('id')),
          'The KMS key that encrypts messages.',
          'Secrets',
        ),
        subscribe,
        allowSenders('sns:Publish', 'AWS::SNS::TopicPolicy', 'Topics'),
        policyResource(
          'AWS::SNS::TopicPolicy',
          { property: 'Topics', list: true },
          "{allow: 'sns:Publish', to: account 123456789012}",
          'sns:Publish',
        ),
        tagsKey('list'),
      ],
      synonyms: {
        'topic-name': 'name',
        subscription: 'subscribe',
        subscriptions: 'subscribe',
      },
    }),
  ],
};
