import { esmSqsVisibilityMin } from '../../../src/lint/rules/esm-sqs-visibility-min.ts';
import { queueReader, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const reader = (timeout: string, queue: string) => queueReader(timeout, 'Enabled: true', queue);

tester.run(esmSqsVisibilityMin, {
  valid: [
    reader('Timeout: 30', '    Properties: {QueueName: q}'),
    reader('Timeout: 60', '    Properties: {VisibilityTimeout: 60}'),
    reader('Timeout: !Ref Unknown', '    Properties: {VisibilityTimeout: 1}'),
    reader('Timeout: !If [A, 60, 10]', '    Properties: {VisibilityTimeout: !If [A, 60, 30]}'),
  ],
  invalid: [
    // No fix goes by a timeout that the function cannot have: that is changed first.
    {
      template: reader('Timeout: 1000', '    Properties: {VisibilityTimeout: 10}'),
      problems: [{ messageId: 'short', line: 17, column: 37, data: { timeout: 1000 } }],
    },
    {
      template: reader('Timeout: 31', '    # no properties at all'),
      problems: [{ messageId: 'short', line: 15, column: 3, endColumn: 8, data: { visibility: 30, recommended: 186 } }],
      output: reader('Timeout: 31', '    # no properties at all').replace(
        '    Type: AWS::SQS::Queue',
        '    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 186',
      ),
    },
    {
      template: reader('Timeout: 60', '    Properties:\n      VisibilityTimeout: "40" # seconds'),
      problems: [{ messageId: 'short', line: 18, column: 26, endColumn: 30 }],
      output: reader('Timeout: 60', '    Properties:\n      VisibilityTimeout: "360" # seconds'),
    },
    {
      template: reader('Timeout: 60', '    Properties:\n      # named\n      QueueName: q'),
      problems: [{ messageId: 'short', line: 15, column: 3 }],
      output: reader('Timeout: 60', '    Properties:\n      VisibilityTimeout: 360\n      # named\n      QueueName: q'),
    },
    {
      template: reader('Timeout: !If [A, 60, 40]', '    Properties: {VisibilityTimeout: !If [B, 35, 300]}'),
      problems: [{ messageId: 'short', line: 17, column: 45, endColumn: 47, data: { timeout: 40 } }],
      output: reader('Timeout: !If [A, 60, 40]', '    Properties: {VisibilityTimeout: !If [B, 240, 300]}'),
    },
    {
      template: `Globals: {Function: {Timeout: 300}}
${samFunction(
  'AutoPublishAlias: live\nEvents: {News: {Type: SNS, Properties: {Topic: !Ref Topic, SqsSubscription: true}}}',
  '  Topic: {Type: AWS::SNS::Topic}\n',
)}`,
      problems: [{ messageId: 'generated', line: 1, column: 31, endColumn: 34, data: { queue: 'FnNewsQueue' } }],
    },
  ],
});
