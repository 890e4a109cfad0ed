import { defineRule, type Found, type RuleContext } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { runtimes } from '../facts/functions/runtimes.ts';

export const lambdaRuntimeDeprecated = defineRule({
  id: 'lambda-runtime-deprecated',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  title: 'Deprecated Lambda runtime',
  description:
    'A runtime gets no security updates after its deprecation date (a warning). After the next dates no function with it can be created, and then none updated (errors). The date is that of the run, or `--date`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html (cfn-lint W2531, E2531, E2533)',
  fixes: { deprecated: 'unsafe', noCreate: 'unsafe', noUpdate: 'unsafe' },
  messages: {
    deprecated: '{runtime} is deprecated since {date}.{successor}',
    noCreate: '{runtime} cannot be used for new functions since {date}.{successor}',
    noUpdate: 'Functions with {runtime} can neither be created nor updated since {date}.{successor}',
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: ‹nodejs18.x›, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}`,
  },
  on: ['AWS::Lambda::Function', 'AWS::Lambda::LayerVersion'],
  check(node, cx) {
    if (node.type === 'AWS::Lambda::Function')
      for (const found of node.strings('Runtime')) checkRuntime(cx, found, true);
    else for (const found of node.strings('CompatibleRuntimes', '*')) checkRuntime(cx, found, false);
  },
});

const checkRuntime = (cx: RuleContext, found: Found<string>, blocks: boolean): void => {
  const dates = runtimes.get(found.value);
  if (!dates) return;
  const past = (date: string | null): date is string => date !== null && cx.today >= date;
  const { successor, deprecated } = dates;
  const [messageId, date] = past(dates['update-block'])
    ? ['noUpdate', dates['update-block']]
    : past(dates['create-block'])
      ? ['noCreate', dates['create-block']]
      : ['deprecated', deprecated];
  if (!past(date)) return;
  const data = { runtime: found.value, date, successor: successor === null ? '' : ` Use ${successor}.` };
  const fix = successor === null || !blocks ? undefined : replaceLiteral(found, successor);
  cx.report(blocks ? messageId : 'deprecated', found.at, {
    data: blocks ? data : { ...data, date: deprecated },
    fix,
    ...(blocks && messageId !== 'deprecated' ? { level: 'error' as const } : {}),
  });
};
