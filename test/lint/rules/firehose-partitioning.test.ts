import { firehosePartitioning } from '../../../src/lint/rules/firehose-partitioning.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const stream = (properties: string) => `Parameters: {Stage: {Type: String}, Size: {Type: Number}}
Conditions: {Live: !Equals [!Ref Stage, live]}
Resources:
  Orders: {Type: AWS::KinesisFirehose::DeliveryStream, Properties: {ExtendedS3DestinationConfiguration: {BucketARN: a, RoleARN: b, ${properties}}}}
`;
const enabled = 'DynamicPartitioningConfiguration: {Enabled: true}';
const query = "Prefix: 'orders/!{partitionKeyFromQuery:customer}/'";
const extraction = 'ProcessingConfiguration: {Enabled: true, Processors: [{Type: MetadataExtraction}]}';
const lambda = "Prefix: 'orders/!{partitionKeyFromLambda:customer}/'";

tester.run(firehosePartitioning, {
  valid: [
    stream(`${enabled}, ${query}, ${extraction}, BufferingHints: {SizeInMBs: 64}`),
    stream(`${enabled}, ${lambda}`),
    stream(`${enabled}, ${lambda}, BufferingHints: {SizeInMBs: !Ref Size}`),
    stream(`${enabled}, Prefix: !Ref Stage`),
    stream(`${enabled}, Prefix: !Sub 'orders/\${Stage}/'`),
    stream(`${enabled}, ${query}, ProcessingConfiguration: !ImportValue processing`),
    stream(
      `${enabled}, ${query}, ProcessingConfiguration: {Enabled: true, Processors: [!If [Live, {Type: A}, {Type: B}]]}`,
    ),
    stream('DynamicPartitioningConfiguration: {Enabled: false}, BufferingHints: {SizeInMBs: 5}, Prefix: orders/'),
    stream('BufferingHints: {SizeInMBs: 5}'),
    stream(
      `DynamicPartitioningConfiguration: !If [Live, {Enabled: true}, !Ref AWS::NoValue], ${lambda}, BufferingHints: {SizeInMBs: !If [Live, 64, 5]}`,
    ),
  ],
  invalid: [
    marked(stream(`${enabled}, ${lambda}, BufferingHints: {IntervalInSeconds: 60, SizeInMBs: ‹5›}`), {
      messageId: 'buffer',
      data: { least: 64, found: 5 },
    }),
    marked(stream(`${enabled}, Prefix: ‹orders/›`), 'keys'),
    marked(stream(`‹DynamicPartitioningConfiguration›: {Enabled: 'true'}`), 'keys'),
    marked(stream(`${enabled}, Prefix: ‹'!{partitionKeyFromQuery:customer}/'›`), 'query'),
    marked(
      stream(
        `${enabled}, Prefix: ‹'!{partitionKeyFromQuery:customer}/'›, ProcessingConfiguration: {Enabled: true, Processors: [{Type: Lambda}]}`,
      ),
      'query',
    ),
  ],
});
