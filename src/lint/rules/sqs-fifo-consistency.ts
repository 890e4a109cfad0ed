import { defineRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { isFifo } from '../facts/events/fifo.ts';
import { gap, partialText } from '../facts/texts/partial-text.ts';

const suffix = '.fifo';
const maximumLength = 80;
const fifoOnly = ['ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'];

export const sqsFifoConsistency = defineRule({
  id: 'sqs-fifo-consistency',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'FIFO queue settings inconsistent',
  description:
    'The name of a FIFO queue ends with `.fifo`, that of a standard queue does not; either has at most 80 characters. `ContentBasedDeduplication`, `DeduplicationScope` and `FifoThroughputLimit` are for FIFO queues, and a throughput limit `perMessageGroupId` needs the deduplication scope `messageGroup`.',
  source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html; cfn-lint E3501',
  fixes: { noSuffix: 'safe', suffix: 'unsafe' },
  messages: {
    noSuffix: "'{id}' is a FIFO queue, so its name must end with '.fifo'.",
    suffix: "The name ends with '.fifo', but '{id}' is not a FIFO queue: set 'FifoQueue: true' or drop the suffix.",
    length: 'The name has {length} characters; a queue name has at most {maximum}.',
    fifoOnly: "'{name}' is for FIFO queues only; '{id}' does not set 'FifoQueue: true'.",
    scope: "'FifoThroughputLimit' perMessageGroupId needs 'DeduplicationScope: messageGroup'.",
  },
  example: {
    in: 'resources',
    fails: 'Queue: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true, QueueName: ‹orders›}}',
    passes: 'Queue: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true, QueueName: orders.fifo}}',
  },
  on: ['AWS::SQS::Queue'],
  check(queue, cx) {
    const fifo = isFifo(queue, cx);
    const data = { id: queue.id };
    for (const { value, at } of queue.all('QueueName')) {
      const name = partialText(value, cx);
      if (name === undefined || name.includes('{{resolve:')) continue;
      const length = name.includes(gap) ? 0 : name.length;
      if (length > maximumLength) cx.report('length', at, { data: { length, maximum: maximumLength } });
      if (fifo === true && !name.endsWith(gap) && !name.endsWith(suffix)) {
        cx.report('noSuffix', at, { data, fix: replaceLiteral({ value, at }, `${name}${suffix}`) });
      } else if (fifo === false && name.endsWith(suffix)) {
        cx.report('suffix', at, { data, fix: replaceLiteral({ value, at }, name.slice(0, -suffix.length)) });
      }
    }
    if (fifo === false) {
      for (const name of fifoOnly) {
        if (queue.all(name).some(({ value }) => value !== false && value !== 'false')) {
          cx.report('fifoOnly', queue.keyPlace(name), { data: { ...data, name } });
        }
      }
      return;
    }
    const scopes = queue.all('DeduplicationScope');
    if (scopes.length !== queue.strings('DeduplicationScope').filter(({ value }) => value === 'queue').length) return;
    for (const { value, at } of queue.strings('FifoThroughputLimit')) {
      if (value === 'perMessageGroupId') cx.report('scope', at, { related: [scopes[0]?.at] });
    }
  },
});
