import { schedulerUniversalTarget } from '../../../src/lint/rules/scheduler-universal-target.ts';
import { tester } from '../tester.ts';

const schedule = (arn: string) => `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties: {ScheduleExpression: rate(1 day), Target: {Arn: ${arn}, RoleArn: a}}
`;

tester.run(schedulerUniversalTarget, {
  valid: [
    schedule('arn:aws:scheduler:::aws-sdk:sqs:sendMessage'),
    schedule('arn:aws-cn:scheduler:::aws-sdk:rds:stopDBInstance'),
    // Calls whose names only begin like those that read.
    schedule('arn:aws:scheduler:::aws-sdk:kinesis:listenAll'),
    schedule('!ImportValue fn'),
    schedule('arn:aws:sqs:us-east-1:111122223333:SendMessage'),
  ],
  invalid: [
    {
      template: schedule('arn:aws:scheduler:::aws-sdk:sqs:SendMessage'),
      problems: [{ messageId: 'letter', line: 4, column: 65, level: 'warning', data: { meant: 'sendMessage' } }],
      output: schedule('arn:aws:scheduler:::aws-sdk:sqs:sendMessage'),
    },
    {
      template: schedule("!Sub 'arn:${AWS::Partition}:scheduler:::aws-sdk:mq:listBrokers'"),
      problems: [{ messageId: 'reading', line: 4, column: 65, level: 'error', data: { call: 'listBrokers' } }],
    },
    {
      template: schedule('arn:aws:scheduler:::aws-sdk:dynamodb:BatchGetItem'),
      problems: [{ messageId: 'reading', line: 4, column: 65 }],
    },
  ],
});
