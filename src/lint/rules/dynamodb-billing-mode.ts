import { type Cause, entryOf } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { removeEntry } from '../facts/edits/entry.ts';
import { type Choice, choicesOf, entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { keyBelow, placeBelow } from '../facts/templates/places.ts';
import { suggestion } from '../facts/texts/suggestion.ts';

const name = 'ProvisionedThroughput';
const units = ['ReadCapacityUnits', 'WriteCapacityUnits'];
const modes = ['PROVISIONED', 'PAY_PER_REQUEST'];

/** Something that may have a throughput of its own: the table, or one of its global secondary indexes. */
interface Holder {
  readonly what: string;
  readonly map: JsonMap;
  readonly at: Cause | undefined;
}

const holdersOf = (table: ResourceNode): Holder[] => [
  { what: 'the table', map: table.properties, at: table.at },
  ...table.all('GlobalSecondaryIndexes', '*').flatMap(({ value: map, at }) => {
    if (!isPlainMap(map)) return [];
    const index = get(map, 'IndexName');
    return [{ what: isString(index) ? `the index '${index}'` : 'the index', map, at }];
  }),
];

/** The one mode that a table certainly has. */
const modeOf = (table: ResourceNode, cx: RuleContext): Json | undefined => {
  const choices = choicesOf(table.get('BillingMode'), table.place('BillingMode'));
  const found = new Set(choices.map(({ value }) => (value === undefined ? 'PROVISIONED' : cx.resolve(value))));
  return found.size === 1 ? [...found][0] : undefined;
};

const unitsOf = (throughput: Choice, cx: RuleContext) =>
  units.flatMap((unit) =>
    entryChoices(throughput.value, unit, throughput.at).map(({ value, at }) => {
      const resolved = cx.resolve(value);
      return { unit, value: isString(resolved) ? Number(resolved) : resolved, at };
    }),
  );

const checkPerRequest = (table: ResourceNode, { what, map, at }: Holder, cx: RuleContext): void => {
  // Zeros say that nothing is provisioned.
  const provisioned = entryChoices(map, name, at).some((throughput) =>
    unitsOf(throughput, cx).some(({ value }) => typeof value === 'number' && value !== 0),
  );
  if (!provisioned) return;
  const fix = removeEntry(entryOf(map, name));
  const related = [table.place('BillingMode')];
  cx.report('needless', keyBelow(map, at, name), { data: { id: table.id, what }, related, fix });
};

const checkProvisioned = (table: ResourceNode, { what, map, at }: Holder, cx: RuleContext): void => {
  const throughputs = entryChoices(map, name, at);
  if (throughputs.length === 0) {
    const given = !table.lacks('BillingMode');
    const mode = given ? table.place('BillingMode') : undefined;
    const isTable = map === table.properties;
    const data = { id: table.id, what, reason: given ? '' : ', as is the default' };
    const place = isTable ? (mode ?? table.at) : placeBelow(map, at, 'IndexName');
    cx.report('missing', place, { data, related: isTable ? [] : [mode] });
  }
  for (const { unit, value, at: place } of throughputs.flatMap((each) => unitsOf(each, cx))) {
    if (typeof value === 'number' && value < 1) cx.report('units', place, { data: { unit, value } });
  }
};

export const dynamodbBillingMode = defineRule({
  id: 'dynamodb-billing-mode',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'DynamoDB billing mode mismatch',
  description:
    'A table with `BillingMode: PAY_PER_REQUEST` has no `ProvisionedThroughput`, and neither have its global secondary indexes. In the mode `PROVISIONED`, which is the default, the table and each of these indexes need one, with at least 1 read and 1 write capacity unit.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html; cfn-lint E3638, E3639',
  fixes: { needless: 'safe' },
  messages: {
    mode: "'BillingMode' is '{value}'; it must be PROVISIONED or PAY_PER_REQUEST.{near}",
    needless: "'{id}' is billed per request, so {what} cannot have a 'ProvisionedThroughput'; remove it.",
    missing:
      "'{id}' is billed for provisioned capacity{reason}, so {what} needs a 'ProvisionedThroughput' (or set 'BillingMode: PAY_PER_REQUEST').",
    units: "'{unit}' is {value}; with provisioned capacity it must be at least 1.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: ‹PROVISIONED›
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]`,
    passes: `
Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]`,
  },
  on: ['AWS::DynamoDB::Table'],
  check(table, cx) {
    for (const { value, at } of table.strings('BillingMode')) {
      if (modes.includes(value) || value.includes('{{resolve:')) continue;
      cx.report('mode', at, { data: { value, near: suggestion(value, modes) } });
    }
    const mode = modeOf(table, cx);
    for (const holder of holdersOf(table)) {
      if (mode === 'PAY_PER_REQUEST') checkPerRequest(table, holder, cx);
      else if (mode === 'PROVISIONED') checkProvisioned(table, holder, cx);
    }
  },
});
