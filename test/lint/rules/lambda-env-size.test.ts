import { lambdaEnvSize } from '../../../src/lint/rules/lambda-env-size.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaEnvSize, {
  valid: [
    lambda(`Environment: {Variables: {A: ${'x'.repeat(3600)}}}`),
    lambda('Environment: {Variables: {A: !Ref Unknown}}'),
    // Two conditions need not hold at the same time.
    lambda(`Environment: {Variables: {A: !If [C, ${'x'.repeat(2100)}, x], B: !If [D, ${'x'.repeat(2100)}, x]}}`),
    lambda(`Environment: {Variables: {Fn::Transform: {Name: Include, Text: ${'x'.repeat(5000)}}}}`),
    lambda(`Environment: {Variables: {A: '{{resolve:ssm:${'x'.repeat(5000)}}}'}}`),
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
    {
      template: lambda(`Environment: {Variables: {Variables: ${'x'.repeat(4080)}, Environment: y}}`),
      problems: [{ messageId: 'over', line: 4, column: 32, data: { bytes: 4101, excess: 5 } }],
    },
    {
      template: lambda(`Environment: {Variables: !If [C, {A: ${'x'.repeat(4096)}, B: y}, {A: z}]}`),
      problems: [{ messageId: 'over', line: 4, column: 51, data: { bytes: 4099 } }],
    },
    {
      template: lambda(`Environment: {Variables: {A: !If [C, ${'x'.repeat(4096)}, x]}}`),
      problems: [{ messageId: 'over', line: 4, column: 32, data: { bytes: 4097 } }],
    },
  ],
});
