import { defineTemplateRule } from '../../model/rule.ts';
import { isIncomplete } from '../facts/templates/faulty.ts';
import { specFaults } from '../facts/templates/spec-faults.ts';

export const cfnMissingProperty = defineTemplateRule({
  id: 'cfn-missing-property',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Required property not given',
  description: 'CloudFormation refuses a resource that lacks a property its published schema marks as required.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html',
  messages: { missing: "{type} needs the property '{name}'{within}." },
  example: {
    in: 'resources',
    fails: `
Subscription:
  Type: AWS::SNS::Subscription
  Properties: ‹{Protocol: email, Endpoint: team@example.com}›`,
    passes: `
Subscription:
  Type: AWS::SNS::Subscription
  Properties: {TopicArn: !ImportValue orders, Protocol: email, Endpoint: team@example.com}`,
  },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind !== 'missing') continue;
      const { name, node, at, path } = fault;
      if (isIncomplete(node, at, cx)) continue;
      const data = { type: node.type, name, within: path === '' ? '' : ` in '${path}'` };
      cx.report('missing', at, { data, logicalId: node.id });
    }
  },
});
