import { entryOf } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { isFifo, isFifoTopic } from '../facts/events/fifo.ts';
import { gap, partialText } from '../facts/texts/partial-text.ts';

const suffix = '.fifo';

const checkTopic = (topic: ResourceNode, cx: RuleContext): void => {
  const fifo = isFifo(topic, cx);
  const data = { id: topic.id };
  for (const { value, at } of topic.all('TopicName')) {
    const name = partialText(value, cx);
    if (!name || name.endsWith(gap) || name.includes('{{resolve:')) continue;
    if (fifo === true && !name.endsWith(suffix)) {
      cx.report('noSuffix', at, { data, fix: replaceLiteral({ value, at }, `${name}${suffix}`) });
    } else if (fifo === false && name.endsWith(suffix)) {
      cx.report('suffix', at, { data, fix: replaceLiteral({ value, at }, name.slice(0, -suffix.length)) });
    }
  }
  if (fifo !== true) return;
  for (const { value: protocol, at } of topic.strings('Subscription', '*', 'Protocol')) {
    if (protocol !== 'sqs') cx.report('protocol', at, { data: { protocol } });
  }
};

const checkSubscription = (subscription: ResourceNode, cx: RuleContext): void => {
  const topics = subscription.all('TopicArn');
  const [topic] = topics;
  if (!topic || topics.some(({ value }) => isFifoTopic(value, cx) !== true)) return;
  const related = [cx.target(topic.value)?.at];
  for (const { value: protocol, at } of subscription.strings('Protocol')) {
    if (protocol === 'sqs') continue;
    // An event writes no protocol; there the topic is what stands in the source.
    const written = entryOf(subscription.properties, 'Protocol') !== undefined;
    cx.report(written ? 'protocol' : 'event', written ? at : topic.at, { data: { protocol }, related });
  }
};

export const snsFifoLambda = defineRule({
  id: 'sns-fifo-lambda',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'SNS FIFO topic cannot invoke Lambda',
  description:
    'A FIFO topic delivers to SQS queues only: not to functions, web addresses, e-mail or phones. Put a queue in between (for an `SNS` event: `SqsSubscription`). The name of a FIFO topic ends with `.fifo`, that of a standard topic does not.',
  source: 'https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html',
  fixes: { noSuffix: 'safe', suffix: 'unsafe' },
  messages: {
    noSuffix: "'{id}' is a FIFO topic, so its name must end with '.fifo'.",
    suffix: "The name ends with '.fifo', but '{id}' is not a FIFO topic: set 'FifoTopic: true' or drop the suffix.",
    protocol: "A FIFO topic delivers to SQS queues only, not to '{protocol}'; subscribe a queue and read from that.",
    event: "A FIFO topic cannot invoke a function; put a queue in between with 'SqsSubscription: true'.",
  },
  example: {
    in: 'resources',
    fails: 'Topic: {Type: AWS::SNS::Topic, Properties: {FifoTopic: true, TopicName: ‹orders›}}',
    passes: 'Topic: {Type: AWS::SNS::Topic, Properties: {FifoTopic: true, TopicName: orders.fifo}}',
  },
  on: ['AWS::SNS::Topic', 'AWS::SNS::Subscription'],
  check(node, cx) {
    if (node.type === 'AWS::SNS::Topic') checkTopic(node, cx);
    else checkSubscription(node, cx);
  },
});
