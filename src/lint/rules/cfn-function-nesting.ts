import { defineTemplateRule } from '../../model/rule.ts';
import { reportFaults } from '../facts/intrinsics/faults.ts';
import { functionFaults } from '../facts/intrinsics/walk.ts';

export const cfnFunctionNesting = defineTemplateRule({
  id: 'cfn-function-nesting',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Intrinsic function inside of another that does not take it',
  description:
    'Some arguments of functions must be written out: the delimiter of `Fn::Join` and `Fn::Split`, the text of `Fn::Sub`, the condition of `Fn::If`. Others take only certain functions: the keys of `Fn::FindInMap` and the index of `Fn::Select` take `Ref` and `Fn::FindInMap`, and `Fn::And`, `Fn::Or` and `Fn::Not` take conditions. `AWS::LanguageExtensions` takes more.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
  messages: {
    literal: "The {operand} of '{fn}' must be written out, so '{inner}' is not allowed there.{cure}",
    inner: "The {operand} of '{fn}' cannot be '{inner}'. Allowed functions: {allowed}.",
    resource:
      "The {operand} of '{fn}' must be known before the resources exist, so it cannot be the resource '{id}'; parameters are allowed.",
    condition: "'{fn}' takes conditions, and '{inner}' is not one: compare its value with 'Fn::Equals'.",
  },
  example: {
    in: 'resources',
    fails: `
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: !Sub [‹!Ref AWS::StackName›, {}]}
`,
    passes: `
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: !Sub '\${AWS::StackName}'}
`,
  },
  check: (cx) => reportFaults(functionFaults(cx), 'nesting', cx),
});
