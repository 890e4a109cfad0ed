import { inTable } from '../../model/in-table.ts';
import { entryOf, place, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { whatIs } from '../codecs/reference.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Reading } from '../language/codec.ts';
import type { Draft } from '../language/draft.ts';
import type { Key } from '../language/key.ts';
import type { Spot } from '../language/spot.ts';
import { unknownName } from '../language/unknown.ts';

const NotASender = message(
  'spec-wrong-kind',
  'error',
  (id: string, what: string) => `'${id}' is ${what}; 'allow' needs a topic, a bucket or an event rule that sends here.`,
);

/** What can send to a queue or a topic: the service that does it, and what its ARN is compared by. */
const senders: Readonly<Record<string, string>> = {
  'AWS::SNS::Topic': 'sns.amazonaws.com',
  'AWS::S3::Bucket': 's3.amazonaws.com',
  'AWS::Events::Rule': 'events.amazonaws.com',
};

/**
 * The key `allow`: lets topics, buckets and event rules send here. They become statements of the policy
 * `<Entry>Senders`.
 */
export const allowSenders = (action: string, type: string, attach: string): Key => ({
  key: 'allow',
  to: [],
  doc: `Topics, buckets and event rules of this file that may send here; they become a resource \`<Entry>Senders\` (${type}), or with \`policy\` statements of that policy.`,
  examples: ['Alerts', '[Alerts, Uploads]'],
  schema: () => ({ anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] }),
  perEntry: true,
  lower: (spot, draft, cx) => {
    // One queue has one policy: `policy` takes these in.
    if (Object.hasOwn(spot.holder as JsonMap, 'policy')) return;
    const statements = senderStatements(spot, draft, action, cx);
    if (statements.length === 0) return;
    const properties = newMap();
    properties[attach] = [{ Ref: draft.id }];
    properties['PolicyDocument'] = { Version: '2012-10-17', Statement: statements };
    for (const key of Object.keys(properties)) place(properties, key, entryOf(spot.holder, spot.step));
    cx.add(
      `${draft.id}Senders`,
      stamp<JsonMap>({ Type: type, Properties: stamp(properties, spot.whole) }, spot.whole),
      spot,
    );
  },
  raise: () => undefined,
});

/** What lets the things named at a spot send to the entry. */
export const senderStatements = (spot: Spot, draft: Draft, action: string, cx: Reading): Json[] => {
  const own = cx.names.form(cx.names.get(draft.id)!, 'arn')?.alone ?? { Ref: draft.id };
  const statements: Json[] = [];
  for (const item of spot.items) {
    const { text } = item;
    if (text === undefined) {
      wrong(item, 'the name of a topic, a bucket or an event rule', cx);
      continue;
    }
    const named = cx.names.get(text);
    if (named === undefined) {
      cx.report(
        unknownName(cx.names, text, 'sender', (each) => inTable(senders, each.type) !== undefined),
        item.at,
      );
      continue;
    }
    const service = inTable(senders, named.type);
    if (service === undefined) {
      cx.report(NotASender(text, whatIs(named)), item.at);
      continue;
    }
    // A bucket waits for its notification's target, so nothing here may refer to it: its account has to do.
    const condition: JsonMap =
      named.type === 'AWS::S3::Bucket'
        ? { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }
        : { ArnEquals: { 'aws:SourceArn': cx.names.form(named, 'arn')!.alone } };
    const statement: JsonMap = {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: action,
      Resource: own,
      Condition: condition,
    };
    statements.push(stamp(statement, item.at));
  }
  return statements;
};
