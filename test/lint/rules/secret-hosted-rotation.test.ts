import { secretHostedRotation } from '../../../src/lint/rules/secret-hosted-rotation.ts';
import { tester } from '../tester.ts';

const schedule = (rotation: string, transform = '') => `${transform}Resources:
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: a
      ${rotation}
`;
const ofTemplate = (rotation: string) =>
  `${schedule(rotation).replace('SecretId: a', 'SecretId: !Ref Secret')}  Secret: {Type: AWS::SecretsManager::Secret}\n`;
const hosted = (type: string) => `HostedRotationLambda: {RotationType: ${type}}`;
const both = 'Transform: [AWS::SecretsManager-2020-07-23, AWS::Serverless-2016-10-31]\n';

tester.run(secretHostedRotation, {
  valid: [
    schedule('RotationRules: {AutomaticallyAfterDays: 30}'),
    ofTemplate('RotationLambdaARN: !ImportValue fn'),
    ofTemplate('RotationLambdaARN: !If [Own, !GetAtt Fn.Arn, !ImportValue fn]'),
    schedule('RotationLambdaARN: !ImportValue fn'),
    schedule(hosted('PostgreSQLSingleUser'), 'Transform: AWS::SecretsManager-2024-09-16\n'),
    schedule(hosted('MySQLMultiUser'), both),
    schedule(hosted('!Ref Type'), both),
  ],
  invalid: [
    {
      template: ofTemplate('RotationRules: {AutomaticallyAfterDays: 30}'),
      problems: [{ messageId: 'none', line: 4, column: 5, level: 'error', data: { secret: 'Secret' } }],
    },
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
