import { sqsRedriveKeys } from '../../../src/lint/rules/sqs-redrive-keys.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const queue = (properties: string) => `Resources:
  Jobs: {Type: AWS::SQS::Queue, Properties: {${properties}}}
`;

tester.run(sqsRedriveKeys, {
  valid: [
    queue('RedrivePolicy: {deadLetterTargetArn: a, maxReceiveCount: 5}'),
    queue('RedrivePolicy: !If [C, {deadLetterTargetArn: a, maxReceiveCount: 5}, !Ref AWS::NoValue]'),
    queue('RedrivePolicy: !Ref Policy'),
    queue('RedrivePolicy: {}'),
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
    marked(queue('‹RedriveAllowPolicy›: {sourceQueueArns: [a]}'), 'missing'),
  ],
});
