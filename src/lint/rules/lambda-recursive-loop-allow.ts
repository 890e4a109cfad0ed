import { defineRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';

export const lambdaRecursiveLoopAllow = defineRule({
  id: 'lambda-recursive-loop-allow',
  level: 'warning',
  category: 'cost',
  stage: 'expanded',
  title: 'Recursive loop detection disabled',
  description:
    'With `RecursiveLoop: Allow` Lambda does not stop a function that calls itself through a queue, topic or bucket, and the bill runs until somebody notices. Leave it at `Terminate` unless the loop is meant and ends by itself.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionRecursionConfig.html',
  fixes: { allowed: 'unsafe' },
  messages: { allowed: "'RecursiveLoop: Allow' lets an accidental loop run forever; use 'Terminate'." },
  example: {
    in: 'function',
    fails: 'RecursiveLoop: ‹Allow›',
    passes: 'RecursiveLoop: Terminate',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['RecursiveLoop'],
  check(fn, cx) {
    for (const found of fn.strings('RecursiveLoop')) {
      if (found.value === 'Allow') cx.report('allowed', found.at, { fix: replaceLiteral(found, 'Terminate') });
    }
  },
});
