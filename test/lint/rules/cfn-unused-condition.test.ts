import { cfnUnusedCondition } from '../../../src/lint/rules/cfn-unused-condition.ts';
import { tester } from '../tester.ts';

tester.run(cfnUnusedCondition, {
  valid: [
    `Conditions: {A: !Equals [a, b]}
Resources: {Q: {Type: AWS::SQS::Queue, Condition: A}}
`,
    `Conditions: {A: !Equals [a, b], B: !And [Condition: A, Condition: A]}
Resources: {Q: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: !If [B, 1, 2]}}}
`,
  ],
  invalid: [
    {
      template: `Conditions:
  A: !Equals [a, b]
Resources: {Q: {Type: AWS::SQS::Queue}}
`,
      problems: [{ messageId: 'unused', line: 2, column: 3, data: { name: 'A' } }],
    },
    {
      template: `Conditions:
  A: !Equals [a, b]
  B: !Not [Condition: A]
Resources: {Q: {Type: AWS::SQS::Queue, Metadata: {Condition: B}}}
`,
      problems: [{ messageId: 'unused', line: 3, column: 3, data: { name: 'B' } }],
    },
  ],
});
