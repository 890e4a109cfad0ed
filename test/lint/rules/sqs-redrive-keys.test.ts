import { sqsRedriveKeys } from '../../../src/lint/rules/sqs-redrive-keys.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const queue = (properties: string) => `Resources:
  Jobs: {Type: AWS::SQS::Queue, Properties: {${properties}}}
`;
const subscription = (policy: string, key = 'RedrivePolicy') => `Resources:
  Mail: {Type: AWS::SNS::Subscription, Properties: {TopicArn: t, Protocol: sqs, Endpoint: e, ${key}: ${policy}}}
`;

tester.run(sqsRedriveKeys, {
  valid: [
    queue('RedrivePolicy: {deadLetterTargetArn: a, maxReceiveCount: 5}'),
    queue('RedrivePolicy: !If [C, {deadLetterTargetArn: a, maxReceiveCount: 5}, !Ref AWS::NoValue]'),
    queue('RedrivePolicy: !Ref Policy'),
    queue('RedrivePolicy: {}'),
    queue("RedrivePolicy: ''"),
    queue(`RedrivePolicy: '{"deadLetterTargetArn": "a", "maxReceiveCount": 5}'`),
    subscription('{deadLetterTargetArn: a}'),
    queue('RedriveAllowPolicy: {redrivePermission: byQueue, sourceQueueArns: [a]}'),
  ],
  invalid: [
    marked(queue('RedrivePolicy: {‹deadLetterTargetARN›: a, maxReceiveCount: 5}'), {
      messageId: 'unknown',
      data: { near: " Did you mean 'deadLetterTargetArn'?" },
    }),
    marked(queue('‹RedrivePolicy›: {deadLetterTargetArn: a}'), {
      messageId: 'missing',
      data: { key: 'maxReceiveCount' },
    }),
    marked(queue('RedrivePolicy: ‹[a]›'), 'kind'),
    marked(queue('RedrivePolicy: ‹t›en'), 'text'),
    marked(subscription('{deadLetterTargetARN: a}', '‹RedrivePolicy›'), 'missing'),
    marked(queue('‹RedriveAllowPolicy›: {sourceQueueArns: [a]}'), 'missing'),
  ],
});
