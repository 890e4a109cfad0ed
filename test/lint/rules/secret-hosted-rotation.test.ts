import { secretHostedRotation } from '../../../src/lint/rules/secret-hosted-rotation.ts';
import { tester } from '../tester.ts';

const schedule = (rotation: string, transform = '') => `${transform}Resources:
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: a
      ${rotation}
`;
const hosted = (type: string) => `HostedRotationLambda: {RotationType: ${type}}`;
const both = 'Transform: [AWS::SecretsManager-2020-07-23, AWS::Serverless-2016-10-31]\n';

tester.run(secretHostedRotation, {
  valid: [
    schedule('RotationLambdaARN: !ImportValue fn'),
    schedule(hosted('PostgreSQLSingleUser'), 'Transform: AWS::SecretsManager-2024-09-16\n'),
    schedule(hosted('MySQLMultiUser'), both),
    schedule(hosted('!Ref Type'), both),
  ],
  invalid: [
    {
      template: schedule(hosted('MySQLMultiUser')),
      problems: [{ messageId: 'macro', line: 6, column: 7, level: 'error' }],
    },
    {
      template: schedule(hosted('MySQLMultiUser'), 'Transform: AWS::Serverless-2016-10-31\n'),
      problems: [{ messageId: 'macro', line: 7, column: 7 }],
    },
    {
      template: schedule(hosted('PostgresSingleUser'), both),
      problems: [
        {
          messageId: 'type',
          line: 7,
          column: 44,
          level: 'warning',
          data: { near: " Did you mean 'PostgreSQLSingleUser'?" },
        },
      ],
    },
  ],
});
