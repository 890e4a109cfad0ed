import { lambdaReservedConcurrencyZero } from '../../../src/lint/rules/lambda-reserved-concurrency-zero.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaReservedConcurrencyZero, {
  valid: [lambda('ReservedConcurrentExecutions: 1'), lambda('Timeout: 3')],
  invalid: [
    { template: lambda('ReservedConcurrentExecutions: 0'), problems: [{ messageId: 'zero', line: 4, column: 48 }] },
    {
      template: lambda("ReservedConcurrentExecutions: !If [Off, '0', 5]"),
      problems: [{ messageId: 'zero', line: 4, column: 58 }],
    },
  ],
});
