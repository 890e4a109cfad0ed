import { iamInlinePolicySize } from '../../../src/lint/rules/iam-inline-policy-size.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const document = (length: number) => `{Statement: [{Sid: ${'x'.repeat(length)}}]}`;
/** What a document takes beside the Sid. */
const frame = '{"Statement":[{"Sid":""}]}'.length;

const role = (...lengths: number[]) => `  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
${lengths.map((length) => `        - PolicyDocument: ${document(length)}\n`).join('')}`;

tester.run(iamInlinePolicySize, {
  valid: [
    `Resources:\n${role(5120 - frame, 5120 - frame)}`,
    `Resources:\n${role(100)}  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties: {PolicyDocument: ${document(6144 - frame)}}\n`,
    `Resources:\n  R: {Type: AWS::IAM::Role, Properties: {Policies: [!If [A, {PolicyDocument: ${document(20_000)}}, !Ref AWS::NoValue]]}}\n`,
  ],
  invalid: [
    {
      template: `Resources:\n${role(5120 - frame, 5121 - frame)}`,
      problems: [{ messageId: 'inline', line: 5, column: 7, endColumn: 15, data: { size: 10_241 } }],
    },
    {
      template: `Resources:
${role(6000)}  Policy:
    Type: AWS::IAM::Policy
    Properties: {Roles: [!Ref Role], PolicyDocument: ${document(6000)}}
`,
      problems: [{ messageId: 'inline', line: 5, column: 7, data: { size: 12_000 + 2 * frame } }],
    },
    {
      template: samFunction(
        `Policies:\n  - Statement: [{Effect: Allow, Action: '*', Resource: ${'x'.repeat(10_240)}}]`,
      ),
      problems: [{ messageId: 'inline', line: 8, column: 7 }],
    },
    {
      template: `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties: {PolicyDocument: ${document(6145 - frame)}}\n`,
      problems: [{ messageId: 'managed', line: 4, column: 18, data: { size: 6145 } }],
    },
  ],
});
