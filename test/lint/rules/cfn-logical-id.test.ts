import { cfnLogicalId } from '../../../src/lint/rules/cfn-logical-id.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const queue = '{Type: AWS::SQS::Queue}';

tester.run(cfnLogicalId, {
  valid: [
    `Description: ${'x'.repeat(1024)}\nResources: {Queue1: ${queue}, ${'Q'.repeat(255)}: ${queue}}\n`,
    `Conditions: {IsProd: !Equals [a, b]}\nResources: {Q: ${queue}}\nOutputs: {Url: {Value: !Ref Q}}\n`,
  ],
  invalid: [
    {
      template: `Description: ${'é'.repeat(513)}
Parameters: {my_name: {Type: String}}
Conditions: {Is-Prod: !Equals [a, b]}
Resources:
  my-queue: ${queue}
Outputs:
  Queue.Url: {Value: x}
`,
      problems: [
        { messageId: 'description', line: 1, column: 14, data: { count: 1026 } },
        { messageId: 'characters', line: 2, column: 14, data: { id: 'my_name', what: 'a parameter' } },
        { messageId: 'characters', line: 3, column: 14, data: { id: 'Is-Prod', what: 'a condition' } },
        { messageId: 'characters', line: 5, column: 3, data: { id: 'my-queue', what: 'a resource' } },
        { messageId: 'characters', line: 7, column: 3, data: { id: 'Queue.Url', what: 'an output' } },
      ],
    },
    {
      template: `Resources:
  ${'F'.repeat(252)}:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}
`,
      problems: [{ messageId: 'long', line: 2, column: 3, data: { count: 256 } }],
    },
    {
      template: 'Resources: {my-function: {Type: AWS::Serverless::Function, Properties: {}}}\n',
      problems: [{ messageId: 'characters', line: 1, column: 13, data: { id: 'my-function' } }],
    },
    {
      template: samFunction('Events: {every-day: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}'),
      problems: [{ messageId: 'event', line: 8, column: 16, endColumn: 25 }],
    },
  ],
});
