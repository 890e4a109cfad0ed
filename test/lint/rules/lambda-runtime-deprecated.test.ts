import { lambdaRuntimeDeprecated } from '../../../src/lint/rules/lambda-runtime-deprecated.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaRuntimeDeprecated, {
  valid: [
    { template: lambda('Runtime: nodejs22.x'), today: '2027-04-29' },
    { template: lambda('Runtime: made.up'), today: '2030-01-01' },
  ],
  invalid: [
    {
      template: lambda('Runtime: nodejs22.x'),
      today: '2027-04-30',
      problems: [{ messageId: 'deprecated', line: 4, column: 27, level: 'warning', data: { date: '2027-04-30' } }],
      output: lambda('Runtime: nodejs24.x'),
    },
    {
      template: lambda('Runtime: python3.8'),
      today: '2027-02-01',
      problems: [{ messageId: 'noCreate', line: 4, column: 27, level: 'error' }],
      output: lambda('Runtime: python3.14'),
    },
    {
      template: lambda('Runtime: nodejs12.x'),
      problems: [{ messageId: 'noUpdate', line: 4, column: 27, level: 'error', data: { date: '2023-04-30' } }],
      output: lambda('Runtime: nodejs24.x'),
    },
    {
      template: `Resources:
  Layer: {Type: AWS::Lambda::LayerVersion, Properties: {CompatibleRuntimes: [nodejs12.x, nodejs22.x]}}
`,
      problems: [{ messageId: 'deprecated', line: 2, column: 78, level: 'warning' }],
    },
  ],
});
