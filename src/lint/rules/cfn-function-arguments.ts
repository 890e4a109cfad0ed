import { defineTemplateRule } from '../../model/rule.ts';
import { reportFaults } from '../facts/intrinsics/faults.ts';
import { functionFaults } from '../facts/intrinsics/walk.ts';

export const cfnFunctionArguments = defineTemplateRule({
  id: 'cfn-function-arguments',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Intrinsic function with arguments that it does not take',
  description:
    'CloudFormation refuses a function that is given too few or too many arguments, or one of another kind: a string instead of a list, a list instead of a string, a number outside of its range. What `Ref` gives follows from the type of the parameter, and what `Fn::GetAtt` gives from the schema of the resource type.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
  supersedes: ['invalid-find-in-map', 'invalid-if', 'invalid-length'],
  messages: {
    count: "'{fn}' takes {takes}; found {found}.",
    kind: "The {operand} of '{fn}' must be {allowed}; found {found}.",
    key: "'{fn}' has no key '{key}'. It knows: {allowed}.",
    missing: "'{fn}' needs the key '{key}'. It knows: {allowed}.",
    index: "'{fn}' asks for the item {index}, but the list has {count}; the first item is 0.",
    room: "'{fn}' cannot make {count} ranges with {bits} free bits each of '{block}'; take fewer, or fewer bits.",
    reference:
      "'{fn}' works on the text before '{{resolve:…}}' is replaced, so '{delimiter}' takes the reference itself apart. Store each value under a separate name.",
    export: "The name that '{fn}' takes cannot depend on a resource, and this one depends on '{id}'.",
    attribute:
      "'Fn::GetAtt' needs an attribute of '{id}': write '{id}.Arn', for example, or refer to '{id}' with 'Ref'.",
  },
  example: {
    in: 'resources',
    fails: `
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: !Join ['-', ‹!Ref AWS::StackName›]}
`,
    passes: `
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: !Join ['-', [!Ref AWS::StackName, orders]]}
`,
  },
  check: (cx) => reportFaults(functionFaults(cx), 'arguments', cx),
});
