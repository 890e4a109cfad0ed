import { defineRule } from '../../model/rule.ts';
import { patternFaults } from '../facts/events/pattern.ts';
import { patternIn } from '../facts/events/pattern-map.ts';

/** EventBridge takes these, but they will match nothing. */
const suspicions: ReadonlySet<string> = new Set(['filterAsField', 'unknownField']);

export const eventsPatternContent = defineRule({
  id: 'events-pattern-content',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Event pattern malformed',
  description:
    "An event pattern is built like the event: maps of fields down to lists of the values that a field may have. A value is a text, a number, true, false, null, or a filter: `{prefix: …}`, `{suffix: …}`, `{anything-but: …}`, `{numeric: ['>', 0]}`, `{exists: false}`, `{cidr: …}`, `{equals-ignore-case: …}`, `{wildcard: …}`. `$or` takes a list of two or more maps.",
  source:
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html; https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html',
  messages: {
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
      const pattern = patternIn(found);
      if (pattern === undefined) continue;
      if ('fault' in pattern) {
        cx.report(pattern.fault, pattern.at, { data: pattern.data });
        continue;
      }
      for (const { kind, at, data } of patternFaults(pattern.map, pattern.at, cx)) {
        cx.report(kind, at, { data, level: suspicions.has(kind) ? 'warning' : 'error' });
      }
    }
  },
});
