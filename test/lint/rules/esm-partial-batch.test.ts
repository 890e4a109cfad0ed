import { esmPartialBatch } from '../../../src/lint/rules/esm-partial-batch.ts';
import { mapping, sources } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmPartialBatch, {
  valid: [
    mapping(sources.sqs, 'BatchSize: 1'),
    mapping(sources.sqs, 'FunctionResponseTypes: [ReportBatchItemFailures]'),
    mapping(sources.kinesis, 'FunctionResponseTypes: !Ref Types'),
    mapping(sources.mq, 'BatchSize: 100'),
  ],
  invalid: [
    {
      template: mapping(sources.sqs, 'Enabled: true'),
      problems: [{ messageId: 'whole', line: 2, column: 3, data: { size: 10 } }],
    },
    {
      template: mapping(sources.kinesis, 'FunctionResponseTypes: []'),
      problems: [{ messageId: 'whole', line: 7, column: 7, endColumn: 28, data: { size: 100 } }],
    },
  ],
});
