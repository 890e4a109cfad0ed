import { defineRule } from '../../model/rule.ts';

export const lambdaProvisionedConcurrencyAlias = defineRule({
  id: 'lambda-provisioned-concurrency-alias',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  title: 'Provisioned concurrency needs an alias or version',
  description:
    'Provisioned concurrency belongs to a version or an alias, never to `$LATEST`: on a SAM function it needs `AutoPublishAlias`. At least one execution must be provisioned.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
  supersedes: ['requires-property'],
  messages: {
    noAlias:
      "'ProvisionedConcurrencyConfig' on '{id}' needs 'AutoPublishAlias': concurrency is provisioned for the alias of a version.",
    latest: 'Provisioned concurrency cannot be given to $LATEST; publish a version and let the alias point to it.',
    few: "'ProvisionedConcurrentExecutions' is {value}; it must be at least 1.",
  },
  example: {
    in: 'function',
    fails: '‹ProvisionedConcurrencyConfig›: {ProvisionedConcurrentExecutions: 2}',
    passes: `
AutoPublishAlias: live
ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 2}`,
  },
  on: ['AWS::Serverless::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  reads: ['ProvisionedConcurrencyConfig'],
  check(node, cx) {
    if (node.lacks('ProvisionedConcurrencyConfig')) return;
    const at = node.keyPlace('ProvisionedConcurrencyConfig');
    if (node.type === 'AWS::Serverless::Function' && node.lacks('AutoPublishAlias')) {
      cx.report('noAlias', at, { data: { id: node.id } });
    }
    if (node.strings('FunctionVersion').some(({ value }) => value === '$LATEST')) cx.report('latest', at);
    for (const { value, at: place } of node.numbers(
      'ProvisionedConcurrencyConfig',
      'ProvisionedConcurrentExecutions',
    )) {
      if (value < 1) cx.report('few', place, { data: { value } });
    }
  },
});
