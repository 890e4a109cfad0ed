import { awsManagedPolicy } from '../../model/iam.ts';
import { ref, referredId } from '../../model/intrinsics.ts';
import { carry, entryOf, place } from '../../model/origin.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { chosenId, emitQueue } from '../generated-queue.ts';
import { permitSending } from '../queue-policy.ts';
import { subscribe } from './subscription.ts';

const NoQueue = message(
  'missing-property',
  'error',
  (missing: readonly string[]) =>
    `'SqsSubscription' needs ${missing.map((name) => `'${name}'`).join(' and ')} to name your queue. Write 'SqsSubscription: true' to have one created.`,
);

/** How many messages one invocation gets unless the event says otherwise. */
const defaultBatchSize = 10;

/** Topic → a queue made for this event → function. */
export const subscribeNewQueue = (cx: AnyEventContext): void => {
  const cause = cx.at('SqsSubscription');
  const properties = newMap();
  const fifo = fifoOf(cx);
  if (isTruthy(fifo)) properties['FifoQueue'] = fifo;
  const { arn, url } = emitQueue(cx, `${cx.id}Queue`, properties, cause);
  connect(cx, arn, url, `${cx.id}QueuePolicy`, newMap());
};

/** Topic → a queue of the author's → function. */
export const subscribeOwnQueue = (cx: AnyEventContext, queue: JsonMap): void => {
  const missing = ['QueueArn', 'QueueUrl'].filter((name) => !isTruthy(get(queue, name)));
  if (missing.length > 0) cx.fail(NoQueue(missing), cx.at('SqsSubscription'));
  const at = cx.at('SqsSubscription', 'QueuePolicyLogicalId');
  const given = get(queue, 'QueuePolicyLogicalId');
  const policyId = chosenId(cx, 'QueuePolicyLogicalId', given, `${cx.id}QueuePolicy`, at);
  connect(cx, queue['QueueArn']!, queue['QueueUrl']!, policyId, queue);
};

const connect = (cx: AnyEventContext, queueArn: Json, queueUrl: Json, policyId: string, settings: JsonMap): void => {
  const cause = cx.at('SqsSubscription');
  permitSending(cx, { id: policyId, queueArn, queueUrl, principal: '*', sourceArn: cx.properties['Topic']!, cause });
  subscribe(cx, 'sqs', queueArn);

  const mapping = newMap();
  mapping['EventSourceArn'] = queueArn;
  place(mapping, 'EventSourceArn', entryOf(settings, 'QueueArn'));
  mapping['FunctionName'] = ref(cx.host.targetId);
  mapping['BatchSize'] = defaultBatchSize;
  if (isTruthy(get(settings, 'BatchSize'))) carry(settings, 'BatchSize', mapping);
  mapping['Enabled'] = true;
  cx.host.role?.addManagedPolicy(awsManagedPolicy(cx.partition, 'service-role/AWSLambdaSQSQueueExecutionRole'), cause);
  cx.emit({
    id: `${cx.id}EventSourceMapping`,
    type: 'AWS::Lambda::EventSourceMapping',
    properties: mapping,
    attributes: cx.host.inherited,
    cause,
  });
};

/** Whether the topic of this template is a FIFO topic: then so must be the queue. */
const fifoOf = (cx: AnyEventContext): Json => {
  const { Topic } = cx.properties;
  const topicId = isMap(Topic) ? referredId(Topic) : undefined;
  const topic = topicId === undefined ? undefined : cx.lookup(topicId);
  return cx.resolve(get(topic?.properties, 'FifoTopic') ?? false);
};
