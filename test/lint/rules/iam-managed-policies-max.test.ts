import { iamManagedPoliciesMax } from '../../../src/lint/rules/iam-managed-policies-max.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const role = (...arns: string[]) => resource('AWS::IAM::Role', `ManagedPolicyArns: [${arns.join(', ')}]`);
const arns = (count: number) => Array.from({ length: count }, (_, at) => `p${String(at).padStart(2, '0')}`);

tester.run(iamManagedPoliciesMax, {
  valid: [
    role(...arns(20)),
    { template: role(...arns(25)), options: { quota: 25 } },
    role(...arns(19), '!If [A, x, !Ref AWS::NoValue]', '!If [A, x, !Ref AWS::NoValue]'),
  ],
  invalid: [
    {
      template: role(...arns(21)),
      problems: [{ messageId: 'quota', line: 4, column: 18, endColumn: 35, level: 'warning', data: { count: 21 } }],
    },
    {
      template: role(...arns(26)),
      problems: [{ messageId: 'tooMany', line: 4, column: 18, level: 'error', data: { maximum: 25 } }],
    },
    {
      template: role('!Ref P', 'a', '!Sub "${P}"').concat('  P: {Type: AWS::IAM::ManagedPolicy}\n'),
      problems: [{ messageId: 'twice', line: 4, column: 49, level: 'warning' }],
    },
  ],
});
