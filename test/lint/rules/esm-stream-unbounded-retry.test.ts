import { esmStreamUnboundedRetry } from '../../../src/lint/rules/esm-stream-unbounded-retry.ts';
import { mapping, sources } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmStreamUnboundedRetry, {
  valid: [
    mapping(sources.kinesis, 'MaximumRetryAttempts: 3\nBisectBatchOnFunctionError: true'),
    mapping(sources.dynamodb, 'MaximumRecordAgeInSeconds: 60\nFunctionResponseTypes: [ReportBatchItemFailures]'),
    mapping(sources.kinesis, 'MaximumRetryAttempts: !Ref Tries\nDestinationConfig: {OnFailure: {Destination: d}}'),
    mapping(sources.sqs, 'BatchSize: 1'),
  ],
  invalid: [
    {
      template: mapping(sources.kinesis, 'MaximumRetryAttempts: -1\nBisectBatchOnFunctionError: true'),
      problems: [{ messageId: 'unbounded', line: 7, column: 29, endColumn: 31 }],
    },
    {
      template: mapping(sources.kinesis, 'BisectBatchOnFunctionError: true'),
      problems: [{ messageId: 'unbounded', line: 2, column: 3, endColumn: 10, data: { mapping: "'Mapping'" } }],
    },
    {
      template: mapping(sources.dynamodb, 'MaximumRetryAttempts: 3\nBisectBatchOnFunctionError: false'),
      problems: [{ messageId: 'untold', line: 2, column: 3 }],
    },
  ],
});
