import { defineTemplateRule, type Found } from '../../model/rule.ts';
import { largest, smallest } from '../facts/templates/possible-numbers.ts';

/** Lambda keeps this much of an account's concurrency for functions without a reservation. */
const unreserved = 100;

export const lambdaReservedConcurrencyAccount = defineTemplateRule({
  id: 'lambda-reserved-concurrency-account',
  level: 'warning',
  category: 'limits',
  stage: 'expanded',
  needs: ['AWS::Lambda::Function'],
  title: 'Reserved concurrency exceeds the default account pool',
  description:
    'The reserved concurrency of all functions of an account and Region may not exceed the account limit less 100. The limit is 1,000 unless it was raised: set it with `accountConcurrency`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html',
  options: { accountConcurrency: { default: 1000, doc: "The account's concurrency limit in the Region." } },
  messages: {
    over: 'The functions of this template reserve {sum} concurrent executions; an account with a limit of {limit} has {available} to give. Reserve less, or set the option accountConcurrency if the limit was raised.',
  },
  example: {
    in: 'function',
    fails: 'ReservedConcurrentExecutions: ‹950›',
    passes: 'ReservedConcurrentExecutions: 100',
  },
  check(cx) {
    const limit = cx.option<number>('accountConcurrency');
    const reserved: Found<number>[] = [];
    for (const fn of cx.resources('AWS::Lambda::Function')) {
      const values = fn.numbers('ReservedConcurrentExecutions');
      if (values.length > 0) reserved.push(smallest(values));
    }
    const sum = reserved.reduce((total, { value }) => total + value, 0);
    if (sum <= limit - unreserved) return;
    const most = largest(reserved);
    cx.report('over', most.at, {
      data: { sum, limit, available: limit - unreserved },
      related: reserved.filter((each) => each !== most).map(({ at }) => at),
    });
  },
});
