import { lambdaEnvNameFormat } from '../../../src/lint/rules/lambda-env-name-format.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaEnvNameFormat, {
  valid: [lambda('Environment: {Variables: {TABLE_1: x, ab: y}}'), lambda('Environment: {Variables: !Ref Variables}')],
  invalid: [
    {
      template: lambda('Environment: {Variables: {A: x, 1B: y, A-B: z}}'),
      problems: [
        { messageId: 'format', line: 4, column: 44, endColumn: 45, data: { name: 'A' } },
        { messageId: 'format', line: 4, column: 50, data: { name: '1B' } },
        { messageId: 'format', line: 4, column: 57, data: { name: 'A-B' } },
      ],
    },
    {
      template: lambda('Environment: {Variables: !If [C, {_X: y}, {OK: z}]}'),
      problems: [{ messageId: 'format', line: 4, column: 52 }],
    },
  ],
});
