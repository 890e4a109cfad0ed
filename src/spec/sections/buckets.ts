import { nearest } from '../../model/nearest.ts';
import { entryOf, place, stamp } from '../../model/origin.ts';
import { isList, isMap, isString, type Json, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { policyResource } from '../access/policy-resource.ts';
import { listOf } from '../codecs/lists.ts';
import { record } from '../codecs/records.ts';
import { choice, flag, onlyTrue, text } from '../codecs/scalars.ts';
import { days, seconds } from '../codecs/units.ts';
import { scalarText, wrong } from '../codecs/wrong.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { UnknownKey } from '../language/messages.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys, nameKey, tagsKey } from './common.ts';

const closed: JsonMap = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};
const yes = onlyTrue(true);

/** A key of which `true` stands for one value of a property. */
const whole = (key: string, to: string, value: JsonMap, doc: string): Key => ({
  key,
  to: [to],
  doc,
  examples: ['true'],
  schema: () => yes.schema(),
  lower: (spot, draft, cx) => {
    if (yes.read(spot, cx) === undefined) return;
    const copy = newMap();
    for (const name of Object.keys(value)) {
      copy[name] = structured(value[name]!);
      place(copy, name, entryOf(spot.holder, spot.step));
    }
    set(draft, to, stamp(copy, spot.at), spot, cx);
  },
  raise: (draft) => (sameData(valueAt(draft, to), value) ? { value: true, says: [to] } : undefined),
});

/** A copy: the tables of this file are not shared. */
const structured = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

const classes = {
  'infrequent-access': 'STANDARD_IA',
  'one-zone': 'ONEZONE_IA',
  intelligent: 'INTELLIGENT_TIERING',
  'instant-glacier': 'GLACIER_IR',
  glacier: 'GLACIER',
  'deep-archive': 'DEEP_ARCHIVE',
} as const;
const wordOf = new Map(Object.entries(classes).map(([word, name]) => [name as string, word]));

/** `move: {glacier: 90d}`: SAM has a list of transitions. */
const move: Key = {
  key: 'move',
  to: ['Transitions'],
  doc: `Storage classes that objects move to, and after how long: ${Object.keys(classes).join(', ')}.`,
  examples: ['{infrequent-access: 30d, glacier: 90d}'],
  schema: () => ({
    type: 'object',
    properties: Object.fromEntries(Object.keys(classes).map((word) => [word, days.schema()])),
    additionalProperties: false,
  }),
  lower: (spot, draft, cx) => {
    const { value } = spot;
    if (!isMap(value)) return wrong(spot, 'a map of storage classes and days', cx);
    const list: Json[] = [];
    for (const word of Object.keys(value)) {
      const name = Object.hasOwn(classes, word) ? classes[word as keyof typeof classes] : undefined;
      if (name === undefined) {
        const words = Object.keys(classes);
        return cx.report(UnknownKey(word, 'the storage classes', nearest(word, words), words), spot.below(word).keyAt);
      }
      const after = days.read(spot.below(word), cx);
      if (after !== undefined)
        list.push(stamp({ StorageClass: name, TransitionInDays: after }, spot.below(word).whole));
    }
    set(draft, 'Transitions', stamp(list, spot.at), spot, cx);
  },
  raise: (draft, cx) => {
    const list = valueAt(draft, 'Transitions');
    if (!isList(list) || list.length === 0) return undefined;
    const out = newMap();
    for (const each of list) {
      if (!isMap(each) || Object.keys(each).length !== 2) return undefined;
      const word = wordOf.get(scalarText(each['StorageClass']));
      const after = days.write(each['TransitionInDays'] ?? null, cx);
      if (word === undefined || !isString(after) || Object.hasOwn(out, word)) return undefined;
      out[word] = after;
    }
    return { value: out, says: ['Transitions'] };
  },
};

const rule = record('a rule of the life cycle', [
  property('id', 'Id', text, 'The name of the rule.', 'old-orders'),
  property('prefix', 'Prefix', text, 'How the keys begin that it is for.', 'tmp/'),
  property('expire', 'ExpirationInDays', days, 'After how long objects are deleted.', '30d'),
  property(
    'expire-old-versions',
    'NoncurrentVersionExpiration.NoncurrentDays',
    days,
    'After how long old versions are deleted.',
    '7d',
  ),
  property(
    'abort-uploads',
    'AbortIncompleteMultipartUpload.DaysAfterInitiation',
    days,
    'After how long unfinished uploads are deleted.',
    '1d',
  ),
  move,
  property(
    'enabled',
    'Status',
    choice({ true: 'Enabled', false: 'Disabled' }, "'true' or 'false'"),
    'Whether the rule is on; it must be said.',
    'true',
  ),
]);

