import { cfnUndefinedReference } from '../../../src/lint/rules/cfn-undefined-reference.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(cfnUndefinedReference, {
  valid: [
    `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}
Outputs:
  Role: {Value: !GetAtt FnRole.Arn}
  Text: {Value: !Sub ['\${Here}-\${AWS::Region}-\${!Literal}', {Here: x}]}
`,
    `Parameters: {P: {Type: String}}
Conditions: {C: !Equals [!Ref P, x], D: !Not [Condition: C]}
Resources:
  Q: {Type: AWS::SQS::Queue, Condition: D, Properties: {QueueName: !If [C, !Ref P, !Ref AWS::NoValue]}}
`,
  ],
  invalid: [
    {
      template: `Resources:
  Queue:
    Type: AWS::SQS::Queue
    Condition: Never
    DependsOn: [Topic]
    Properties:
      QueueName: !Sub '\${Quue}-x'
`,
      problems: [
        { messageId: 'unknown', line: 4, column: 16, data: { name: 'Never' } },
        { messageId: 'unknown', line: 5, column: 17, data: { name: 'Topic' } },
        { messageId: 'suggested', line: 7, column: 26, endColumn: 30, data: { near: 'Queue' } },
      ],
    },
    {
      template: samFunction('Environment: {Variables: {TABLE: !Ref Tabel}}'),
      problems: [{ messageId: 'unknown', line: 8, column: 45, data: { name: 'Tabel' } }],
    },
  ],
});
