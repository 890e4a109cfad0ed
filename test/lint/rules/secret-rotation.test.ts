import { secretRotation } from '../../../src/lint/rules/secret-rotation.ts';
import { tester } from '../tester.ts';

const secret = (more = '') => `Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {Name: db}
${more}`;
const schedule = (id: string) => `  Schedule:
    Type: AWS::SecretsManager::RotationSchedule
    Properties: {SecretId: ${id}, RotationRules: {AutomaticallyAfterDays: 30}}
`;
const attachment = (id: string) => `  Attached:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: ${id}, TargetId: db, TargetType: AWS::RDS::DBInstance}
`;

tester.run(secretRotation, {
  valid: [
    secret(schedule('!Ref Secret')),
    secret(schedule("!Sub '${Secret}'")),
    secret(schedule('!If [C, !Ref Secret, other]')),
    secret(schedule('db')),
    secret(schedule('!Ref Attached') + attachment('!Ref Secret')),
    'Resources:\n  Topic: {Type: AWS::SNS::Topic}\n',
  ],
  invalid: [
    {
      template: secret(),
      problems: [{ messageId: 'none', line: 2, column: 3, level: 'info', data: { id: 'Secret' } }],
    },
    {
      template: secret(schedule('other')),
      problems: [{ messageId: 'none', line: 2, column: 3 }],
    },
    {
      template: secret(schedule('!Ref Attached') + attachment('other')),
      problems: [{ messageId: 'none', line: 2, column: 3 }],
    },
  ],
});
