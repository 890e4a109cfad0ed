import { defineRule } from '../../model/rule.ts';
import { functionLinks } from '../facts/functions/links.ts';
import { largest, possibleNumbers, smallest } from '../facts/templates/possible-numbers.ts';

export const lambdaProvisionedExceedsReserved = defineRule({
  id: 'lambda-provisioned-exceeds-reserved',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Provisioned concurrency exceeds reserved concurrency',
  description:
    'Provisioned concurrency counts against the reserved concurrency of the function, so Lambda refuses to provision more than is reserved. Values that depend on conditions are reported only where they conflict whichever conditions hold.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
  messages: {
    exceeds:
      "{provisioned} executions are provisioned, but 'ReservedConcurrentExecutions' of '{id}' is {reserved}; reserve at least as many.",
  },
  example: {
    in: 'function',
    fails: `
AutoPublishAlias: live
ReservedConcurrentExecutions: 5
ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: ‹10›}`,
    passes: `
AutoPublishAlias: live
ReservedConcurrentExecutions: 20
ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 10}`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['ReservedConcurrentExecutions'],
  check(fn, cx) {
    // Without reserved concurrency the account sets the limit.
    if (fn.lacks('ReservedConcurrentExecutions')) return;
    const reserved = possibleNumbers(fn, cx, 'ReservedConcurrentExecutions', Number.MAX_SAFE_INTEGER);
    if (!reserved) return;
    const most = largest(reserved);
    const least = smallest(reserved);
    const { aliases = [], versions = [] } = functionLinks(cx).get(fn.id) ?? {};
    for (const node of [...aliases, ...versions]) {
      for (const found of node.numbers('ProvisionedConcurrencyConfig', 'ProvisionedConcurrentExecutions')) {
        const isSure = !found.path.includes('Fn::If');
        const limit = found.value > most.value ? most : isSure && found.value > least.value ? least : undefined;
        if (!limit) continue;
        const data = { provisioned: found.value, reserved: limit.value, id: fn.id };
        cx.report('exceeds', found.at, { data, related: [limit.at], logicalId: node.id });
      }
    }
  },
});
