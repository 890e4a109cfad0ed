import { ifOperands } from '../../model/intrinsics.ts';
import type { Cause } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, getIn, isList, isString, type Json, newMap, type Step } from '../../model/tree.ts';

const lists = ['LambdaConfigurations', 'QueueConfigurations', 'TopicConfigurations'];

interface Notification {
  readonly event: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The condition and branch it depends on; empty for one that is always there. */
  readonly when: string;
  readonly at: Cause | undefined;
}

const notificationsOf = (bucket: ResourceNode, cx: RuleContext): Notification[] =>
  lists.flatMap((name) => {
    const list = bucket.get('NotificationConfiguration', name);
    if (!isList(list)) return [];
    return list.flatMap((item, index) => {
      const path = ['NotificationConfiguration', name, index];
      const operands = ifOperands(item);
      if (!operands) return read(item, path, '', bucket, cx);
      return [1, 2].flatMap((branch) =>
        read(operands[branch]!, [...path, 'Fn::If', branch], `${textOf(operands[0])} ${branch}`, bucket, cx),
      );
    });
  });

/** One notification, or none where it is not known before the deployment. */
const read = (item: Json, path: Step[], when: string, bucket: ResourceNode, cx: RuleContext): Notification[] => {
  const event = cx.resolve(get(item, 'Event'));
  const filter = cx.resolve(get(item, 'Filter') ?? newMap());
  if (!isString(event) || filter === undefined) return [];
  const rules = getIn(filter, 'S3Key', 'Rules');
  const filterOf = (name: string): string => {
    const rule = isList(rules) ? rules.find((each) => textOf(get(each, 'Name')).toLowerCase() === name) : undefined;
    return textOf(get(rule, 'Value'));
  };
  return [{ event, prefix: filterOf('prefix'), suffix: filterOf('suffix'), when, at: bucket.place(...path, 'Event') }];
};

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** `s3:ObjectCreated:*` takes in `s3:ObjectCreated:Put`. */
const eventsMeet = (one: string, other: string): boolean => {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return shorter === longer || (shorter.endsWith('*') && longer.startsWith(shorter.slice(0, -1)));
};

const overlap = (one: Notification, other: Notification): boolean =>
  (one.when === '' || other.when === '' || one.when === other.when) &&
  eventsMeet(one.event, other.event) &&
  (one.prefix.startsWith(other.prefix) || other.prefix.startsWith(one.prefix)) &&
  (one.suffix.endsWith(other.suffix) || other.suffix.endsWith(one.suffix));

export const s3NotificationOverlap = defineRule({
  id: 's3-notification-overlap',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Overlapping S3 notification filters',
  description:
    'S3 refuses two notifications of one bucket for the same event when an object could match both: their prefixes overlap and their suffixes overlap (one begins or ends with the other; none is the empty text). Where several functions need one event, send it to SNS or EventBridge.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html',
  messages: {
    overlap:
      "'{event}' of the bucket '{bucket}' is notified twice for the same objects ({filter}). Give the two prefixes or suffixes that exclude each other, or send the event to a topic.",
  },
  example: {
    in: 'resources',
    fails: `
Uploads:
  Type: AWS::S3::Bucket
  Properties:
    NotificationConfiguration:
      QueueConfigurations:
        - {Event: 's3:ObjectCreated:*', Queue: !ImportValue first, Filter: {S3Key: {Rules: [{Name: prefix, Value: in/}]}}}
        - {Event: ‹'s3:ObjectCreated:*'›, Queue: !ImportValue second, Filter: {S3Key: {Rules: [{Name: prefix, Value: in/new/}]}}}`,
    passes: `
Uploads:
  Type: AWS::S3::Bucket
  Properties:
    NotificationConfiguration:
      QueueConfigurations:
        - {Event: 's3:ObjectCreated:*', Queue: !ImportValue first, Filter: {S3Key: {Rules: [{Name: prefix, Value: in/}]}}}
        - {Event: 's3:ObjectCreated:*', Queue: !ImportValue second, Filter: {S3Key: {Rules: [{Name: prefix, Value: out/}]}}}`,
  },
  on: ['AWS::S3::Bucket'],
  check(bucket, cx) {
    const all = notificationsOf(bucket, cx);
    for (const [index, each] of all.entries()) {
      const earlier = all.slice(0, index).find((other) => overlap(each, other));
      if (!earlier) continue;
      const filter = [each, earlier].map(({ prefix, suffix }) => `'${prefix}*${suffix}'`).join(' and ');
      cx.report('overlap', each.at, { data: { event: each.event, bucket: bucket.id, filter }, related: [earlier.at] });
    }
  },
});
