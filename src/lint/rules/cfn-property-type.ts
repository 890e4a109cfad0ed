import { defineTemplateRule } from '../../model/rule.ts';
import { levelOf, specFaults } from '../facts/templates/spec-faults.ts';

export const cfnPropertyType = defineTemplateRule({
  id: 'cfn-property-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Property of the wrong type',
  description:
    'CloudFormation refuses a list where the schema of the type wants a map, a word where it wants a number, and so on. Scalars that can be read as the wanted one (`"128"` for a number) are taken. In a map of texts, such as the environment of a function, it takes a list of one item for the item; that is a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html',
  messages: {
    wrong: "'{path}' of {type} is {found}; it must be {allowed}.",
    single: "'{path}' of {type} is a list of one item; it should be {allowed}: write the item without the list.",
  },
  example: {
    in: 'resources',
    fails: `
Queue:
  Type: AWS::SQS::Queue
  Properties: {VisibilityTimeout: ‹one minute›}`,
    passes: `
Queue:
  Type: AWS::SQS::Queue
  Properties: {VisibilityTimeout: 60}`,
  },
  check(cx) {
    for (const fault of specFaults(cx)) {
      if (fault.kind === 'single') {
        const { allowed, node, at, path } = fault;
        cx.report('single', at, { data: { path, type: node.type, allowed }, logicalId: node.id, level: 'warning' });
      }
      if (fault.kind !== 'type') continue;
      const { found, allowed, node, at, path } = fault;
      if (cx.reported(at)) continue;
      cx.report('wrong', at, {
        data: { path, type: node.type, found, allowed },
        logicalId: node.id,
        level: levelOf(fault),
      });
    }
  },
});
