import { eventsRetryPolicy } from '../../../src/lint/rules/events-retry-policy.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const rule = (target: string, further = '') =>
  resource('AWS::Events::Rule', `Targets: [{Id: a, Arn: a, ${target}}]`, further);

tester.run(eventsRetryPolicy, {
  valid: [
    rule('RetryPolicy: {MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 86400}'),
    rule('DeadLetterConfig: {Arn: !GetAtt Dead.Arn}', '  Dead: {Type: AWS::SQS::Queue}\n'),
    rule('DeadLetterConfig: {Arn: !ImportValue dead}'),
  ],
  invalid: [
    {
      template: rule('RetryPolicy: {MaximumRetryAttempts: 186, MaximumEventAgeInSeconds: 59}'),
      problems: [
        { messageId: 'outside', line: 4, column: 80, endColumn: 83, data: { maximum: 185 } },
        { messageId: 'outside', line: 4, column: 111, data: { minimum: 60 } },
      ],
      output: rule('RetryPolicy: {MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 60}'),
    },
    {
      template: resource('AWS::Scheduler::Schedule', 'Target: {RetryPolicy: {MaximumRetryAttempts: -1}}'),
      problems: [{ messageId: 'outside', line: 4, column: 63 }],
      output: resource('AWS::Scheduler::Schedule', 'Target: {RetryPolicy: {MaximumRetryAttempts: 0}}'),
    },
    {
      template: rule(
        'DeadLetterConfig: {Arn: !GetAtt Dead.Arn}',
        '  Dead: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}\n',
      ),
      problems: [{ messageId: 'fifo', line: 4, column: 68 }],
    },
    {
      template: rule('DeadLetterConfig: {Arn: !Ref Dead}', '  Dead: {Type: AWS::SNS::Topic}\n'),
      problems: [{ messageId: 'target', line: 4, column: 68, data: { found: "'Dead' (AWS::SNS::Topic)" } }],
    },
    {
      template: rule('DeadLetterConfig: {Arn: "arn:aws:sns:eu-west-1:1:dead"}'),
      problems: [{ messageId: 'target', line: 4, column: 68, data: { found: 'an ARN of sns' } }],
    },
  ],
});
