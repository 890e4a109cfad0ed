import { esmSqsNoDlq } from '../../../src/lint/rules/esm-sqs-no-dlq.ts';
import { mapping, queueReader } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmSqsNoDlq, {
  valid: [
    queueReader(
      'Timeout: 3',
      'BatchSize: 1',
      '    Properties: {RedrivePolicy: {deadLetterTargetArn: d, maxReceiveCount: 5}}',
    ),
    queueReader('Timeout: 3', 'BatchSize: 1', '    Properties: {RedrivePolicy: !Ref Policy}'),
    'Resources: {Alone: {Type: AWS::SQS::Queue}}',
  ],
  invalid: [
    {
      template: queueReader('Timeout: 3', 'BatchSize: 1', '    Properties: {RedrivePolicy: {maxReceiveCount: 5}}'),
      problems: [{ messageId: 'none', line: 17, column: 18, endColumn: 31 }],
    },
    {
      template: queueReader('Timeout: 3', 'BatchSize: 1', '    Properties: {QueueName: q}'),
      problems: [
        { messageId: 'none', line: 15, column: 3, endColumn: 8, data: { mapping: "the event 'Orders' of 'Fn'" } },
      ],
    },
    {
      template: `${mapping('!GetAtt [Q, Arn]', 'BatchSize: 1')}  Q: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: !Ref AWS::NoValue}}\n`,
      problems: [{ messageId: 'none', line: 8, column: 3 }],
    },
  ],
});
