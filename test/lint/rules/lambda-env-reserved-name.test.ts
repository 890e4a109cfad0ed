import { lambdaEnvReservedName } from '../../../src/lint/rules/lambda-env-reserved-name.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaEnvReservedName, {
  valid: [
    lambda('Environment: {Variables: {REGION: x}}'),
    lambda('Environment: {Variables: {AWS_NODEJS_CONNECTION_REUSE_ENABLED: 1}}'),
  ],
  invalid: [
    {
      template: lambda('Environment: {Variables: {AWS_REGION: eu-west-1}}'),
      problems: [{ messageId: 'reserved', line: 4, column: 44, endColumn: 54 }],
    },
    {
      template: lambda('Environment: {Variables: {_HANDLER: x, LAMBDA_TASK_ROOT: y}}'),
      problems: [
        { messageId: 'reserved', line: 4, column: 44 },
        { messageId: 'reserved', line: 4, column: 57 },
      ],
    },
  ],
});
