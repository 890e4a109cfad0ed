import { type Cause, entryOf, shallowCopy } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { isList, isMap, type Json, type JsonMap } from '../../model/tree.ts';

/** Where a null is data like any other: the definition of a state machine that is written as a map. */
const taken = { type: 'AWS::StepFunctions::StateMachine', property: 'Definition' };

export const cfnNullValue = defineTemplateRule({
  id: 'cfn-null-value',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Null where CloudFormation takes none',
  description:
    "A key without a value is null, and CloudFormation refuses templates with a null anywhere but in the definition of a state machine: *'null' values are not allowed in templates*. What the serverless transform takes out or replaces does not count.",
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
  supersedes: ['wrong-type'],
  messages: {
    key: "'{name}' has no value, and CloudFormation refuses null; give it a value, or leave it out.",
    item: "Item {name} of the list in '{within}' is null, which CloudFormation refuses; remove it.",
  },
  example: {
    in: 'resources',
    fails: `
Topic:
  Type: AWS::SNS::Topic
  Properties:
    ‹DisplayName›:
`,
    passes: `
Topic:
  Type: AWS::SNS::Topic
  Properties:
    DisplayName: Orders
`,
  },
  check(cx) {
    walk(cx.template, '', undefined, cx, 'Resources');
    for (const { id, type, body, properties } of cx.resources()) {
      walk(body, '', id, cx, 'Properties');
      walk(type === taken.type ? without(properties, taken.property) : properties, '', id, cx);
    }
  },
});

const without = (map: JsonMap, name: string): JsonMap => {
  const rest = shallowCopy(map);
  delete rest[name];
  return rest;
};

/** @param apart a key of the map whose value is looked at elsewhere */
const walk = (value: Json, within: string, id: string | undefined, cx: RuleContext, apart?: string): void => {
  if (isList(value)) {
    for (let step = 0; step < value.length; step++) {
      const item = value[step]!;
      if (item === null) report('item', entryOf(value, step)?.value, { name: step + 1, within }, id, cx);
      else if (typeof item === 'object') walk(item, within, id, cx);
    }
  } else if (isMap(value)) {
    for (const key in value) {
      const inner = value[key]!;
      if (inner === null) report('key', entryOf(value, key)?.key, { name: key }, id, cx);
      else if (typeof inner === 'object' && key !== apart) walk(inner, key, id, cx);
    }
  }
};

/** A null without a place is one that the transform made. */
const report = (
  messageId: string,
  at: Cause | undefined,
  data: Readonly<Record<string, string | number>>,
  logicalId: string | undefined,
  cx: RuleContext,
): void => {
  if (at) cx.report(messageId, at, { data, logicalId });
};
