import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, type Json } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { isFifo, isFifoQueue } from '../facts/events/fifo.ts';
import { certainItems } from '../facts/templates/choices.ts';
import { headOf } from '../facts/templates/places.ts';

const maximumSources = 10;

/** Queue and dead-letter queue live in one account and region, so that the name tells them apart. */
const namesItself = (queue: ResourceNode, arn: Json, cx: RuleContext): boolean => {
  const { service, resource } = arnParts(arn, cx) ?? {};
  return service === 'sqs' && queue.strings('QueueName').some(({ value }) => value === resource);
};

export const sqsDlqType = defineRule({
  id: 'sqs-dlq-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Dead-letter queue type mismatch',
  description:
    'The dead-letter queue of a FIFO queue is a FIFO queue, that of a standard queue a standard queue, and never the queue itself. `RedriveAllowPolicy` names at most 10 source queues.',
  source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html; cfn-lint E3502',
  messages: {
    fifo: "'{id}' is a FIFO queue, so its dead-letter queue must be one too.",
    standard: "'{id}' is a standard queue, so its dead-letter queue cannot be a FIFO queue.",
    itself: "'{id}' is its own dead-letter queue; give it another one.",
    notQueue: "The dead-letter target of '{id}' is '{target}', which is an {type}; it must be an SQS queue.",
    sources:
      "'sourceQueueArns' has {count} queues; at most {maximum} can be named. Allow all of the account ('redrivePermission: allowAll') instead.",
  },
  example: {
    in: 'resources',
    fails: `
Queue: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: ‹!GetAtt Dead.Arn›, maxReceiveCount: 5}, FifoQueue: true}}
Dead: {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: 1209600}}`,
    passes: `
Queue: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}, FifoQueue: true}}
Dead: {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: 1209600, FifoQueue: true}}`,
  },
  on: ['AWS::SQS::Queue'],
  check(queue, cx) {
    const fifo = isFifo(queue, cx);
    const data = { id: queue.id };
    for (const { value, at } of queue.all('RedrivePolicy', 'deadLetterTargetArn')) {
      const target = cx.target(value);
      const related = [target?.at];
      if (target === queue || namesItself(queue, value, cx)) cx.report('itself', at, { data });
      else if (target?.type.startsWith('AWS::') && target.type !== 'AWS::SQS::Queue') {
        if (target.type === 'AWS::CloudFormation::Stack') continue;
        cx.report('notQueue', at, { data: { ...data, target: target.id, type: target.type }, related });
      } else {
        const targetFifo = isFifoQueue(value, cx);
        if (fifo === undefined || targetFifo === undefined || fifo === targetFifo) continue;
        cx.report(fifo ? 'fifo' : 'standard', at, { data, related });
      }
    }
    for (const { value, path } of queue.all('RedriveAllowPolicy', 'sourceQueueArns')) {
      const sources = isList(value) ? certainItems(value) : [];
      if (sources.length <= maximumSources) continue;
      const related = [queue.place(...path, sources[maximumSources]!)];
      cx.report('sources', headOf(queue, path), { data: { count: sources.length, maximum: maximumSources }, related });
    }
  },
});
