import { snsFifoQueue } from '../../../src/lint/rules/sns-fifo-queue.ts';
import { tester } from '../tester.ts';

const template = (topic: string, more = '') => `Resources:
  News: {Type: AWS::SNS::Topic, Properties: {${topic}}}
  Ordered: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
  Plain: {Type: AWS::SQS::Queue}
${more}`;
const subscription = (protocol: string, endpoint: string) =>
  `  Sub: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref News, Protocol: ${protocol}, Endpoint: ${endpoint}}}\n`;

tester.run(snsFifoQueue, {
  valid: [
    template('FifoTopic: true', subscription('sqs', '!GetAtt Ordered.Arn')),
    template('TopicName: a', subscription('sqs', '!GetAtt Plain.Arn')),
    template('FifoTopic: !Ref IsFifo', subscription('sqs', '!GetAtt Ordered.Arn')),
    template('Subscription: [{Protocol: https, Endpoint: "https://example.com/jobs.fifo"}]'),
    template('TopicName: a', subscription('sqs', '!Ref Endpoint')),
  ],
  invalid: [
    {
      template: template('TopicName: a', subscription('sqs', '!GetAtt Ordered.Arn')),
      problems: [{ messageId: 'standard', line: 5, column: 98 }],
    },
    {
      template: template('Subscription: [{Protocol: sqs, Endpoint: "arn:aws:sqs:eu-west-1:111122223333:a.fifo"}]'),
      problems: [{ messageId: 'standard', line: 2, column: 87 }],
    },
  ],
});
