import { s3NotificationTarget } from '../../../src/lint/rules/s3-notification-target.ts';
import { tester } from '../tester.ts';

const bucket = (notifications: string, fifo = 'true') => `Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        ${notifications}
  Queue:
    Type: AWS::SQS::Queue
    Properties: {FifoQueue: ${fifo}}
  Topic:
    Type: AWS::SNS::Topic
    Properties: {FifoTopic: ${fifo}, TopicName: orders.fifo}
`;
const queue = (target: string) => `QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: ${target}}]`;
const topic = (target: string) => `TopicConfigurations: [{Event: 's3:ObjectCreated:*', Topic: ${target}}]`;

tester.run(s3NotificationTarget, {
  valid: [
    bucket(queue('!GetAtt Queue.Arn'), 'false'),
    bucket(queue('!GetAtt Queue.Arn'), '!Ref Fifo'),
    bucket(topic('!Ref Topic'), '!If [A, true, false]'),
    bucket(queue('!Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders"')),
    bucket(topic('!ImportValue Topic')),
  ],
  invalid: [
    {
      template: bucket(queue('!GetAtt Queue.Arn')),
      problems: [{ messageId: 'fifo', line: 6, column: 68, endColumn: 85, data: { kind: 'queue' } }],
    },
    {
      template: bucket(topic('!Ref Topic')),
      problems: [{ messageId: 'fifo', line: 6, column: 68, endColumn: 78, data: { kind: 'topic' } }],
    },
    {
      template: bucket(queue('!Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders.fifo"')),
      problems: [{ messageId: 'fifo', line: 6, column: 68 }],
    },
    {
      template: bucket(
        topic('!If [A, arn:aws:sns:eu-west-1:123456789012:a, arn:aws:sns:eu-west-1:123456789012:b.fifo]'),
      ),
      problems: [{ messageId: 'fifo', line: 6, column: 114, endColumn: 155 }],
    },
  ],
});
