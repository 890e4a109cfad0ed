import { lambdaEnvSize } from '../../../src/lint/rules/lambda-env-size.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaEnvSize, {
  valid: [
    lambda(`Environment: {Variables: {A: ${'x'.repeat(3600)}}}`),
    lambda('Environment: {Variables: {A: !Ref Unknown}}'),
    lambda(`Environment: {Variables: {A: !If [C, ${'x'.repeat(5000)}, x]}}`),
  ],
  invalid: [
    {
      template: lambda(`Environment: {Variables: {A: ${'x'.repeat(4000)}, B: ${'é'.repeat(50)}}}`),
      problems: [{ messageId: 'over', line: 4, column: 32, endColumn: 41, data: { bytes: 4102 } }],
    },
    {
      template: lambda(`Environment: {Variables: {A: ${'x'.repeat(3700)}, B: !Ref Unknown}}`),
      problems: [
        { messageId: 'near', line: 4, column: 32, level: 'warning', data: { bytes: 3702, atLeast: 'at least' } },
      ],
    },
  ],
});
