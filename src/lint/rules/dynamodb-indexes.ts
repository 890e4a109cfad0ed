import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import type { Step } from '../../model/tree.ts';
import {
  definedAttributes,
  type Index,
  indexesOf,
  type Key,
  keyAt,
  twiceIn,
} from '../facts/templates/dynamodb-keys.ts';

const maximumLocal = 5;
const globalQuota = 20;

/** Every attribute of a key is defined once, and nothing else is. */
const checkDefinitions = (table: ResourceNode, keys: readonly Key[], cx: RuleContext): void => {
  const definitions = definedAttributes(table, cx);
  if (!definitions) return;
  for (const { again, first } of twiceIn(definitions)) {
    cx.report('definedTwice', again.at, { data: { name: again.name }, related: [first.at] });
  }
  const defined = new Set(definitions.map(({ name }) => name));
  const used = new Set<string>();
  for (const { name, at } of keys.flatMap(({ attributes }) => attributes)) {
    if (!defined.has(name) && !used.has(name)) cx.report('undefined', at, { data: { name } });
    used.add(name);
  }
  // Key schemas do not say what vector indexes are made of.
  if (!table.lacks('VectorIndexes')) return;
  for (const { name, at } of definitions) {
    if (!used.has(name)) cx.report('unused', at, { data: { name } });
  }
};

/** A key begins with its HASH attribute. */
const checkOrder = (table: ResourceNode, path: readonly Step[], key: Key | undefined, cx: RuleContext): void => {
  const [first] = key?.attributes ?? [];
  if (!key || !first || key.hash.includes(first)) return;
  const [hash] = key.hash;
  if (!hash) cx.report('noHash', table.keyPlace(...path, 'KeySchema'));
  else cx.report('order', first.at, { data: { name: first.name, hash: hash.name }, related: [hash.at] });
};

const checkLocal = (table: ResourceNode, key: Key | undefined, local: readonly Index[], cx: RuleContext): void => {
  if (key && key.range.length === 0 && local.length > 0) {
    cx.report('noTableRange', table.keyPlace('LocalSecondaryIndexes'), { data: { id: table.id } });
  }
  for (const { name, key: own, path } of local) {
    if (!own) continue;
    const data = { index: name?.name ?? '', hash: key?.hash[0]?.name ?? '' };
    const [hash] = own.hash;
    const [range] = own.range;
    if (!range) cx.report('noRange', table.keyPlace(...path, 'KeySchema'), { data });
    if (key && hash && key.hash.length === 1 && hash.name !== data.hash) {
      cx.report('otherHash', hash.at, { data: { ...data, name: hash.name }, related: [key.hash[0]?.at] });
    }
    if (range && key?.range[0]?.name === range.name) {
      cx.report('sameRange', range.at, { data, related: [key.range[0].at], level: 'warning' });
    }
  }
};

export const dynamodbIndexes = defineRule({
  id: 'dynamodb-indexes',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'DynamoDB index limits',
  description:
    'A table has at most 5 local secondary indexes, each with the HASH key of the table and a RANGE key of its own, and 20 global secondary indexes unless the quota was raised. A key begins with its HASH attribute. `AttributeDefinitions` names exactly the attributes that keys of the table and of its indexes are made of, each of them once; other attributes are not declared anywhere.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html; cfn-lint E3039',
  options: {
    quota: { default: globalQuota, doc: 'How many global secondary indexes a table of your account may have.' },
  },
  messages: {
    local: "'{id}' has {count} local secondary indexes; at most {maximum} are allowed.",
    global: "'{id}' has {count} global secondary indexes; without a raised quota a table takes {maximum}.",
    indexTwice: "Two indexes of '{id}' have the name '{name}'.",
    noHash: 'A key needs an attribute with the KeyType HASH; this one has only RANGE.',
    order: "The HASH attribute of a key, '{hash}', comes first, and '{name}' (RANGE) behind it.",
    keyTwice: "'{name}' appears twice in one key; its parts must be different attributes.",
    noTableRange: "'{id}' has no RANGE key, so it cannot have local secondary indexes; make them global ones.",
    noRange: "The local secondary index '{index}' needs its own RANGE key.",
    otherHash:
      "A local secondary index has the HASH key of its table, '{hash}', not '{name}'; or make it a global one.",
    sameRange: "The local secondary index '{index}' sorts like the table itself; give it another RANGE key.",
    definedTwice: "The attribute '{name}' is defined twice.",
    undefined: "'{name}' is part of a key, but 'AttributeDefinitions' does not define it.",
    unused: "'{name}' is in no key of the table or its indexes, so it must not be in 'AttributeDefinitions'.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: day, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    GlobalSecondaryIndexes:
      - {IndexName: byDay, KeySchema: [{AttributeName: day, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      - {IndexName: ‹byDay›, KeySchema: [{AttributeName: day, KeyType: HASH}, {AttributeName: id, KeyType: RANGE}], Projection: {ProjectionType: ALL}}`,
    passes: `
Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: day, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    GlobalSecondaryIndexes:
      - {IndexName: byDay, KeySchema: [{AttributeName: day, KeyType: HASH}], Projection: {ProjectionType: ALL}}
      - {IndexName: byDayAndId, KeySchema: [{AttributeName: day, KeyType: HASH}, {AttributeName: id, KeyType: RANGE}], Projection: {ProjectionType: ALL}}`,
  },
  on: ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'],
  check(table, cx) {
    const data = { id: table.id };
    const local = indexesOf(table, 'local', cx);
    const global = indexesOf(table, 'global', cx);
    if (local && local.length > maximumLocal) {
      const place = table.place(...local[maximumLocal]!.path);
      cx.report('local', place, { data: { ...data, count: local.length, maximum: maximumLocal } });
    }
    const quota = cx.option<number>('quota');
    if (global && global.length > quota) {
      const place = table.place(...global[quota]!.path);
      cx.report('global', place, { data: { ...data, count: global.length, maximum: quota }, level: 'warning' });
    }
    const key = keyAt(table, cx);
    if (local) checkLocal(table, key, local, cx);
    const indexes = [...(local ?? []), ...(global ?? [])];
    for (const { again, first } of twiceIn(indexes.flatMap(({ name }) => name ?? []))) {
      cx.report('indexTwice', again.at, { data: { ...data, name: again.name }, related: [first.at] });
    }
    const keys = [key, ...indexes.map((index) => index.key)];
    const known = keys.filter((each) => each !== undefined);
    for (const { again, first } of known.flatMap(({ attributes }) => twiceIn(attributes))) {
      cx.report('keyTwice', again.at, { data: { name: again.name }, related: [first.at] });
    }
    checkOrder(table, [], key, cx);
    for (const { path, key: own } of indexes) checkOrder(table, path, own, cx);
    if (local && global && known.length === keys.length) checkDefinitions(table, known, cx);
  },
});
