import { defineRule } from '../../model/rule.ts';
import { sourceKind } from '../facts/events/source.ts';
import { invokedFunction } from '../facts/functions/invoked-function.ts';

/** Lambda starts with five pollers, so it calls the function up to five times at once. */
const pollers = 5;

export const esmSqsReservedConcurrency = defineRule({
  id: 'esm-sqs-reserved-concurrency',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'SQS consumer with reserved concurrency below 5',
  description:
    'Lambda polls a queue with five pollers at the least and does not look at reserved concurrency. What is throttled goes back to the queue and, after `maxReceiveCount` tries, to the dead-letter queue without ever having been worked on. Reserve at least 5, or set `ScalingConfig.MaximumConcurrency` (2 or more) on the mapping.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html',
  messages: {
    low: "'{fn}' reads a queue with a reserved concurrency of {value}; reserve at least 5, or set 'ScalingConfig.MaximumConcurrency' on the mapping.",
  },
  example: {
    in: 'consumer',
    fails: 'ReservedConcurrentExecutions: ‹2›',
    passes: 'ReservedConcurrentExecutions: 10',
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    if (sourceKind(mapping, cx) !== 'sqs' || !mapping.lacks('ScalingConfig')) return;
    const fn = invokedFunction(mapping.get('FunctionName'), cx);
    for (const { value, at } of fn?.numbers('ReservedConcurrentExecutions') ?? []) {
      if (value <= 0 || value >= pollers) continue;
      cx.report('low', at, { data: { fn: fn!.id, value }, related: [mapping.at], logicalId: fn!.id });
    }
  },
});
