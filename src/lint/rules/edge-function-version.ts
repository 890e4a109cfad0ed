import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { type EdgeAssociation, edgeAssociations } from '../facts/functions/edge-associations.ts';
import { attributeOf } from '../facts/templates/attribute.ts';
import { gap, partialText } from '../facts/texts/partial-text.ts';

const home = 'us-east-1';

export const edgeFunctionVersion = defineTemplateRule({
  id: 'edge-function-version',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::CloudFront::Distribution'],
  title: 'Lambda@Edge association must use a numbered version',
  description:
    'CloudFront takes the ARN of a published version: `!Ref` of an `AWS::Lambda::Version`, or with SAM `!Ref Fn.Version` beside `AutoPublishAlias`. It refuses `$LATEST`, aliases and ARNs without a version. The function must be in us-east-1; another region of the ARN or of the deployment is a warning.',
  source:
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  messages: {
    unversioned: "'LambdaFunctionARN' is {found}; CloudFront needs the ARN of a numbered version.",
    region: 'This function is in {region}; functions of CloudFront must be in us-east-1.',
  },
  example: {
    in: 'edge-association',
    fails: '‹!GetAtt Edge.Arn›',
    passes: '!Ref Edge.Version',
  },
  check(cx) {
    for (const association of edgeAssociations(cx)) {
      const { arn, distribution, fn } = association;
      const more = { logicalId: distribution.id, related: [fn?.at] };
      const found = wrongReference(association, cx);
      if (found !== undefined) cx.report('unversioned', arn.at, { data: { found }, ...more });
      const region = fn ? cx.region : arnParts(arn.value, cx)?.region;
      if (region !== undefined && region !== home) {
        cx.report('region', arn.at, { data: { region }, level: 'warning', ...more });
      }
    }
  },
});

/** What stands there instead of the ARN of a version, where that can be told. */
const wrongReference = ({ arn: { value } }: EdgeAssociation, cx: RuleContext): string | undefined => {
  const target = cx.target(value);
  if (target?.type === 'AWS::Lambda::Function') return `the function '${target.id}' without a version`;
  if (target?.type === 'AWS::Lambda::Alias') return `the alias '${target.id}'`;
  if (target?.type === 'AWS::Lambda::Version') {
    return attributeOf(value) === 'Version' ? `only the number of the version '${target.id}'` : undefined;
  }
  const text = partialText(value, cx);
  const match = text === undefined ? null : /(?:^\0|:function:[^:]+)(?::([^:]*))?$/.exec(text);
  if (!match || text === gap) return undefined;
  const qualifier = match[1];
  if (qualifier === undefined) return 'an ARN without a version';
  return /^\d+$/.test(qualifier) || qualifier.includes(gap) ? undefined : `the ARN of '${qualifier}'`;
};
