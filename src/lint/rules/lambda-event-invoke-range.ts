import { defineRule } from '../../model/rule.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const ranges = {
  MaximumRetryAttempts: { minimum: 0, maximum: 2 },
  MaximumEventAgeInSeconds: { minimum: 60, maximum: 21_600 },
};

export const lambdaEventInvokeRange = defineRule({
  id: 'lambda-event-invoke-range',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Async retry settings out of range',
  description:
    'An asynchronous invocation is tried again at most twice, and an event is kept for 60 seconds to 6 hours (21,600 seconds).',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html',
  fixes: { outside: 'unsafe' },
  messages: { outside: "'{name}' is {value}; it must be an integer from {minimum} to {maximum}." },
  example: {
    in: 'function',
    fails: 'EventInvokeConfig: {MaximumRetryAttempts: ‹5›}',
    passes: 'EventInvokeConfig: {MaximumRetryAttempts: 2}',
  },
  on: ['AWS::Lambda::EventInvokeConfig'],
  check(config, cx) {
    for (const [name, range] of Object.entries(ranges)) {
      checkIntegers(cx, config.numbers(name), range, 'outside', { name });
    }
  },
});
