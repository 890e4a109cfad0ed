import { esmParallelizationFactor } from '../../../src/lint/rules/esm-parallelization-factor.ts';
import { mapping, sources } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmParallelizationFactor, {
  valid: [mapping(sources.kinesis, 'ParallelizationFactor: 10'), mapping('!Ref Unknown', 'ParallelizationFactor: 1')],
  invalid: [
    {
      template: mapping(sources.dynamodb, 'ParallelizationFactor: 11'),
      problems: [{ messageId: 'outside', line: 7, column: 30 }],
      output: mapping(sources.dynamodb, 'ParallelizationFactor: 10'),
    },
    {
      template: mapping(
        '!Sub arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:q',
        'ParallelizationFactor: 2\nEnabled: true',
      ),
      problems: [{ messageId: 'source', line: 7, column: 7, endColumn: 28 }],
      output: mapping('!Sub arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:q', 'Enabled: true'),
    },
  ],
});
