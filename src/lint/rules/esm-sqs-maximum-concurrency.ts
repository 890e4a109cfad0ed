import { defineRule } from '../../model/rule.ts';
import { sourceKind, sourceNames } from '../facts/events/source.ts';
import { invokedFunction } from '../facts/functions/invoked-function.ts';
import { largest, possibleNumbers } from '../facts/templates/possible-numbers.ts';
import { isIntegerIn } from '../facts/templates/range.ts';

const range = { minimum: 2, maximum: 1000 };

export const esmSqsMaximumConcurrency = defineRule({
  id: 'esm-sqs-maximum-concurrency',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Invalid MaximumConcurrency',
  description:
    '`ScalingConfig` is for SQS only. Its `MaximumConcurrency` is 2 to 1,000 and at most what the function reserves with `ReservedConcurrentExecutions`; it cannot be given together with `ProvisionedPollerConfig`.',
  source:
    'https://docs.aws.amazon.com/lambda/latest/api/API_ScalingConfig.html; https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html',
  messages: {
    source: "'ScalingConfig' is for SQS queues only; '{id}' reads {source}.",
    outside: "'MaximumConcurrency' is {value}; it must be an integer from {minimum} to {maximum}.",
    reserved: "'MaximumConcurrency' is {value}, but the function '{fn}' reserves only {reserved} executions.",
    both: "'ScalingConfig' and 'ProvisionedPollerConfig' cannot be given together.",
  },
  example: {
    in: 'queue-event',
    fails: 'ScalingConfig: {MaximumConcurrency: ‹1›}',
    passes: 'ScalingConfig: {MaximumConcurrency: 2}',
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    if (mapping.lacks('ScalingConfig')) return;
    const kind = sourceKind(mapping, cx);
    if (kind !== undefined && kind !== 'sqs') {
      const data = { id: mapping.id, source: sourceNames[kind] };
      cx.report('source', mapping.keyPlace('ScalingConfig'), { data });
      return;
    }
    if (!mapping.lacks('ProvisionedPollerConfig')) {
      const related = [mapping.keyPlace('ProvisionedPollerConfig')];
      cx.report('both', mapping.keyPlace('ScalingConfig'), { related });
    }
    const numbers = mapping.numbers('ScalingConfig', 'MaximumConcurrency');
    for (const { value, at } of numbers) {
      if (!isIntegerIn(value, range)) cx.report('outside', at, { data: { value, ...range } });
    }
    const fn = invokedFunction(mapping.get('FunctionName'), cx);
    const reserved = fn && possibleNumbers(fn, cx, 'ReservedConcurrentExecutions', Number.MAX_SAFE_INTEGER);
    if (!fn || !reserved) return;
    const most = largest(reserved);
    for (const { value, at } of numbers) {
      if (value <= most.value || value > range.maximum) continue;
      cx.report('reserved', at, { data: { value, fn: fn.id, reserved: most.value }, related: [most.at] });
    }
  },
});
