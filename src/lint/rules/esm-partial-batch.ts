import { greatestOf } from '../../model/lists.ts';
import { defineRule } from '../../model/rule.ts';
import { reportsItemFailures } from '../facts/events/partial-batch.ts';
import { nameInSource } from '../facts/events/sam-events.ts';
import { sourceKind } from '../facts/events/source.ts';
import { possibleNumbers } from '../facts/templates/possible-numbers.ts';

const defaults = { sqs: 10, kinesis: 100, dynamodb: 100 } as const;

export const esmPartialBatch = defineRule({
  id: 'esm-partial-batch',
  level: 'info',
  category: 'reliability',
  stage: 'expanded',
  title: 'Partial batch responses not enabled',
  description:
    'When a function fails for one record of a batch, the whole batch comes back and is worked on again. With `FunctionResponseTypes: [ReportBatchItemFailures]` the function can say which records failed.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html',
  messages: {
    whole:
      "One bad record makes the whole batch of {mapping} (up to {size} records) come again; set 'FunctionResponseTypes: [ReportBatchItemFailures]' and let the function answer which records failed.",
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
      ‹Work›: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}`,
    passes: `
Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Work: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, FunctionResponseTypes: [ReportBatchItemFailures]}}`,
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    const kind = sourceKind(mapping, cx);
    if (kind !== 'sqs' && kind !== 'kinesis' && kind !== 'dynamodb') return;
    const sizes = possibleNumbers(mapping, cx, 'BatchSize', defaults[kind]) ?? [];
    const size = greatestOf([0, ...sizes.map(({ value }) => value)]);
    if (size > 1 && !reportsItemFailures(mapping, cx)) {
      const at = mapping.lacks('FunctionResponseTypes') ? mapping.at : mapping.keyPlace('FunctionResponseTypes');
      cx.report('whole', at, { data: { mapping: nameInSource(mapping, cx), size } });
    }
  },
});
