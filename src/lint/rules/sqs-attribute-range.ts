import { defineRule } from '../../model/rule.ts';
import { checkIntegers, type Range } from '../facts/templates/range.ts';

const ranges: readonly (readonly [string, Range])[] = [
  ['DelaySeconds', { minimum: 0, maximum: 900 }],
  ['MaximumMessageSize', { minimum: 1024, maximum: 1_048_576 }],
  ['MessageRetentionPeriod', { minimum: 60, maximum: 1_209_600 }],
  ['ReceiveMessageWaitTimeSeconds', { minimum: 0, maximum: 20 }],
  ['VisibilityTimeout', { minimum: 0, maximum: 43_200 }],
  ['KmsDataKeyReusePeriodSeconds', { minimum: 60, maximum: 86_400 }],
];

export const sqsAttributeRange = defineRule({
  id: 'sqs-attribute-range',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'SQS attribute out of range',
  description: `SQS refuses a queue with an attribute outside of its range: ${ranges
    .map(([name, { minimum, maximum }]) => `\`${name}\` ${minimum} to ${maximum}`)
    .join(', ')}.`,
  source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
  fixes: { outside: 'unsafe' },
  messages: { outside: "'{name}' is {value}; it must be an integer from {minimum} to {maximum}." },
  example: {
    in: 'resources',
    fails: 'Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: ‹50000›}}',
    passes: 'Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 43200}}',
  },
  on: ['AWS::SQS::Queue'],
  check(queue, cx) {
    for (const [name, range] of ranges) checkIntegers(cx, queue.numbers(name), range, 'outside', { name });
  },
});
