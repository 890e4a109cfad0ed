import { defineRule } from '../../model/rule.ts';
import { isFifoQueue, isFifoTopic } from '../facts/events/fifo.ts';

const targets = [
  { list: 'QueueConfigurations', property: 'Queue', kind: 'queue', isFifo: isFifoQueue },
  { list: 'TopicConfigurations', property: 'Topic', kind: 'topic', isFifo: isFifoTopic },
];

export const s3NotificationTarget = defineRule({
  id: 's3-notification-target',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid S3 notification target',
  description:
    'S3 sends its notifications to standard queues and standard topics, not to FIFO ones. Where order matters, send them to EventBridge, which can send to a FIFO queue. (That the bucket of an `S3` event is a `!Ref` to a bucket of the same template is checked by the transform.)',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-queueconfiguration.html',
  messages: {
    fifo: "S3 cannot notify a FIFO {kind}; send the events of '{id}' to a standard {kind} or to EventBridge.",
  },
  example: {
    in: 'resources',
    fails: `
Queue: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
Uploads:
  Type: AWS::S3::Bucket
  Properties:
    NotificationConfiguration:
      QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: ‹!GetAtt Queue.Arn›}]
QueuePolicy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Queue]
    PolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Queue.Arn}]`,
    passes: `
Queue: {Type: AWS::SQS::Queue, Properties: {FifoQueue: false}}
Uploads:
  Type: AWS::S3::Bucket
  Properties:
    NotificationConfiguration:
      QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Queue.Arn}]
QueuePolicy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Queue]
    PolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Queue.Arn}]`,
  },
  on: ['AWS::S3::Bucket'],
  check(bucket, cx) {
    for (const { list, property, kind, isFifo } of targets) {
      for (const { value, at } of bucket.all('NotificationConfiguration', list, '*', property)) {
        if (isFifo(value, cx) !== true) continue;
        cx.report('fifo', at, { data: { kind, id: bucket.id }, related: [cx.target(value)?.at] });
      }
    }
  },
});
