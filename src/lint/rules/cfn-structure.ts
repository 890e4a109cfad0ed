import { defineTemplateRule } from '../../model/rule.ts';
import { structureFaults } from '../facts/sections/structure.ts';

export const cfnStructure = defineTemplateRule({
  id: 'cfn-structure',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: "Part of a template's structure that is missing or of the wrong kind",
  description:
    'CloudFormation wants a `Type` of each parameter and resource, a `Value` of each output, a `Name` of each `Export`, and `Assertions` of each rule; and each part of the structure has its kind: sections are maps, descriptions are texts, `AllowedValues` is a list, conditions are condition functions.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html',
  supersedes: ['wrong-type', 'missing-type'],
  messages: {
    kind: '{where} must be {wanted}; found {found}.',
    missing: "{where} needs '{name}'.",
  },
  example: {
    fails: `
Resources:
  Topic: {Type: AWS::SNS::Topic}
Outputs:
  ‹Topic›: {Description: Where orders are announced}
`,
    passes: `
Resources:
  Topic: {Type: AWS::SNS::Topic}
Outputs:
  Topic: {Description: Where orders are announced, Value: !Ref Topic}
`,
  },
  check(cx) {
    for (const { messageId, at, logicalId, where, name, wanted, found } of structureFaults(cx.document)) {
      const data = { where, name, wanted, found };
      cx.report(messageId, at, { data, logicalId });
    }
  },
});
