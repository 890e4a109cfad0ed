import { isDynamicReference } from '../../model/dynamic-reference.ts';
import { defineRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { queueConsumers } from '../facts/events/queue-consumers.ts';
import { isIntegerIn } from '../facts/templates/range.ts';
import { scalarNumber } from '../facts/texts/scalar.ts';

const range = { minimum: 1, maximum: 1000 };
/** Fewer tries send messages away that were only throttled. */
const recommended = 5;

export const esmSqsMaxReceiveCount = defineRule({
  id: 'esm-sqs-max-receive-count',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'maxReceiveCount too low for a Lambda source',
  description:
    'Throttling counts as a receive: with a `maxReceiveCount` below 5 messages of a queue that a function reads reach the dead-letter queue before anything was wrong with them. SQS itself takes 1 to 1,000.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  fixes: { low: 'unsafe', outside: 'unsafe' },
  messages: {
    low: "'maxReceiveCount' is {value}; for a queue that a function reads at least {recommended} are recommended.",
    outside: "'maxReceiveCount' is {value}; it must be an integer from {minimum} to {maximum}.",
  },
  example: {
    in: 'consumed-queue',
    fails:
      'Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: ‹1›}}}',
    passes:
      'Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}',
  },
  on: ['AWS::SQS::Queue'],
  check(queue, cx) {
    for (const { value, at } of queue.strings('RedrivePolicy', 'maxReceiveCount')) {
      if (scalarNumber(value) !== undefined || isDynamicReference(value)) continue;
      cx.report('outside', at, { data: { value: `'${value}'`, ...range }, level: 'error' });
    }
    for (const found of queue.numbers('RedrivePolicy', 'maxReceiveCount')) {
      const { value, at } = found;
      if (!isIntegerIn(value, range)) {
        const nearest = value > range.maximum ? range.maximum : recommended;
        const fix = replaceLiteral(found, nearest);
        cx.report('outside', at, { data: { value, ...range }, level: 'error', fix });
      } else if (value < recommended && queueConsumers(cx).has(queue)) {
        const related = queueConsumers(cx)
          .get(queue)!
          .map(({ mapping }) => mapping.at);
        const fix = replaceLiteral(found, recommended);
        cx.report('low', at, { data: { value, recommended }, related, fix });
      }
    }
  },
});
