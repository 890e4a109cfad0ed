import { defineRule } from '../../model/rule.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const minimum = 128;
const maximum = 10_240;
const managedMaximum = 32_768;

export const lambdaMemoryRange = defineRule({
  id: 'lambda-memory-range',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Function memory outside 128-10,240 MB',
  description:
    'A function has 128 to 10,240 MB of memory, in steps of 1 MB; on Managed Instances (with `CapacityProviderConfig`) up to 32,768 MB.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  fixes: { outside: 'unsafe' },
  messages: { outside: "'MemorySize' is {value}; it must be an integer from {minimum} to {maximum} MB." },
  example: {
    in: 'function',
    fails: 'MemorySize: ‹64›',
    passes: 'MemorySize: 128',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['CapacityProviderConfig', 'MemorySize'],
  check(fn, cx) {
    const range = { minimum, maximum: fn.lacks('CapacityProviderConfig') ? maximum : managedMaximum };
    checkIntegers(cx, fn.numbers('MemorySize'), range, 'outside');
  },
});
