import { defineTemplateRule, type Found, type RuleContext } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import { isFifo, isFifoQueue, isFifoTopic } from '../facts/events/fifo.ts';

export const snsFifoQueue = defineTemplateRule({
  id: 'sns-fifo-queue',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::SNS::Topic', 'AWS::SNS::Subscription'],
  title: 'FIFO queue subscribed to a standard topic',
  description:
    'SNS refuses the subscription of a FIFO queue to a standard topic: the order is lost there. Subscribe a standard queue, or make the topic a FIFO one.',
  source: 'https://docs.aws.amazon.com/sns/latest/dg/fifo-topic-message-ordering.html',
  macros: 'silent',
  messages: { standard: 'A FIFO queue can be subscribed to FIFO topics only, and this topic is a standard one.' },
  example: {
    in: 'resources',
    fails: `
News:
  Type: AWS::SNS::Topic
  Properties:
    Subscription:
      - Protocol: sqs
        Endpoint: ‹arn:aws:sqs:eu-west-1:111122223333:jobs.fifo›
`,
    passes: `
News:
  Type: AWS::SNS::Topic
  Properties:
    TopicName: news.fifo
    FifoTopic: true
    Subscription:
      - Protocol: sqs
        Endpoint: arn:aws:sqs:eu-west-1:111122223333:jobs.fifo
`,
  },
  check(cx) {
    for (const topic of cx.resources('AWS::SNS::Topic')) {
      if (isFifo(topic, cx) !== false) continue;
      for (const { value, path } of topic.all('Subscription', '*')) {
        if (cx.resolve(get(value, 'Protocol')) === 'sqs') checkEndpoints(topic.all(...path, 'Endpoint'), topic.id, cx);
      }
    }
    for (const subscription of cx.resources('AWS::SNS::Subscription')) {
      const topics = subscription.all('TopicArn');
      if (topics.length !== 1 || isFifoTopic(topics[0]!.value, cx) !== false) continue;
      if (subscription.strings('Protocol').some(({ value }) => value !== 'sqs')) continue;
      checkEndpoints(subscription.all('Endpoint'), subscription.id, cx);
    }
  },
});

const checkEndpoints = (endpoints: readonly Found[], logicalId: string, cx: RuleContext): void => {
  for (const { value, at } of endpoints) {
    if (isFifoQueue(value, cx) === true) cx.report('standard', at, { logicalId });
  }
};
