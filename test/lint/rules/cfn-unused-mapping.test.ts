import { cfnUnusedMapping } from '../../../src/lint/rules/cfn-unused-mapping.ts';
import { tester } from '../tester.ts';

const template = (name: string) => `Mappings:
  M: {a: {b: c}}
Resources:
  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !FindInMap [${name}, a, b]}}
`;

tester.run(cfnUnusedMapping, {
  valid: [template('M'), template('!Ref P')],
  invalid: [
    { template: template('N'), problems: [{ messageId: 'unused', line: 2, column: 3, data: { name: 'M' } }] },
    {
      template: `Mappings: {M: {a: {b: c}}, K: {a: {b: c}}}
Resources: {Q: {Type: AWS::SQS::Queue}}
`,
      problems: [
        { messageId: 'unused', line: 1, column: 12 },
        { messageId: 'unused', line: 1, column: 28 },
      ],
    },
  ],
});
