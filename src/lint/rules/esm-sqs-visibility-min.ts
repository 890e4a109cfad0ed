import { defineTemplateRule } from '../../model/rule.ts';
import { queueConsumers } from '../facts/events/queue-consumers.ts';
import { recommendedVisibility, shortfalls, visibilityFix } from '../facts/events/visibility-timeout.ts';

export const esmSqsVisibilityMin = defineTemplateRule({
  id: 'esm-sqs-visibility-min',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Lambda::EventSourceMapping'],
  title: 'Queue visibility timeout below function timeout',
  description:
    'Lambda refuses a mapping when the visibility timeout of the queue (30 seconds unless set) is shorter than the timeout of the function (3 seconds unless set): messages would come back while they are still being worked on. AWS recommends six times the function timeout. A queue that SAM generates has no settings, so there the timeout of the function has to give way.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html; cfn-lint E3505',
  fixes: { short: 'unsafe' },
  messages: {
    short:
      "The queue '{queue}' hides a message for {visibility} s, less than the {timeout} s that its consumer '{fn}' may run; set 'VisibilityTimeout' to {recommended}.",
    generated:
      "'{fn}' may run for {timeout} s, but the generated queue '{queue}' hides a message for only {visibility} s; lower 'Timeout' or give a queue of your own.",
  },
  example: {
    in: 'consumed-queue',
    fails:
      'Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: ‹5›, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}',
    passes:
      'Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}',
  },
  check(cx) {
    for (const [queue, consumers] of queueConsumers(cx)) {
      for (const shortfall of shortfalls(queue, consumers, cx, 1)) {
        const { visibility, timeout, fn, mapping } = shortfall;
        const data = { queue: queue.id, visibility: visibility.value, fn: fn.id, timeout: timeout.value };
        if (!cx.written(queue.id)) {
          cx.report('generated', timeout.at ?? fn.at, { data, related: [mapping.at], logicalId: fn.id });
          continue;
        }
        const recommended = recommendedVisibility(timeout.value, 0);
        cx.report('short', visibility.at ?? queue.at, {
          data: { ...data, recommended },
          related: [timeout.at ?? fn.at, mapping.at],
          fix: visibilityFix(queue, shortfall, recommended),
          logicalId: queue.id,
        });
      }
    }
  },
});
