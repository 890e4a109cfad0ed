import { sqsDlqRetention } from '../../../src/lint/rules/sqs-dlq-retention.ts';
import { tester } from '../tester.ts';

const queues = (dead: string, source = '', more = '') => `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3}
      ${source}
  Dead:
    Type: AWS::SQS::Queue
    ${dead}
${more}`;
const period = (seconds: string | number) => `MessageRetentionPeriod: ${seconds}`;
const own = (seconds: string | number) => `Properties: {${period(seconds)}}`;

const second = `  Slow:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1000000
      RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3}
`;

tester.run(sqsDlqRetention, {
  valid: [
    queues(own(1_209_600), period(1_209_600)),
    queues(own(345_600)),
    queues(own('!Ref Period'), period(1_209_600)),
    queues(own(60), period('!Ref Period')),
    queues(own('!If [A, 600000, 60]'), period('!If [A, 600000, 60]')),
    // A FIFO queue counts from the moment at which a message comes to it.
    queues('Properties: {FifoQueue: true}', 'FifoQueue: true'),
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy: {deadLetterTargetArn: !ImportValue Dead, maxReceiveCount: 3}
`,
  ],
  invalid: [
    {
      template: queues(''),
      problems: [{ messageId: 'absent', line: 7, column: 3, endColumn: 7, data: { id: 'Dead', source: 'Orders' } }],
      output: queues('').replace(/(Dead:\n.*\n)/, '$1    Properties:\n      MessageRetentionPeriod: 1209600\n'),
    },
    {
      template: queues('Properties:\n      QueueName: dead # letters'),
      problems: [{ messageId: 'absent', line: 7, column: 3 }],
      output: queues('Properties:\n      MessageRetentionPeriod: 1209600\n      QueueName: dead # letters'),
    },
    {
      template: queues(own(86_400)),
      problems: [
        {
          messageId: 'shorter',
          line: 9,
          column: 42,
          endColumn: 47,
          data: { period: '1 day', sourcePeriod: '4 days', longest: 1_209_600 },
        },
      ],
      output: queues(own(1_209_600)),
    },
    {
      template: queues(own("'500000'"), period(400_000), second),
      problems: [{ messageId: 'shorter', line: 9, column: 42, data: { source: 'Slow', sourcePeriod: '1000000 s' } }],
      output: queues(own("'1209600'"), period(400_000), second),
    },
    {
      template: queues(own('!If [A, 600000, 60]'), period('!If [A, 600000, 500000]')),
      problems: [{ messageId: 'shorter', line: 9, column: 58, endColumn: 60 }],
      output: queues(own('!If [A, 600000, 1209600]'), period('!If [A, 600000, 500000]')),
    },
  ],
});
