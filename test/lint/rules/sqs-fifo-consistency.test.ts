import { sqsFifoConsistency } from '../../../src/lint/rules/sqs-fifo-consistency.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const queue = (properties: string) => resource('AWS::SQS::Queue', properties);

tester.run(sqsFifoConsistency, {
  valid: [
    queue('FifoQueue: true, QueueName: orders.fifo, ContentBasedDeduplication: true'),
    queue('FifoQueue: true, QueueName: !Sub "${AWS::StackName}.fifo"'),
    queue('FifoQueue: !Ref Fifo, QueueName: orders.fifo, ContentBasedDeduplication: true'),
    queue('QueueName: !Ref Name'),
    queue('FifoQueue: true, FifoThroughputLimit: perMessageGroupId, DeduplicationScope: messageGroup'),
  ],
  invalid: [
    {
      template: queue("FifoQueue: true, QueueName: 'orders'"),
      problems: [{ messageId: 'noSuffix', line: 4, column: 46, endColumn: 54 }],
      output: queue("FifoQueue: true, QueueName: 'orders.fifo'"),
    },
    {
      template: queue('QueueName: orders.fifo, DeduplicationScope: queue'),
      problems: [
        { messageId: 'suffix', line: 4, column: 29 },
        { messageId: 'fifoOnly', line: 4, column: 42, endColumn: 60 },
      ],
      output: queue('QueueName: orders, DeduplicationScope: queue'),
    },
    {
      template: queue('FifoQueue: true, QueueName: !Sub "${AWS::StackName}-orders"'),
      problems: [{ messageId: 'noSuffix', line: 4, column: 46 }],
    },
    {
      template: queue(`QueueName: ${'q'.repeat(81)}`),
      problems: [{ messageId: 'length', line: 4, column: 29, data: { length: 81 } }],
    },
    {
      template: queue('FifoQueue: true, FifoThroughputLimit: perMessageGroupId, DeduplicationScope: queue'),
      problems: [{ messageId: 'scope', line: 4, column: 56 }],
    },
  ],
});
