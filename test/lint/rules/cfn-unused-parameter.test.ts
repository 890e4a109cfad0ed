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
