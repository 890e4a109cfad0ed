import { defineTemplateRule } from '../../model/rule.ts';
import { reportFaults } from '../facts/intrinsics/faults.ts';
import { functionFaults } from '../facts/intrinsics/walk.ts';

export const cfnFunctionPlace = defineTemplateRule({
  id: 'cfn-function-place',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Intrinsic function where CloudFormation evaluates none',
  description:
    'Functions are evaluated in the properties and some attributes of resources, in outputs, in conditions and in rules. Parameters, mappings, descriptions, and `Type`, `DependsOn` and `Condition` of a resource must be written out, but for what a loop of `AWS::LanguageExtensions` makes a text. Conditions are evaluated before the resources exist and cannot refer to them; condition functions other than `Fn::If` are allowed in `Conditions` and `Rules` only, and rule functions in `Rules` only.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
  supersedes: ['cfn-deletion-policy', 'cfn-update-policy', 'wrong-type', 'missing-type'],
  messages: {
    literal: "'{fn}' is not allowed in {where}, which must be written out.",
    extension: "'{fn}' is not allowed in {where} without 'Transform: AWS::LanguageExtensions'; write the value out.",
    elsewhere: "'{fn}' is only allowed in {where}. To choose a value by a condition, name the condition in 'Fn::If'.",
    conditions: "'{fn}' is not allowed in 'Conditions'. Allowed functions: {allowed}.",
    rules: "'{fn}' is not allowed in 'Rules'. Allowed functions: {allowed}.",
  },
  example: {
    fails: `
Description: ‹!Sub› 'Orders of \${AWS::StackName}'
Resources:
  Topic: {Type: AWS::SNS::Topic}
`,
    passes: `
Description: Orders
Resources:
  Topic: {Type: AWS::SNS::Topic}
`,
  },
  check: (cx) => reportFaults(functionFaults(cx), 'place', cx),
});
