import { esmStreamOnlyProperty } from '../../../src/lint/rules/esm-stream-only-property.ts';
import { mapping, queueReader, sources } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmStreamOnlyProperty, {
  valid: [
    mapping(sources.kinesis, 'BisectBatchOnFunctionError: true\nTumblingWindowInSeconds: 900'),
    mapping(sources.msk, 'MaximumRetryAttempts: 3\nDestinationConfig: {OnFailure: {Destination: d}}'),
    mapping('!ImportValue queue', 'MaximumRetryAttempts: 3'),
  ],
  invalid: [
    {
      template: queueReader('Timeout: 3', 'BisectBatchOnFunctionError: true\nBatchSize: 1', ''),
      problems: [{ messageId: 'source', line: 14, column: 13, endColumn: 39 }],
      output: queueReader('Timeout: 3', 'BatchSize: 1', ''),
    },
    {
      template: mapping(sources.msk, 'TumblingWindowInSeconds: 10\nTopics: [a]'),
      problems: [{ messageId: 'source', line: 7, column: 7, data: { kinds: 'Kinesis and DynamoDB' } }],
      output: mapping(sources.msk, 'Topics: [a]'),
    },
    {
      template: mapping(sources.dynamodb, 'TumblingWindowInSeconds: 901'),
      problems: [{ messageId: 'window', line: 7, column: 32 }],
      output: mapping(sources.dynamodb, 'TumblingWindowInSeconds: 900'),
    },
    {
      template: mapping(sources.mq, 'DestinationConfig:\n  OnFailure:\n    Destination: d\n# the queues\nQueues: [a]'),
      problems: [{ messageId: 'source', line: 7, column: 7 }],
      output: mapping(sources.mq, '# the queues\nQueues: [a]'),
    },
  ],
});
