import { defineRule } from '../../model/rule.ts';

const format = /^[a-zA-Z0-9-_]+$/;
const maximum = 64;

export const lambdaFunctionName = defineRule({
  id: 'lambda-function-name',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Invalid function name',
  description: 'A function name has 1 to 64 letters, digits, hyphens and underscores.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
  messages: {
    format: "The function name '{name}' may only have letters, digits, '-' and '_'.",
    length: "The function name '{name}' has {length} characters; at most {maximum} are allowed.",
  },
  example: {
    in: 'function',
    fails: 'FunctionName: ‹place order›',
    passes: 'FunctionName: place-order',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['FunctionName'],
  check(fn, cx) {
    for (const { value: name, at } of fn.strings('FunctionName')) {
      if (name.includes('{{resolve:')) continue;
      if (!format.test(name)) cx.report('format', at, { data: { name } });
      else if (name.length > maximum) cx.report('length', at, { data: { name, length: name.length, maximum } });
    }
  },
});
