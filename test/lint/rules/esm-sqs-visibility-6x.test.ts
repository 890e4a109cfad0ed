import { esmSqsVisibility6x } from '../../../src/lint/rules/esm-sqs-visibility-6x.ts';
import { queueReader } from '../templates.ts';
import { tester } from '../tester.ts';

const reader = (timeout: string, queue: string) => queueReader(timeout, 'Enabled: true', queue);

tester.run(esmSqsVisibility6x, {
  valid: [
    reader('Timeout: 5', '    Properties: {VisibilityTimeout: 30}'),
    reader('Timeout: 60', '    Properties: {VisibilityTimeout: !Ref Unknown}'),
    // Below the timeout itself: an error of another rule.
    reader('Timeout: 60', '    Properties: {VisibilityTimeout: 59}'),
  ],
  invalid: [
    {
      template: reader('Timeout: 60', '    Properties: {VisibilityTimeout: 300}'),
      problems: [{ messageId: 'short', line: 17, column: 37, data: { recommended: 360 } }],
      output: reader('Timeout: 60', '    Properties: {VisibilityTimeout: 360}'),
    },
    {
      template: queueReader('Timeout: 10', 'MaximumBatchingWindowInSeconds: 20', '    Properties: {QueueName: q}'),
      problems: [{ messageId: 'window', line: 15, column: 3, data: { visibility: 30, recommended: 80, window: 20 } }],
      output: queueReader(
        'Timeout: 10',
        'MaximumBatchingWindowInSeconds: 20',
        '    Properties: {VisibilityTimeout: 80, QueueName: q}',
      ),
    },
  ],
});
