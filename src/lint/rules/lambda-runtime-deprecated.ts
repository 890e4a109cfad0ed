import { defineRule, type Found, type RuleContext } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { runtimes } from '../facts/functions/runtimes.ts';
import { canMoveTo } from '../facts/functions/upgrade.ts';

export const lambdaRuntimeDeprecated = defineRule({
  id: 'lambda-runtime-deprecated',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  title: 'Deprecated Lambda runtime',
  description:
    'A runtime gets no security updates after its deprecation date (a warning). After the next dates no function with it can be created, and then none updated (errors). The date is that of the run, or `--date`. The fix names the successor, which code may have to be changed for: Node.js 24 calls no handler with a callback, Node.js 18 and later bring no `aws-sdk` of version 2. It is not offered where a layer of the template is not declared for the successor, or inline code imports what that lacks.',
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
  const isOffered =
    blocks &&
    successor !== null &&
    !past(runtimes.get(successor)?.deprecated ?? null) &&
    canMoveTo(found.at, successor, cx);
  const fix = isOffered ? replaceLiteral(found, successor) : undefined;
  cx.report(blocks ? messageId : 'deprecated', found.at, {
    data: blocks ? data : { ...data, date: deprecated },
    fix,
    ...(blocks && messageId !== 'deprecated' ? { level: 'error' as const } : {}),
  });
};
