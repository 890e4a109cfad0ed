import { esmBatchWindowRange } from '../../../src/lint/rules/esm-batch-window-range.ts';
import { mapping, queueReader, sources } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmBatchWindowRange, {
  valid: [
    mapping(sources.sqs, 'MaximumBatchingWindowInSeconds: 300'),
    mapping(sources.fifo, 'MaximumBatchingWindowInSeconds: 0'),
  ],
  invalid: [
    {
      template: mapping(sources.kinesis, 'MaximumBatchingWindowInSeconds: 301'),
      problems: [{ messageId: 'outside', line: 7, column: 39 }],
      output: mapping(sources.kinesis, 'MaximumBatchingWindowInSeconds: 300'),
    },
    {
      template: queueReader(
        'Timeout: 3',
        'BatchSize: 5\nMaximumBatchingWindowInSeconds: 5 # s',
        '    Properties: {FifoQueue: true}',
      ),
      problems: [{ messageId: 'fifo', line: 15, column: 45 }],
      output: queueReader('Timeout: 3', 'BatchSize: 5', '    Properties: {FifoQueue: true}'),
    },
  ],
});
