import { defineRule } from '../../model/rule.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const minimum = 1;
const maximum = 900;
/** Managed Instances run longer when invoked asynchronously or by a mapping. */
const managedMaximum = 5400;

export const lambdaTimeoutRange = defineRule({
  id: 'lambda-timeout-range',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Function timeout outside 1-900 s',
  description:
    'A function may run for 1 to 900 seconds (15 minutes). On a capacity provider the newest documentation allows up to 5,400 seconds for asynchronous calls, which is a warning here. For longer work use Step Functions or ECS.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  fixes: { outside: 'unsafe' },
  messages: {
    outside: "'Timeout' is {value}; it must be an integer from {minimum} to {maximum} seconds.",
    managed: "'Timeout' is {value}; above {maximum} seconds only asynchronous calls on Managed Instances may run.",
  },
  example: {
    in: 'function',
    fails: 'Timeout: ‹1200›',
    passes: 'Timeout: 900',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['CapacityProviderConfig', 'Timeout'],
  check(fn, cx) {
    const managed = !fn.lacks('CapacityProviderConfig');
    for (const found of fn.numbers('Timeout')) {
      const { value, at } = found;
      if (managed && Number.isInteger(value) && value > maximum && value <= managedMaximum) {
        cx.report('managed', at, { data: { value, maximum }, level: 'warning' });
      } else checkIntegers(cx, [found], { minimum, maximum }, 'outside');
    }
  },
});
