import type { SourceKind } from './source.ts';

/** What the role of a function needs so that an event source mapping can read for it. */
export interface ReadActions {
  /** The policy of AWS that allows it. */
  readonly policy: string;
  /** Without these AWS refuses the mapping. */
  readonly refused: readonly string[];
  /** What the policy has besides. */
  readonly wanted: readonly string[];
}

const streamActions = (service: string) =>
  ['DescribeStream', 'GetRecords', 'GetShardIterator'].map((name) => `${service}:${name}`);

const needs: ReadonlyMap<SourceKind, ReadActions> = new Map([
  [
    'sqs',
    {
      policy: 'AWSLambdaSQSQueueExecutionRole',
      refused: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      wanted: [],
    },
  ],
  [
    'kinesis',
    {
      policy: 'AWSLambdaKinesisExecutionRole',
      refused: streamActions('kinesis'),
      wanted: ['kinesis:DescribeStreamSummary', 'kinesis:ListShards', 'kinesis:ListStreams'],
    },
  ],
  [
    'dynamodb',
    {
      policy: 'AWSLambdaDynamoDBExecutionRole',
      refused: streamActions('dynamodb'),
      wanted: ['dynamodb:ListStreams'],
    },
  ],
]);

/** What reading from a kind of source needs; undefined for kinds that are read with more than the role. */
export const readActionsOf = (kind: SourceKind | undefined): ReadActions | undefined =>
  kind === undefined ? undefined : needs.get(kind);
