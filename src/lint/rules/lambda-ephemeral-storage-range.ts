import { defineRule } from '../../model/rule.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const range = { minimum: 512, maximum: 10_240 };

export const lambdaEphemeralStorageRange = defineRule({
  id: 'lambda-ephemeral-storage-range',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: '/tmp size outside 512-10,240 MB',
  description: 'The `/tmp` folder of a function has 512 to 10,240 MB, in steps of 1 MB.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  fixes: { outside: 'unsafe' },
  messages: { outside: "'EphemeralStorage.Size' is {value}; it must be an integer from {minimum} to {maximum} MB." },
  example: {
    in: 'function',
    fails: 'EphemeralStorage: {Size: ‹256›}',
    passes: 'EphemeralStorage: {Size: 512}',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['EphemeralStorage'],
  check(fn, cx) {
    checkIntegers(cx, fn.numbers('EphemeralStorage', 'Size'), range, 'outside');
  },
});
