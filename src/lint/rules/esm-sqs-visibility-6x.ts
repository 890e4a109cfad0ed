import { greatestOf } from '../../model/lists.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { queueConsumers } from '../facts/events/queue-consumers.ts';
import { recommendedVisibility, shortfalls, visibilityFix } from '../facts/events/visibility-timeout.ts';

const factor = 6;

export const esmSqsVisibility6x = defineTemplateRule({
  id: 'esm-sqs-visibility-6x',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  needs: ['AWS::Lambda::EventSourceMapping'],
  title: 'Queue visibility timeout below 6x function timeout',
  description:
    'AWS recommends a visibility timeout of at least six times the timeout of the function, plus the batching window of the mapping, so that Lambda has time to try again when the function is throttled. A visibility timeout below the function timeout itself is an error of its own; queues that SAM generates are not reported, since they have no settings.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  fixes: { short: 'unsafe', window: 'unsafe' },
  messages: {
    short:
      "The queue '{queue}' hides a message for {visibility} s; for its consumer '{fn}' with a timeout of {timeout} s at least {recommended} s are recommended (6 x 'Timeout').",
    window:
      "The queue '{queue}' hides a message for {visibility} s; for its consumer '{fn}' with a timeout of {timeout} s at least {recommended} s are recommended (6 x 'Timeout' and the batching window of {window} s).",
  },
  example: {
    in: 'consumed-queue',
    fails:
      'Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: ‹20›, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}',
    passes:
      'Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}',
  },
  check(cx) {
    for (const [queue, consumers] of queueConsumers(cx)) {
      if (!cx.written(queue.id) || shortfalls(queue, consumers, cx, 1).length > 0) continue;
      for (const shortfall of shortfalls(queue, consumers, cx, factor)) {
        const { visibility, timeout, fn, mapping } = shortfall;
        const window = greatestOf([0, ...mapping.numbers('MaximumBatchingWindowInSeconds').map(({ value }) => value)]);
        const recommended = recommendedVisibility(timeout.value, window);
        cx.report(window > 0 ? 'window' : 'short', visibility.at ?? queue.at, {
          data: {
            queue: queue.id,
            visibility: visibility.value,
            fn: fn.id,
            timeout: timeout.value,
            recommended,
            window,
          },
          related: [timeout.at ?? fn.at, mapping.at],
          fix: visibilityFix(queue, shortfall, recommended),
          logicalId: queue.id,
        });
      }
    }
  },
});
