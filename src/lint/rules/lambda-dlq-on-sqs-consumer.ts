import { defineRule } from '../../model/rule.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { functionLinks } from '../facts/functions/links.ts';

export const lambdaDlqOnSqsConsumer = defineRule({
  id: 'lambda-dlq-on-sqs-consumer',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'DLQ on the function does nothing for SQS sources',
  description:
    "A function's dead-letter queue takes failed asynchronous invocations. Messages from an SQS mapping are synchronous: they go back to their queue, so the dead-letter queue belongs into that queue's `RedrivePolicy`.",
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  messages: {
    useless:
      "'{id}' is only invoked from SQS, where its dead-letter queue does nothing; set 'RedrivePolicy' on the source queue.",
  },
  example: {
    in: 'consumer',
    fails: '‹DeadLetterQueue›: {Type: SQS, TargetArn: !ImportValue dead}',
    passes: '',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['DeadLetterConfig'],
  check(fn, cx) {
    if (fn.lacks('DeadLetterConfig')) return;
    const links = functionLinks(cx).get(fn.id);
    if (!links || links.mappings.length === 0 || links.permissions.length + links.schedules.length > 0) return;
    const queues = links.mappings.map((mapping) => mapping.get('EventSourceArn'));
    const fromQueue = queues.every(
      (arn) => cx.target(arn)?.type === 'AWS::SQS::Queue' || arnParts(arn, cx)?.service === 'sqs',
    );
    if (!fromQueue) return;
    const related = queues.map((arn) => cx.target(arn)?.at);
    cx.report('useless', fn.keyPlace('DeadLetterConfig'), { data: { id: fn.id }, related });
  },
});
