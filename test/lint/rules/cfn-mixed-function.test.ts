import { cfnMixedFunction } from '../../../src/lint/rules/cfn-mixed-function.ts';
import { tester } from '../tester.ts';

tester.run(cfnMixedFunction, {
  valid: [
    'Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: {Ref: AWS::StackName}}}\n',
    'Metadata: {Any: {Ref: a, b: c}}\nResources:\n  Q: {Type: AWS::SQS::Queue}\n',
    // A schema may have a property of that name.
    'Resources:\n  A: {Type: AWS::X::Y, Properties: {properties: {Ref: {type: string}, b: {type: string}}}}\n',
    'Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: q, Fn::Transform: {Name: M}}}\n',
    'Transform: [OurMacro]\nResources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: {Fn::Sub: a, Also: b}}}\n',
  ],
  invalid: [
    {
      template:
        'Resources:\n  C: {Type: Custom::Repository, Properties: {ServiceToken: x, At: {Ref: main, Repo: shop}}}\n',
      problems: [{ messageId: 'mixed', line: 2, column: 79, level: 'warning', data: { name: 'Repo' } }],
    },
    {
      template: `Resources:
  Q:
    Type: AWS::SQS::Queue
    Properties:
      QueueName:
        Fn::Sub: q
        FifoQueue: true
`,
      problems: [{ messageId: 'mixed', line: 7, column: 9, endColumn: 18, data: { fn: 'Fn::Sub' } }],
    },
    {
      template: `Conditions: {A: {Fn::Equals: [a, {Ref: AWS::Region, Also: b}], Fn::Not: []}}
Resources:
  Q: {Type: AWS::SQS::Queue}
`,
      problems: [
        { messageId: 'mixed', line: 1, column: 53 },
        { messageId: 'mixed', line: 1, column: 64, data: { name: 'Fn::Not' } },
      ],
    },
  ],
});
