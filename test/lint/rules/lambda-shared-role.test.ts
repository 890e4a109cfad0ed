import { lambdaSharedRole } from '../../../src/lint/rules/lambda-shared-role.ts';
import { tester } from '../tester.ts';

const functions = (...roles: string[]) =>
  `Resources:\n${roles.map((role, at) => `  F${at}: {Type: AWS::Lambda::Function, Properties: {Role: ${role}}}\n`).join('')}`;

tester.run(lambdaSharedRole, {
  valid: [functions('!GetAtt A.Arn', '!GetAtt B.Arn'), functions('arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b')],
  invalid: [
    {
      template: `${functions('!GetAtt A.Arn', '!Sub "${A.Arn}"')}  A: {Type: AWS::IAM::Role}\n`,
      problems: [{ messageId: 'shared', line: 2, column: 56, data: { functions: "'F0' and 'F1'" } }],
    },
    {
      template: functions('arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b'),
      problems: [{ messageId: 'shared', line: 2, column: 56 }],
    },
    {
      template: functions(...Array.from({ length: 6 }, () => '!Ref Role')),
      problems: [
        { messageId: 'shared', line: 2, column: 56, data: { functions: "'F0', 'F1', 'F2', 'F3' and 2 more share" } },
      ],
    },
  ],
});
