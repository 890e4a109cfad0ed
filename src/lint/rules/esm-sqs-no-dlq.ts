import { defineTemplateRule } from '../../model/rule.ts';
import { get, isNothing, type Json } from '../../model/tree.ts';
import { deadLetterQueues } from '../facts/events/dead-letter-queues.ts';
import { queueConsumers } from '../facts/events/queue-consumers.ts';
import { nameInSource } from '../facts/events/sam-events.ts';
import { isPlainMap } from '../facts/templates/choices.ts';

/** A policy that is made at deploy time may name a queue too. */
const mayHaveTarget = (policy: Json): boolean => !isPlainMap(policy) || !isNothing(get(policy, 'deadLetterTargetArn'));

export const esmSqsNoDlq = defineTemplateRule({
  id: 'esm-sqs-no-dlq',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  needs: ['AWS::Lambda::EventSourceMapping'],
  title: 'Lambda-consumed queue without a dead-letter queue',
  description:
    'A message that the function cannot handle comes back again and again until it expires. With a `RedrivePolicy` it goes to a dead-letter queue after `maxReceiveCount` tries. A queue that is itself a dead-letter queue needs none. For a queue that SAM generates, give the event a queue of your own.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  messages: {
    none: "The queue '{queue}', which {mapping} reads, has no dead-letter queue; set its 'RedrivePolicy'.",
  },
  example: {
    in: 'consumed-queue',
    fails: '‹Queue›: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60}}',
    passes:
      'Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}',
  },
  check(cx) {
    for (const [queue, consumers] of queueConsumers(cx)) {
      if (deadLetterQueues(cx).has(queue)) continue;
      if (queue.all('RedrivePolicy').some(({ value }) => mayHaveTarget(value))) continue;
      const { mapping } = consumers[0]!;
      const data = { queue: queue.id, mapping: nameInSource(mapping, cx) };
      const at = queue.lacks('RedrivePolicy') ? queue.at : queue.keyPlace('RedrivePolicy');
      cx.report('none', at, { data, related: [mapping.at], logicalId: queue.id });
    }
  },
});
