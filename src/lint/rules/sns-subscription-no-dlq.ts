import { defineRule } from '../../model/rule.ts';
import { nameInSource } from '../facts/events/sam-events.ts';

const protocols: ReadonlySet<string> = new Set(['lambda', 'http', 'https', 'sqs']);

export const snsSubscriptionNoDlq = defineRule({
  id: 'sns-subscription-no-dlq',
  level: 'info',
  category: 'reliability',
  stage: 'expanded',
  title: 'SNS delivery failures are lost',
  description:
    'What SNS cannot deliver after its tries (a function that was deleted or is throttled, an endpoint that is down) is lost. With a `RedrivePolicy` on the subscription it goes to a queue.',
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
  messages: {
    lost: "What SNS cannot deliver through {subscription} is lost; set its 'RedrivePolicy' to keep it in a queue.",
  },
  example: {
    in: 'resources',
    fails: `
Topic: {Type: AWS::SNS::Topic}
Queue: {Type: AWS::SQS::Queue}
QueuePolicy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Queue]
    PolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Queue.Arn}]
‹Subscription›:
  Type: AWS::SNS::Subscription
  Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn}`,
    passes: `
Topic: {Type: AWS::SNS::Topic}
Queue: {Type: AWS::SQS::Queue}
QueuePolicy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Queue]
    PolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Queue.Arn}]
Subscription:
  Type: AWS::SNS::Subscription
  Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead}}`,
  },
  on: ['AWS::SNS::Subscription'],
  check(subscription, cx) {
    if (!subscription.lacks('RedrivePolicy')) return;
    if (subscription.strings('Protocol').some(({ value }) => protocols.has(value))) {
      cx.report('lost', subscription.at, { data: { subscription: nameInSource(subscription, cx) } });
    }
  },
});
