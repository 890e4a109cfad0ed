import { defineEvent } from '../../model/plugin.ts';
import { get, isMap, isTruthy } from '../../model/tree.ts';
import { boolean, integer, loose, map, object, oneOf, strict, string } from '../../schema/property.ts';
import { subscribeNewQueue, subscribeOwnQueue } from './queue.ts';
import { permitTopic, subscribe } from './subscription.ts';

const queueShape = object({
  QueueArn: loose(string, 'The ARN of your queue.', { required: true }),
  QueueUrl: loose(string, 'Its URL.', { required: true }),
  QueuePolicyLogicalId: loose(string, "The logical id of the queue's policy.", { early: true }),
  BatchSize: loose(integer, 'The most messages in one invocation.'),
  Enabled: loose(boolean, 'Accepted, but without effect; the queue is always read.'),
});

export const sns = defineEvent({
  type: 'SNS',
  hosts: ['function'],
  properties: {
    Topic: strict(string, 'The ARN of the topic.', { required: true, to: 'TopicArn' }),
    Region: strict(string, 'The region of a topic that is elsewhere.', { to: 'Region' }),
    FilterPolicy: loose(map, 'Which messages are delivered.', { to: 'FilterPolicy' }),
    FilterPolicyScope: loose(string, 'What the filter looks at: MessageAttributes or MessageBody.', {
      to: 'FilterPolicyScope',
    }),
    RedrivePolicy: strict(map, 'Where messages go that could not be delivered.', { to: 'RedrivePolicy' }),
    SqsSubscription: strict(
      oneOf(boolean, queueShape),
      'Puts a queue between topic and function: true for a new one, a map for one of your own.',
      { early: true },
    ),
  },
  attach(cx) {
    const queue = get(cx.properties, 'SqsSubscription');
    if (!isTruthy(queue)) {
      permitTopic(cx);
      subscribe(cx, 'lambda', cx.host.arn);
    } else if (isMap(queue)) subscribeOwnQueue(cx, queue);
    else subscribeNewQueue(cx);
  },
});
