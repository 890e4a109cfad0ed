import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { certainItems } from '../facts/templates/choices.ts';
import { headOf } from '../facts/templates/places.ts';

const maximum = 5;
const maximumLength = 64;
const format = /^[.\-_A-Za-z0-9]+$/;

export const eventsTargetsMax = defineRule({
  id: 'events-targets-max',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'More than 5 targets on a rule',
  description:
    'A rule has at most five targets. Their ids are unique within the rule and have at most 64 letters, digits, dots, hyphens and underscores. For more targets make a second rule with the same pattern, or fan out through SNS.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html',
  messages: {
    tooMany: "The rule '{id}' has {count} targets; at most {maximum} are allowed. Put the others on another rule.",
    format: "The target id '{target}' may only have letters, digits, '.', '-' and '_'.",
    length: "The target id '{target}' has {length} characters; at most {maximum} are allowed.",
    twice: "Two targets of the rule '{id}' have the id '{target}'.",
  },
  example: {
    in: 'resources',
    fails: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    ‹Targets›:
      - {Id: t0, Arn: !ImportValue t0}
      - {Id: t1, Arn: !ImportValue t1}
      - {Id: t2, Arn: !ImportValue t2}
      - {Id: t3, Arn: !ImportValue t3}
      - {Id: t4, Arn: !ImportValue t4}
      - {Id: t5, Arn: !ImportValue t5}`,
    passes: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets:
      - {Id: t0, Arn: !ImportValue t0}
      - {Id: t1, Arn: !ImportValue t1}
      - {Id: t2, Arn: !ImportValue t2}
      - {Id: t3, Arn: !ImportValue t3}
      - {Id: t4, Arn: !ImportValue t4}`,
  },
  on: ['AWS::Events::Rule'],
  check(rule, cx) {
    for (const { value, path } of rule.all('Targets')) {
      const targets = isList(value) ? certainItems(value) : [];
      if (targets.length <= maximum) continue;
      const data = { id: rule.id, count: targets.length, maximum };
      cx.report('tooMany', headOf(rule, path), { data, related: [rule.place(...path, targets[maximum]!)] });
    }
    const seen = new Map<string, (typeof ids)[number]>();
    const ids = rule.strings('Targets', '*', 'Id');
    for (const found of ids) {
      const { value: target, at, path } = found;
      const { length } = target;
      if (length > maximumLength) cx.report('length', at, { data: { target, length, maximum: maximumLength } });
      else if (!format.test(target)) cx.report('format', at, { data: { target } });
      // Targets in branches of `Fn::If` may never be there together.
      if (path.includes('Fn::If')) continue;
      const first = seen.get(target);
      if (first) cx.report('twice', at, { data: { id: rule.id, target }, related: [first.at] });
      else seen.set(target, found);
    }
  },
});