/** Rules are on unless they say otherwise: SAM has to say it. */
const lifecycle: Key = {
  key: 'lifecycle',
  to: ['LifecycleConfiguration.Rules'],
  doc: 'What becomes of objects with time: rules, which are on unless they say `enabled: false`.',
  examples: ['[{prefix: tmp/, expire: 30d}, {move: {glacier: 90d}}]'],
  schema: () => ({ anyOf: [{ type: 'array', items: rule.schema() }, rule.schema()] }),
  codec: listOf(rule),
  lower: (spot, draft, cx) => {
    const rules = listOf(rule).read(spot, cx);
    if (!isList(rules))
      return rules === undefined ? undefined : set(draft, 'LifecycleConfiguration.Rules', rules, spot, cx);
    for (const each of rules) if (isMap(each) && !Object.hasOwn(each, 'Status')) each['Status'] = 'Enabled';
    set(draft, 'LifecycleConfiguration.Rules', rules, spot, cx);
  },
  raise: (draft, cx) => {
    const rules = valueAt(draft, 'LifecycleConfiguration.Rules');
    if (!isList(rules) || rules.length === 0 || !rules.every((each) => isMap(each) && Object.hasOwn(each, 'Status')))
      return undefined;
    const plain = rules.map((each) => {
      const { Status: status, ...rest } = each as JsonMap;
      return status === 'Enabled' ? rest : { ...rest, Status: status! };
    });
    const value = listOf(rule).write(plain as Json, cx);
    return value === undefined ? undefined : { value, says: ['LifecycleConfiguration.Rules'] };
  },
};

const cors = record('a rule for cross-origin requests', [
  property('origins', 'AllowedOrigins', listOf(text), 'Origins that may call.', "'*'"),
  property('methods', 'AllowedMethods', listOf(text), 'Methods that they may use.', '[GET, PUT]'),
  property('headers', 'AllowedHeaders', listOf(text), 'Headers that they may send.', "'*'"),
  property('expose', 'ExposedHeaders', listOf(text), 'Headers that they may read.', 'etag'),
  property('max-age', 'MaxAge', seconds, 'How long a browser keeps the answer.', '1h'),
  property('id', 'Id', text, 'The name of the rule.', 'web'),
]);

/** `AWS::S3::Bucket` */
export const buckets: Section = {
  name: 'buckets',
  heading: 'bucket',
  doc: 'Buckets of Amazon S3.',
  example: 'Uploads: {private: true, encrypted: true, lifecycle: {prefix: tmp/, expire: 30d}}',
  kinds: [
    kind({
      type: 'AWS::S3::Bucket',
      title: 'a bucket',
      keys: [
        ...commonKeys,
        nameKey('BucketName'),
        property(
          'versioned',
          'VersioningConfiguration.Status',
          flag('Enabled', 'Suspended'),
          'Whether old versions of objects are kept.',
          'true',
        ),
        whole('private', 'PublicAccessBlockConfiguration', closed, 'Keeps the bucket from ever being public.'),
        whole(
          'encrypted',
          'BucketEncryption',
          { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
          'Encrypts objects with keys of Amazon S3.',
        ),
        property(
          'cors',
          'CorsConfiguration.CorsRules',
          listOf(cors),
          'Cross-origin requests.',
          '{origins: "*", methods: [GET, PUT]}',
        ),
        lifecycle,
        property(
          'event-bridge',
          'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
          flag(),
          'Whether it tells EventBridge what happens.',
          'true',
        ),
        policyResource(
          'AWS::S3::BucketPolicy',
          { property: 'Bucket', list: false },
          "{allow: 's3:GetObject', to: account 123456789012, resource: '${Uploads.arn}/*'}",
        ),
        tagsKey('list'),
      ],
      synonyms: {
        'bucket-name': 'name',
        versioning: 'versioned',
        encryption: 'encrypted',
        'public-access-block': 'private',
        'lifecycle-rules': 'lifecycle',
        eventbridge: 'event-bridge',
      },
    }),
  ],
};
