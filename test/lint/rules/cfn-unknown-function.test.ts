import { cfnUnknownFunction } from '../../../src/lint/rules/cfn-unknown-function.ts';
import { tester } from '../tester.ts';

const queue = (name: string, transform = '') => `${transform}Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: ${name}
`;

tester.run(cfnUnknownFunction, {
  valid: [
    queue('!Sub "${AWS::StackName}-orders"'),
    queue('{"Fn::Join": ["-", [!Ref AWS::StackName, !Select [0, !GetAZs ""]]]}'),
    queue('{"Fn::ToJsonString": [a]}', 'Transform: [AWS::LanguageExtensions]\n'),
    queue('{"Fn::Ours": a}', 'Transform: [OurMacro]\n'),
    queue('a', 'Metadata: {"Fn::Ours": a}\n'),
    `Rules:
  Region:
    Assertions: [{Assert: {"Fn::Contains": [[eu-west-1], !Ref AWS::Region]}}]
Resources: {Queue: {Type: AWS::SQS::Queue}}
`,
  ],
  invalid: [
    {
      template: `Conditions:
  Fn::ForEach::Stages: [Stage, [a, b], {'Is\${Stage}': !Equals [a, b]}]
Resources:
  T: {Type: AWS::SNS::Topic, Properties: {Tags: {"Fn::ForEach::Tags": [Tag, [a], [b]]}}}
`,
      problems: [
        { messageId: 'extension', line: 2, column: 3, data: { fn: 'Fn::ForEach' } },
        { messageId: 'extension', line: 4, column: 50 },
      ],
    },
    {
      template: queue('!Subb "${AWS::StackName}-orders"'),
      problems: [{ messageId: 'suggested', line: 5, column: 18, data: { fn: 'Fn::Subb', near: 'Fn::Sub' } }],
    },
    {
      template: queue('{"Fn::Joinn": ["", [a, b]]}'),
      problems: [{ messageId: 'suggested', line: 5, column: 19, data: { near: 'Fn::Join' } }],
    },
    {
      template: queue('{"Fn::Ref": Queue}'),
      problems: [{ messageId: 'suggested', line: 5, column: 19, data: { near: 'Ref' } }],
    },
    {
      template: queue('{"Fn::Shout": a}'),
      problems: [{ messageId: 'unknown', line: 5, column: 19, data: { fn: 'Fn::Shout' } }],
    },
    {
      template: queue('{"Fn::ToJsonString": [a]}'),
      problems: [{ messageId: 'extension', line: 5, column: 19 }],
    },
    {
      template: queue('!Length [a]', 'Transform: AWS::Serverless-2016-10-31\n'),
      problems: [{ messageId: 'extension', line: 6, column: 18, data: { fn: 'Fn::Length' } }],
    },
  ],
});
