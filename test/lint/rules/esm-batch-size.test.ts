import { esmBatchSize } from '../../../src/lint/rules/esm-batch-size.ts';
import { mapping, queueReader, sources } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmBatchSize, {
  valid: [
    mapping(sources.sqs, 'BatchSize: 10000'),
    mapping(sources.fifo, 'BatchSize: 10'),
    mapping('!Ref Unknown', 'BatchSize: !Ref Size'),
  ],
  invalid: [
    {
      template: mapping(sources.kinesis, 'BatchSize: 10001'),
      problems: [{ messageId: 'outside', line: 7, column: 18, endColumn: 23 }],
      output: mapping(sources.kinesis, 'BatchSize: 10000'),
    },
    {
      template: mapping(sources.fifo, 'BatchSize: 11'),
      problems: [{ messageId: 'fifo', line: 7, column: 18, data: { maximum: 10 } }],
      output: mapping(sources.fifo, 'BatchSize: 10'),
    },
    {
      template: queueReader('Timeout: 3', 'BatchSize: 20', '    Properties: {FifoQueue: true}'),
      problems: [{ messageId: 'fifo', line: 14, column: 24 }],
      output: queueReader('Timeout: 3', 'BatchSize: 10', '    Properties: {FifoQueue: true}'),
    },
  ],
});
