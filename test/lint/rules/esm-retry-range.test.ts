import { esmRetryRange } from '../../../src/lint/rules/esm-retry-range.ts';
import { mapping, sources } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmRetryRange, {
  valid: [
    mapping(sources.kinesis, 'MaximumRetryAttempts: -1\nMaximumRecordAgeInSeconds: -1'),
    mapping(sources.kinesis, 'MaximumRetryAttempts: 10000\nMaximumRecordAgeInSeconds: 60'),
  ],
  invalid: [
    {
      template: mapping(sources.kinesis, 'MaximumRetryAttempts: 10001\nMaximumRecordAgeInSeconds: 59'),
      problems: [
        { messageId: 'outside', line: 7, column: 29, data: { maximum: 10000 } },
        { messageId: 'outside', line: 8, column: 34, data: { minimum: 60 } },
      ],
    },
    {
      template: mapping(sources.kinesis, 'MaximumRetryAttempts: -2'),
      problems: [{ messageId: 'outside', line: 7, column: 29, data: { value: -2 } }],
    },
  ],
});
