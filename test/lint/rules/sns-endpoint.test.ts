import { snsEndpoint } from '../../../src/lint/rules/sns-endpoint.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const subscription = (protocol: string, endpoint: string) => `Parameters:
  Given: {Type: String}
  Mail: {Type: String, Default: ''}
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  Reader:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Topic, Protocol: ${protocol}, Endpoint: ${endpoint}}
`;
const topic = (protocol: string, endpoint: string) => `Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: {Subscription: [{Protocol: ${protocol}, Endpoint: ${endpoint}}]}
`;

tester.run(snsEndpoint, {
  valid: [
    subscription('https', "'https://example.com'"),
    subscription('http', "'http://example.com'"),
    subscription('https', "!Sub 'https://${Given}'"),
    subscription('email', 'a@example.com'),
    subscription('email', '!Ref Given'),
    subscription('email', '!Ref Mail'),
    subscription('sms', "'+12065550100'"),
    subscription('sqs', '!GetAtt Queue.Arn'),
    subscription('!Ref Given', 'a@example.com'),
    subscription('!If [A, sqs, email]', 'a@example.com'),
    topic('lambda', "'arn:aws:lambda:eu-west-1:111122223333:function:a'"),
    topic('application', "'a'"),
  ],
  invalid: [
    marked(subscription('https', "‹'http://example.com'›"), {
      messageId: 'wrong',
      data: { protocol: 'https', found: "'http://example.com'" },
    }),
    marked(subscription('lambda', '‹a@example.com›'), { messageId: 'wrong', data: { protocol: 'lambda' } }),
    marked(topic('email', '‹nobody›'), { messageId: 'wrong', data: { wanted: 'an e-mail address' } }),
    marked(topic('sqs', "‹'arn:aws:lambda:eu-west-1:111122223333:function:a'›"), {
      messageId: 'wrong',
      data: { found: 'an ARN of lambda' },
    }),
  ],
});
