import { sqsDlqType } from '../../../src/lint/rules/sqs-dlq-type.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const queue = (properties: string, dead: string) =>
  resource('AWS::SQS::Queue', properties, `  Dead: {Type: AWS::SQS::Queue, Properties: {${dead}}}\n`);
const toDead = 'RedrivePolicy: {maxReceiveCount: 5, deadLetterTargetArn: !GetAtt Dead.Arn}';

tester.run(sqsDlqType, {
  valid: [
    queue(toDead, ''),
    queue(`FifoQueue: true, ${toDead}`, 'FifoQueue: true'),
    queue(toDead, 'FifoQueue: !Ref Fifo'),
    queue('FifoQueue: true, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead}', ''),
  ],
  invalid: [
    {
      template: queue(toDead, 'FifoQueue: true'),
      problems: [{ messageId: 'standard', line: 4, column: 75 }],
    },
    {
      template: queue('FifoQueue: true, RedrivePolicy: {deadLetterTargetArn: "arn:aws:sqs:eu-west-1:1:dead"}', ''),
      problems: [{ messageId: 'fifo', line: 4, column: 72 }],
    },
    {
      template: queue('RedrivePolicy: {deadLetterTargetArn: !GetAtt Thing.Arn}', ''),
      problems: [{ messageId: 'itself', line: 4, column: 55 }],
    },
    {
      template: `${resource('AWS::SQS::Queue', toDead)}  Dead: {Type: AWS::SNS::Topic}\n`,
      problems: [{ messageId: 'notQueue', line: 4, column: 75, data: { type: 'AWS::SNS::Topic' } }],
    },
    {
      template: queue('RedriveAllowPolicy: {sourceQueueArns: [a, b, c, d, e, f, g, h, i, j, k]}', ''),
      problems: [{ messageId: 'sources', line: 4, column: 39, endColumn: 54, data: { count: 11 } }],
    },
    {
      template: queue(
        'QueueName: own, RedrivePolicy: {deadLetterTargetArn: !Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:own"}',
        '',
      ),
      problems: [{ messageId: 'itself', line: 4, column: 71 }],
    },
  ],
});
