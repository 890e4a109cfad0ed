import { defineRule } from '../../model/rule.ts';
import { environmentNames } from '../facts/functions/environment.ts';

const format = /^[a-zA-Z][a-zA-Z0-9_]+$/;

export const lambdaEnvNameFormat = defineRule({
  id: 'lambda-env-name-format',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid environment variable name',
  description:
    'The name of an environment variable starts with a letter, has letters, digits and underscores only, and at least two of them.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html',
  messages: {
    format: "'{name}' cannot name an environment variable: a letter first, then letters, digits and '_', two at least.",
  },
  example: {
    in: 'function',
    fails: 'Environment: {Variables: {‹table-name›: orders}}',
    passes: 'Environment: {Variables: {TABLE_NAME: orders}}',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['Environment'],
  check(fn, cx) {
    for (const { value: name, at } of environmentNames(fn))
      if (!format.test(name)) cx.report('format', at, { data: { name } });
  },
});
