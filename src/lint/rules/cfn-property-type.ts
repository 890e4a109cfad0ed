import { defineTemplateRule } from '../../model/rule.ts';
import { specFaults } from '../facts/templates/spec-faults.ts';

export const cfnPropertyType = defineTemplateRule({
  id: 'cfn-property-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Property of the wrong type',
  description:
    'CloudFormation refuses a list where the schema of the type wants a map, a word where it wants a number, and so on. Scalars that can be read as the wanted one (`"128"` for a number) are taken.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html',
  messages: { wrong: "'{path}' of {type} is {found}; it must be {allowed}." },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind !== 'type') continue;
      const { found, allowed, node, at, path } = fault;
      cx.report('wrong', at, { data: { path, type: node.type, found, allowed }, logicalId: node.id });
    }
  },
});
