import type { Cause } from '../../model/origin.ts';
import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isIntrinsic, isMap, isString, type Json, type JsonMap, kindOf } from '../../model/tree.ts';
import { patternFaults } from '../facts/events/pattern.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { readJson } from '../facts/texts/json-text.ts';
import { writtenScalar } from '../facts/texts/written-text.ts';

const maximum = 4096;
const defaultQuota = 2048;
/** EventBridge takes these, but they will match nothing. */
const suspicions: ReadonlySet<string> = new Set(['filterAsField', 'unknownField']);

/** The pattern as a map; one that is written as JSON text is read, and what is wrong with that reported. */
const readPattern = ({ value, at }: Found, cx: RuleContext): { map: JsonMap; at: Cause | undefined } | undefined => {
  if (isPlainMap(value)) return { map: value, at };
  if (isMap(value)) return undefined;
  if (!isString(value)) {
    cx.report('kind', at, { data: { found: kindOf(value) } });
    return undefined;
  }
  if (value.includes('{{resolve:')) return undefined;
  const result = readJson(writtenScalar(value, at));
  if ('expected' in result) {
    cx.report('json', result.at, { data: { expected: result.expected, found: result.found } });
    return undefined;
  }
  if (isMap(result.value)) return { map: result.value, at };
  cx.report('kind', at, { data: { found: kindOf(result.value) } });
  return undefined;
};

/** How long a pattern is at the least: what is known only at deploy time counts as one character. */
const lengthOf = (pattern: JsonMap, cx: RuleContext): number =>
  JSON.stringify(pattern, (_, value: Json) => (isIntrinsic(value) ? (cx.resolve(value) ?? 0) : value)).length;

const checkSize = (rule: ResourceNode, { path }: Found, pattern: JsonMap, cx: RuleContext): void => {
  const length = lengthOf(pattern, cx);
  const quota = cx.option<number>('quota');
  if (length <= Math.min(quota, maximum)) return;
  const over = length > maximum;
  const place = rule.keyPlace(...path);
  cx.report(over ? 'tooLong' : 'quota', place, {
    data: { length, maximum: over ? maximum : quota },
    level: over ? 'error' : 'warning',
  });
};

export const eventsPatternSize = defineRule({
  id: 'events-pattern-size',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Event pattern too large or malformed',
  description:
    "An event pattern has at most 4,096 characters as JSON, and 2,048 unless the quota was raised. It is built like the event: maps of fields down to lists of the values that a field may have. A value is a text, a number, true, false, null, or a filter: `{prefix: …}`, `{suffix: …}`, `{anything-but: …}`, `{numeric: ['>', 0]}`, `{exists: false}`, `{cidr: …}`, `{equals-ignore-case: …}`, `{wildcard: …}`. `$or` takes a list of two or more maps.",
  source:
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html; https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html; https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
  options: {
    quota: { default: defaultQuota, doc: 'How many characters a pattern in your account may have, up to 4,096.' },
  },
  messages: {
    tooLong: 'The pattern has {length} characters as JSON; at most {maximum} are allowed.',
    quota: 'The pattern has {length} characters as JSON; without a raised quota {maximum} are allowed.',
    kind: 'The pattern is {found}; it must be a map of fields.',
    json: 'The pattern is not JSON: {expected} is expected here, not {found}.',
    empty: '{what} is an empty {kind}, which EventBridge refuses; remove it.',
    scalar: "'{name}' is {found}; a pattern gives the values of a field as a list: '{name}: [{value}]'.",
    nested: "The list of '{name}' contains a list; its values must be texts, numbers, true, false, null or filters.",
    or: "'$or' takes a list of two or more maps.",
    filterOutside: "'{name}' is a filter, which must be in the list of a field: '[{{name}: …}]'.",
    filterAsField:
      "'{name}' is read as the name of a field here; for a filter write it into the list of a field: '[{{name}: …}]'.",
    unknownField: "Events have no field '{name}', so the pattern matches none of them.{near}",
    unknownFilter: "There is no filter '{name}'.{near}",
    manyFilters:
      "A filter has one key; '{second}' is not allowed beside '{name}'. Write them as two items of the list.",
    operand: "The filter '{name}' takes {expected}.",
  },
  example: {
    in: 'resources',
    fails: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: ‹[shop.orders]›
    Targets: [{Id: queue, Arn: !ImportValue queue}]`,
    passes: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets: [{Id: queue, Arn: !ImportValue queue}]`,
  },
  on: ['AWS::Events::Rule'],
  check(rule, cx) {
    for (const found of rule.all('EventPattern')) {
      const pattern = readPattern(found, cx);
      if (!pattern) continue;
      checkSize(rule, found, pattern.map, cx);
      for (const { kind, at, data } of patternFaults(pattern.map, pattern.at, cx)) {
        cx.report(kind, at, { data, level: suspicions.has(kind) ? 'warning' : 'error' });
      }
    }
  },
});
