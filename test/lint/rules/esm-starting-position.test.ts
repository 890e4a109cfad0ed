import { esmStartingPosition } from '../../../src/lint/rules/esm-starting-position.ts';
import { api as lambdaEvents } from '../apis.ts';
import { mapping, sources } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(esmStartingPosition, {
  valid: [
    mapping(sources.kinesis, 'StartingPosition: AT_TIMESTAMP\nStartingPositionTimestamp: 1700000000'),
    mapping(sources.msk, 'StartingPosition: !Ref Position'),
    mapping(sources.sqs, 'BatchSize: 1'),
    mapping('!Ref Unknown', 'BatchSize: 1'),
  ],
  invalid: [
    {
      template: mapping(sources.dynamodb, 'StartingPosition: LATST'),
      problems: [{ messageId: 'suggested', line: 7, column: 25, data: { near: 'LATEST' } }],
    },
    {
      template: mapping(sources.dynamodb, 'StartingPosition: AT_TIMESTAMP'),
      problems: [{ messageId: 'dynamodb', line: 7, column: 25 }],
    },
    {
      template: mapping(sources.kinesis, 'StartingPosition: AT_TIMESTAMP'),
      problems: [{ messageId: 'timestamp', line: 7, column: 25 }],
    },
    {
      template: mapping(sources.documentdb, 'BatchSize: 1'),
      problems: [{ messageId: 'missing', line: 4, column: 5, endColumn: 15 }],
    },
    {
      template: mapping(sources.mq, 'StartingPosition: Beginning\nBatchSize: 1'),
      problems: [{ messageId: 'needless', line: 7, column: 7, endColumn: 23 }],
      output: mapping(sources.mq, 'BatchSize: 1'),
    },
    {
      template: lambdaEvents('K: {Type: Kinesis, Properties: {Stream: s}}, M: {Type: SQS, Properties: {Queue: q}}'),
      problems: [
        { messageId: 'missing', line: 8, column: 16, endColumn: 17, data: { mapping: "the event 'K' of 'Fn'" } },
      ],
    },
    {
      template: lambdaEvents('K: {Type: DynamoDB, Properties: {Stream: s, StartingPosition: }}'),
      problems: [{ messageId: 'missing', line: 8, column: 60, endColumn: 76 }],
    },
    {
      template: mapping(sources.kinesis, 'StartingPosition: Yesterday'),
      problems: [{ messageId: 'unknown', line: 7, column: 25, data: { value: 'Yesterday' } }],
    },
  ],
});
