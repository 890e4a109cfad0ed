import { esmSqsMaximumConcurrency } from '../../../src/lint/rules/esm-sqs-maximum-concurrency.ts';
import { mapping, queueReader, sources } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmSqsMaximumConcurrency, {
  valid: [
    queueReader('ReservedConcurrentExecutions: 10', 'ScalingConfig: {MaximumConcurrency: 10}', ''),
    queueReader('ReservedConcurrentExecutions: !Ref Unknown', 'ScalingConfig: {MaximumConcurrency: 1000}', ''),
    mapping(sources.sqs, 'ScalingConfig: {MaximumConcurrency: 2}'),
  ],
  invalid: [
    {
      template: mapping(sources.kinesis, 'ScalingConfig: {MaximumConcurrency: 5}'),
      problems: [{ messageId: 'source', line: 7, column: 7, endColumn: 20 }],
    },
    {
      template: mapping(
        sources.sqs,
        'ScalingConfig: {MaximumConcurrency: 1}\nProvisionedPollerConfig: {MinimumPollers: 2}',
      ),
      problems: [
        { messageId: 'outside', line: 7, column: 43, data: { value: 1 } },
        { messageId: 'both', line: 7, column: 7 },
      ],
    },
    {
      template: queueReader('ReservedConcurrentExecutions: 10', 'ScalingConfig: {MaximumConcurrency: 11}', ''),
      problems: [{ messageId: 'reserved', line: 14, column: 49, endColumn: 51, data: { reserved: 10 } }],
    },
  ],
});
