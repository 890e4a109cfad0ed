import { cfnUnusedCondition } from '../../../src/lint/rules/cfn-unused-condition.ts';
import { tester } from '../tester.ts';

const loop = (conditions: string, items: string, attributes: string) => `Transform: AWS::LanguageExtensions
Parameters: {Later: {Type: CommaDelimitedList}}
Conditions: ${conditions}
Resources:
  Fn::ForEach::Queues: [Id, ${items}, {'Queue\${Id}': {Type: AWS::SQS::Queue, ${attributes}Properties: {}}}]
`;

tester.run(cfnUnusedCondition, {
  valid: [
    // Uses in loops, those that only the deployment can run as well.
    loop('{A: !Equals [a, b]}', '[x]', 'Condition: A, '),
    loop('{A: !Equals [a, b]}', '!Ref Later', 'Condition: A, '),
    loop('{Isx: !Equals [a, b]}', '!Ref Later', "Condition: 'Is${Id}', "),
    loop("{Fn::ForEach::Conditions: [C, !Ref Later, {'Is${C}': !Equals [a, !Ref C]}]}", '!Ref Later', ''),
    `Conditions: {A: !Equals [a, b]}
Resources: {Q: {Type: AWS::SQS::Queue, Condition: A}}
`,
    `Conditions: {A: !Equals [a, b], B: !And [Condition: A, Condition: A]}
Resources: {Q: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: !If [B, 1, 2]}}}
`,
  ],
  invalid: [
    {
      template: loop('{A: !Equals [a, b], B: !Equals [c, d]}', '!Ref Later', 'Condition: A, '),
      problems: [{ messageId: 'unused', line: 3, column: 33, data: { name: 'B' } }],
    },
    {
      // The loop is run before the deployment.
      template: loop('{Isx: !Equals [a, b], Isy: !Equals [c, d]}', '[x]', "Condition: 'Is${Id}', "),
      problems: [{ messageId: 'unused', line: 3, column: 35, data: { name: 'Isy' } }],
    },
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
