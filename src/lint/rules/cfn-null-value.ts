import { entryOf } from '../../model/origin.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import type { Step } from '../../model/tree.ts';
import { preorderOf } from '../facts/templates/preorder.ts';

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
    const row = preorderOf(cx.template);
    const { values, steps, parents } = row;
    for (let at = 1; at < values.length; at++) {
      if (values[at] !== null) continue;
      const path = row.pathOf(at);
      const logicalId = path[0] === 'Resources' && path.length > 1 ? String(path[1]) : undefined;
      const resource = logicalId === undefined ? undefined : cx.resource(logicalId);
      // What is no resource at all is reported as that.
      if (logicalId !== undefined && (!resource || isTaken(path, resource.type))) continue;
      const step = steps[at]!;
      const entry = entryOf(values[parents[at]!], step);
      // A null without a place is one that the transform made.
      if (!entry) continue;
      if (typeof step === 'string') cx.report('key', entry.key, { data: { name: step }, logicalId });
      else {
        const within = path.findLast((each) => typeof each === 'string') ?? '';
        cx.report('item', entry.value, { data: { name: step + 1, within }, logicalId });
      }
    }
  },
});

const isTaken = ([, , attribute, property]: readonly Step[], type: string): boolean =>
  type === taken.type && attribute === 'Properties' && property === taken.property;
