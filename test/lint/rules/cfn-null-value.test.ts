import { cfnNullValue } from '../../../src/lint/rules/cfn-null-value.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(cfnNullValue, {
  valid: [
    samFunction('Description:\nEvents:'),
    `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/flow
      Definition: {StartAt: A, States: {A: {Type: Pass, ResultPath: null, End: true}}}
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: 'null', TopicName: ''}}
`,
    'Transform: [OurMacro]\nResources: {A: {Type: AWS::SNS::Topic, Properties: {DisplayName: }}}\n',
  ],
  invalid: [
    {
      template:
        'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName:\n  B:\n    Type: AWS::SQS::Queue\n    Properties:\n',
      problems: [
        { messageId: 'key', line: 5, column: 7, data: { name: 'DisplayName' } },
        { messageId: 'key', line: 8, column: 5, data: { name: 'Properties' } },
      ],
    },
    {
      template: 'Resources:\n  A: {Type: AWS::SNS::Topic, Metadata: {a: }}\nOutputs:\n',
      problems: [
        { messageId: 'key', line: 2, column: 41, data: { name: 'a' } },
        { messageId: 'key', line: 3, column: 1, data: { name: 'Outputs' } },
      ],
    },
    {
      template:
        'Mappings: {A: {b: {c: null}}}\nResources:\n  A: {Type: AWS::SQS::Queue, Properties: {Tags: [~, {Key: a, Value: b}]}}\n',
      problems: [
        { messageId: 'key', line: 1, column: 20, data: { name: 'c' } },
        { messageId: 'item', line: 3, column: 50, data: { name: 1, within: 'Tags' } },
      ],
    },
  ],
});
