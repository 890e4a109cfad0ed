import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { functionBehind, functionLinks } from '../facts/functions/links.ts';
import { appliesSnapStart } from '../facts/functions/snapstart.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

export const lambdaSnapstartNeedsVersion = defineRule({
  id: 'lambda-snapstart-needs-version',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'SnapStart has no published version',
  description:
    'SnapStart works on published versions only, never on `$LATEST`. Without `AutoPublishAlias` (SAM) or an `AWS::Lambda::Version` of the function nothing is published, and SnapStart has no effect.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html (cfn-lint W2530)',
  messages: {
    sam: "SnapStart has no effect: no version of '{id}' is published. Set 'AutoPublishAlias'.",
    plain: "SnapStart has no effect: no version of '{id}' is published. Add an AWS::Lambda::Version and call that.",
  },
  example: {
    in: 'packed-function',
    fails: `
Runtime: python3.13
SnapStart: {ApplyOn: ‹PublishedVersions›}`,
    passes: `
Runtime: python3.13
SnapStart: {ApplyOn: PublishedVersions}
AutoPublishAlias: live`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['SnapStart'],
  check(fn, cx) {
    const snapStart = appliesSnapStart(fn);
    if (!snapStart || isPublished(fn, cx)) return;
    const isSam = cx.written(fn.id)?.type === 'AWS::Serverless::Function';
    cx.report(isSam ? 'sam' : 'plain', snapStart.at, { data: { id: fn.id } });
  },
});

/** An alias of a version shows that versions are published, be it elsewhere. */
const isPublished = (fn: ResourceNode, cx: RuleContext): boolean => {
  const { versions = [], aliases = [] } = functionLinks(cx).get(fn.id) ?? {};
  return (
    versions.length > 0 ||
    aliases.some((alias) => alias.all('FunctionVersion').some(({ value }) => cx.resolve(value) !== '$LATEST')) ||
    hasVersionOfUnknown(cx)
  );
};

/** Whether some version names its function in a way that may mean any. */
const hasVersionOfUnknown = oncePerTemplate((cx) =>
  cx
    .resources('AWS::Lambda::Version')
    .some((version) => version.all('FunctionName').some(({ value }) => !functionBehind(cx, cx.target(value)))),
);
