import { lambdaSharedRole } from '../../../src/lint/rules/lambda-shared-role.ts';
import { tester } from '../tester.ts';

const functions = (...roles: string[]) =>
  `Resources:\n${roles.map((role, at) => `  F${at}: {Type: AWS::Lambda::Function, Properties: {Role: ${role}}}\n`).join('')}`;

tester.run(lambdaSharedRole, {
  valid: [functions('!GetAtt A.Arn', '!GetAtt B.Arn'), functions('arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b')],
  invalid: [
    {
      template: `${functions('!GetAtt A.Arn', '!Sub "${A.Arn}"')}  A: {Type: AWS::IAM::Role}\n`,
      problems: [
        { messageId: 'shared', line: 2, column: 56, data: { others: "'F1'" } },
        { messageId: 'shared', line: 3, column: 56, data: { others: "'F0'" } },
      ],
    },
    {
      template: functions('arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b'),
      problems: [
        { messageId: 'shared', line: 2, column: 56 },
        { messageId: 'shared', line: 3, column: 56 },
      ],
    },
  ],
});
