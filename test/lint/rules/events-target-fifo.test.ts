import { eventsTargetFifo } from '../../../src/lint/rules/events-target-fifo.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const rule = (target: string, queue = 'FifoQueue: true') => `Resources:
  Queue: {Type: AWS::SQS::Queue, Properties: {${queue}}}
  Nightly:
    Type: AWS::Events::Rule
    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, ${target}}]}
`;

const schedule = (target: string) => `Resources:
  Queue: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties: {ScheduleExpression: rate(1 day), FlexibleTimeWindow: {Mode: 'OFF'}, Target: {RoleArn: r, ${target}}}
`;

tester.run(eventsTargetFifo, {
  valid: [
    schedule('Arn: !GetAtt Queue.Arn, SqsParameters: {MessageGroupId: nightly}'),
    schedule('Arn: !ImportValue queue'),
    schedule('Arn: arn:aws:scheduler:::aws-sdk:sqs:sendMessage'),
    rule('Arn: !GetAtt Queue.Arn', 'DelaySeconds: 1'),
    rule('Arn: !GetAtt Queue.Arn, SqsParameters: {MessageGroupId: nightly}'),
    rule('Arn: !GetAtt Queue.Arn, SqsParameters: !If [A, {MessageGroupId: a}, !Ref AWS::NoValue]'),
    rule('Arn: !GetAtt Queue.Arn', 'FifoQueue: !Ref IsFifo'),
    rule('Arn: arn:aws:sqs:us-east-1:111122223333:orders'),
    // A dead-letter queue is another place.
    rule('Arn: !ImportValue fn, DeadLetterConfig: {Arn: !GetAtt Queue.Arn}'),
  ],
  invalid: [
    marked(schedule('Arn: ‹!GetAtt Queue.Arn›'), { messageId: 'missing', level: 'warning' }),
    { template: rule('Arn: !GetAtt Queue.Arn'), problems: [{ messageId: 'missing', line: 5, column: 74 }] },
    {
      template: rule("Arn: !Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders.fifo'"),
      problems: [{ messageId: 'missing', line: 5, column: 74 }],
    },
  ],
});
