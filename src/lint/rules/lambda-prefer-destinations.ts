import { defineRule } from '../../model/rule.ts';
import { functionLinks } from '../facts/functions/links.ts';

export const lambdaPreferDestinations = defineRule({
  id: 'lambda-prefer-destinations',
  level: 'info',
  category: 'style',
  stage: 'expanded',
  title: 'Prefer OnFailure destination to DLQ',
  description:
    'A failure destination gets the event together with the error and the stack trace, a dead-letter queue only the event; it can also be a function, an event bus or a bucket. Use `EventInvokeConfig.DestinationConfig.OnFailure`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  strict: ['prefer'],
  messages: { prefer: "'{id}' has a dead-letter queue; an OnFailure destination also gets the error." },
  example: {
    in: 'function',
    fails: '‹DeadLetterQueue›: {Type: SQS, TargetArn: !ImportValue dead}',
    passes: 'EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: !ImportValue dead}}}',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['DeadLetterConfig'],
  check(fn, cx) {
    if (fn.lacks('DeadLetterConfig')) return;
    const configs = functionLinks(cx).get(fn.id)?.invokeConfigs ?? [];
    if (configs.some((config) => !config.lacks('DestinationConfig', 'OnFailure'))) return;
    cx.report('prefer', fn.keyPlace('DeadLetterConfig'), { data: { id: fn.id } });
  },
});
