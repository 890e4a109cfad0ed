import { defineRule } from '../../model/rule.ts';

export const lambdaReservedConcurrencyZero = defineRule({
  id: 'lambda-reserved-concurrency-zero',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'Reserved concurrency 0 disables the function',
  description:
    'With a reserved concurrency of 0 every invocation is throttled: the function never runs. Remove it, or ignore this rule where the function is meant to be off.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
  messages: {
    zero: "'ReservedConcurrentExecutions' is 0, so every call of '{id}' is throttled; remove it unless the function is meant to be switched off.",
  },
  example: {
    in: 'function',
    fails: 'ReservedConcurrentExecutions: ‹0›',
    passes: 'ReservedConcurrentExecutions: 5',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['ReservedConcurrentExecutions'],
  check(fn, cx) {
    for (const { value, at } of fn.numbers('ReservedConcurrentExecutions')) {
      if (value === 0) cx.report('zero', at, { data: { id: fn.id } });
    }
  },
});
