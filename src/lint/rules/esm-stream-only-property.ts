import { entryOf } from '../../model/origin.ts';
import { defineRule } from '../../model/rule.ts';
import { removeEntry } from '../facts/edits/entry.ts';
import { nameInSource } from '../facts/events/sam-events.ts';
import { type SourceKind, sourceKind, sourceNames } from '../facts/events/source.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const shards: ReadonlySet<SourceKind> = new Set(['kinesis', 'dynamodb']);
const logs: ReadonlySet<SourceKind> = new Set(['kinesis', 'dynamodb', 'msk', 'kafka']);
const allowed: readonly (readonly [string, ReadonlySet<SourceKind>, string])[] = [
  ['BisectBatchOnFunctionError', logs, 'Kinesis, DynamoDB and Kafka'],
  ['MaximumRecordAgeInSeconds', logs, 'Kinesis, DynamoDB and Kafka'],
  ['MaximumRetryAttempts', logs, 'Kinesis, DynamoDB and Kafka'],
  ['DestinationConfig', logs, 'Kinesis, DynamoDB and Kafka'],
  ['TumblingWindowInSeconds', shards, 'Kinesis and DynamoDB'],
];
const window = { minimum: 0, maximum: 900 };

export const esmStreamOnlyProperty = defineRule({
  id: 'esm-stream-only-property',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Stream-only setting used on another source',
  description:
    'Splitting batches, giving up records and failure destinations work for Kinesis, DynamoDB and Kafka; tumbling windows (0 to 900 seconds) for Kinesis and DynamoDB. A queue has its own redrive policy instead, and Lambda refuses these settings there, as it does for Amazon MQ and DocumentDB.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  fixes: { source: 'safe', window: 'unsafe' },
  messages: {
    source: "'{name}' works for {kinds} only; {mapping} reads {source}.",
    window: "'TumblingWindowInSeconds' is {value}; it must be an integer from {minimum} to {maximum}.",
  },
  example: {
    in: 'resources',
    fails: `
Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Work: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, ‹BisectBatchOnFunctionError›: true}}`,
    passes: `
Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Work: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}`,
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    const kind = sourceKind(mapping, cx);
    if (kind === undefined || shards.has(kind)) {
      return checkIntegers(cx, mapping.numbers('TumblingWindowInSeconds'), window, 'window');
    }
    for (const [name, sources, kinds] of allowed) {
      if (sources.has(kind) || mapping.lacks(name)) continue;
      const data = { name, kinds, mapping: nameInSource(mapping, cx), source: sourceNames[kind] };
      cx.report('source', mapping.keyPlace(name), { data, fix: removeEntry(entryOf(mapping.properties, name)) });
    }
  },
});
