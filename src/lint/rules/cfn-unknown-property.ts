import { defineTemplateRule } from '../../model/rule.ts';
import { specFaults } from '../facts/templates/spec-faults.ts';

export const cfnUnknownProperty = defineTemplateRule({
  id: 'cfn-unknown-property',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Property that the resource type does not have',
  description:
    'CloudFormation refuses a property that the published schema of the resource type does not have. Properties that SAM passes through are checked at the place where they were written.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html',
  messages: {
    unknown: "{type} has no property '{name}'{within}.",
    suggested: "{type} has no property '{name}'{within}. Did you mean '{near}'?",
  },
  example: {
    in: 'resources',
    fails: `
Queue:
  Type: AWS::SQS::Queue
  Properties: {‹VisibilityTimeOut›: 60}`,
    passes: `
Queue:
  Type: AWS::SQS::Queue
  Properties: {VisibilityTimeout: 60}`,
  },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind !== 'unknown') continue;
      const { name, near, node, at, path } = fault;
      const data = { type: node.type, name, near: near ?? '', within: path === '' ? '' : ` in '${path}'` };
      cx.report(near === undefined ? 'unknown' : 'suggested', at, { data, logicalId: node.id });
    }
  },
});
