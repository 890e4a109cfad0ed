import { esmSqsReservedConcurrency } from '../../../src/lint/rules/esm-sqs-reserved-concurrency.ts';
import { queueReader } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmSqsReservedConcurrency, {
  valid: [
    queueReader('ReservedConcurrentExecutions: 5', 'Enabled: true', ''),
    queueReader('ReservedConcurrentExecutions: 0', 'Enabled: true', ''),
    queueReader('ReservedConcurrentExecutions: 2', 'ScalingConfig: {MaximumConcurrency: 2}', ''),
  ],
  invalid: [
    {
      template: queueReader('ReservedConcurrentExecutions: 4', 'Enabled: true', ''),
      problems: [{ messageId: 'low', line: 8, column: 37, endColumn: 38, data: { value: 4, fn: 'Fn' } }],
    },
    {
      template: queueReader('ReservedConcurrentExecutions: !If [A, 1, 50]', 'BatchSize: 1', ''),
      problems: [{ messageId: 'low', line: 8, column: 45, data: { value: 1 } }],
    },
  ],
});
