import { cfnUnusedParameter } from '../../../src/lint/rules/cfn-unused-parameter.ts';
import { tester } from '../tester.ts';

tester.run(cfnUnusedParameter, {
  valid: [
    `Parameters: {P: {Type: String}}
Resources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref P}}}
`,
    `Parameters: {P: {Type: String}}
Conditions: {C: !Equals [!Sub 'a\${P}', ab]}
Resources: {Q: {Type: AWS::SQS::Queue, Condition: C}}
`,
    `Parameters: {P: {Type: String}, S: {Type: 'AWS::EC2::Subnet::Id'}}
Rules: {R: {Assertions: [{Assert: !Equals [{"Fn::ValueOf": [P, VpcId]}, {"Fn::RefAll": AWS::EC2::Subnet::Id}]}]}}
Resources: {Q: {Type: AWS::SQS::Queue}}
`,
    `Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList, Default: 'A,B'}}
Resources:
  Fn::ForEach::Queues: [Name, !Ref Names, {'Queue\${Name}': {Type: AWS::SQS::Queue}}]
`,
  ],
  invalid: [
    {
      template: `Parameters:
  P: {Type: String}
  Used: {Type: String}
Resources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Used}}}
`,
      problems: [{ messageId: 'unused', line: 2, column: 3, endColumn: 4, data: { name: 'P' } }],
    },
    {
      template: `Parameters: {Q: {Type: String}, R: {Type: String}}
Resources: {X: {Type: AWS::SQS::Queue}}
`,
      problems: [
        { messageId: 'unused', line: 1, column: 14 },
        { messageId: 'unused', line: 1, column: 33 },
      ],
    },
  ],
});
