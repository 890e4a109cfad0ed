import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { allNames } from '../facts/templates/all-names.ts';
import { specFaults } from '../facts/templates/spec-faults.ts';

export const cfnUnknownProperty = defineTemplateRule({
  id: 'cfn-unknown-property',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Property that the resource type does not have',
  description:
    'CloudFormation refuses a property that the published schema of the resource type does not have. A name that is like none of those of the type may be newer than the data that synth was built with, so it is a warning. Properties that SAM passes through are checked at the place where they were written.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html',
  messages: {
    newer:
      "{type} had no property '{name}'{within} on {day}, the date of synth's data. If it is newer, silence this; if not, remove it.",
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
      const data = {
        type: node.type,
        name,
        near: near ?? '',
        within: path === '' ? '' : ` in '${path}'`,
        day: cx.specs?.day() ?? '',
      };
      const messageId = near !== undefined ? 'suggested' : mayBeNewer(node.type, name, cx) ? 'newer' : 'unknown';
      const level = messageId === 'newer' ? 'warning' : 'error';
      cx.report(messageId, at, { data, level, logicalId: node.id });
    }
  },
});

/** Whether a name is not one that the type has elsewhere, and the age of the data is known. */
const mayBeNewer = (type: string, name: string, { specs }: RuleContext): boolean => {
  const spec = specs?.resource(type);
  return spec !== undefined && specs?.day() !== undefined && !allNames(spec).has(name);
};
