import { defineRule } from '../../model/rule.ts';
import { environmentNames } from '../facts/functions/environment.ts';

/** Set by Lambda itself and refused from outside. */
const reserved = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);

export const lambdaEnvReservedName = defineRule({
  id: 'lambda-env-reserved-name',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Reserved environment variable name',
  description:
    'Lambda sets these environment variables itself and refuses a function that sets them. Choose another name.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html (cfn-lint E3663)',
  messages: { reserved: "'{name}' is an environment variable that Lambda sets itself; choose another name." },
  example: {
    in: 'function',
    fails: 'Environment: {Variables: {‹AWS_REGION›: eu-west-1}}',
    passes: 'Environment: {Variables: {SHOP_REGION: eu-west-1}}',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['Environment'],
  check(fn, cx) {
    for (const { value: name, at } of environmentNames(fn)) {
      if (reserved.has(name)) cx.report('reserved', at, { data: { name } });
    }
  },
});
