import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode } from '../../../model/rule.ts';
import { invokedFunction } from '../functions/invoked-function.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';

/** A resource of the template whose messages, objects or changes start a function. */
export interface Trigger {
  readonly kind: 'queue' | 'topic' | 'bucket' | 'table';
  readonly source: ResourceNode;
  readonly at: Cause | undefined;
  /** Of a bucket: the beginnings of the keys that count; none when all do. */
  readonly prefixes: readonly string[];
}

/** What starts each function of the expanded template: its queues, topics, buckets and tables. */
export const triggersOf = oncePerTemplate((cx): ReadonlyMap<ResourceNode, readonly Trigger[]> => {
  const found = new Map<ResourceNode, Trigger[]>();
  const add = (fn: ResourceNode | undefined, trigger: Trigger) => {
    if (fn) addTo(found, fn, trigger);
  };
  for (const mapping of cx.resources('AWS::Lambda::EventSourceMapping')) {
    for (const { value, at } of mapping.all('EventSourceArn')) {
      const source = cx.target(value);
      const kind = source && sources.get(source.type);
      if (kind) add(invokedFunction(mapping.get('FunctionName'), cx), { kind, source, at, prefixes: [] });
    }
  }
  for (const subscription of cx.resources('AWS::SNS::Subscription')) {
    const source = cx.target(subscription.get('TopicArn'));
    if (source?.type !== 'AWS::SNS::Topic') continue;
    const at = subscription.place('TopicArn');
    add(invokedFunction(subscription.get('Endpoint'), cx), { kind: 'topic', source, at, prefixes: [] });
  }
  for (const source of cx.resources('AWS::SNS::Topic')) {
    for (const { value, at } of source.all('Subscription', '*', 'Endpoint')) {
      add(invokedFunction(value, cx), { kind: 'topic', source, at, prefixes: [] });
    }
  }
  for (const source of cx.resources('AWS::S3::Bucket')) {
    for (const { path } of source.all('NotificationConfiguration', 'LambdaConfigurations', '*')) {
      const events = source.strings(...path, 'Event');
      // Writing starts the function only where new objects do.
      if (events.length > 0 && !events.some(({ value }) => /^s3:(\*|ObjectCreated)/.test(value))) continue;
      const at = source.place(...path, 'Function');
      const prefixes = prefixesOf(source, path);
      for (const { value } of source.all(...path, 'Function')) {
        add(invokedFunction(value, cx), { kind: 'bucket', source, at, prefixes });
      }
    }
  }
  return found;
});

const sources: ReadonlyMap<string, Trigger['kind']> = new Map([
  ['AWS::SQS::Queue', 'queue'],
  ['AWS::DynamoDB::Table', 'table'],
  ['AWS::DynamoDB::GlobalTable', 'table'],
]);

const prefixesOf = (bucket: ResourceNode, path: readonly (string | number)[]): string[] =>
  bucket.all(...path, 'Filter', 'S3Key', 'Rules', '*').flatMap(({ path: rule }) => {
    const isPrefix = bucket.strings(...rule, 'Name').some(({ value }) => value.toLowerCase() === 'prefix');
    return isPrefix ? bucket.strings(...rule, 'Value').map(({ value }) => value) : [];
  });
