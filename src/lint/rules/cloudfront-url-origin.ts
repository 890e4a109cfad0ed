import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isList, type Json } from '../../model/tree.ts';
import { entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { scalarText } from '../facts/texts/scalar.ts';

/** Where the host of a URL stands among the parts between its slashes. */
const host = '2';
const attribute = 'FunctionUrl';

export const cloudfrontUrlOrigin = defineRule({
  id: 'cloudfront-url-origin',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Function URL that does not fit as the origin of a distribution',
  description:
    "The host of a function URL (`https://….on.aws/`) is the third part between its slashes: `!Select [2, !Split ['/', …]]`; other parts are `https:` or empty, and CloudFront refuses them. An origin access control for it has the type `lambda`; one of another type is a warning: CloudFront signs requests for another service, and the URL answers 403.",
  source:
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
  messages: {
    part: "Part {index} of a function URL is {found}; its host is part 2: '!Select [2, !Split [/, !GetAtt {url}.FunctionUrl]]'.",
    control:
      "'{control}' is an origin access control of the type '{type}', but this origin is a function URL; it needs the type 'lambda'.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    FunctionUrlConfig: {AuthType: AWS_IAM}
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: app
          DomainName: ‹!Select [1, !Split ['/', !GetAtt OrdersUrl.FunctionUrl]]›
          CustomOriginConfig: {OriginProtocolPolicy: https-only}
      DefaultCacheBehavior:
        TargetOriginId: app
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    FunctionUrlConfig: {AuthType: AWS_IAM}
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: app
          DomainName: !Select [2, !Split ['/', !GetAtt OrdersUrl.FunctionUrl]]
          CustomOriginConfig: {OriginProtocolPolicy: https-only}
      DefaultCacheBehavior:
        TargetOriginId: app
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6`,
  },
  on: ['AWS::CloudFront::Distribution'],
  check(distribution, cx) {
    for (const { value: origin, at } of distribution.all('DistributionConfig', 'Origins', '*')) {
      if (!isPlainMap(origin)) continue;
      for (const domain of entryChoices(origin, 'DomainName', at)) {
        const part = urlPart(domain.value, cx);
        if (!part) continue;
        const { index, url } = part;
        if (index !== undefined && index !== host) {
          const found = index === '0' ? "'https:'" : 'empty';
          cx.report('part', domain.at, { data: { index, found, url: url.id }, related: [url.at] });
        }
        for (const control of entryChoices(origin, 'OriginAccessControlId', at)) checkControl(control, cx);
      }
    }
  },
});

/** A part between the slashes of a function URL of the template: which one, and whose. */
const urlPart = (
  value: Json,
  cx: RuleContext,
): { readonly index: string | undefined; readonly url: ResourceNode } | undefined => {
  const select = get(value, 'Fn::Select');
  const split = isList(select) ? get(select[1], 'Fn::Split') : undefined;
  if (!isList(select) || !isList(split) || split[0] !== '/') return undefined;
  const url = cx.target(split[1]);
  const named = get(split[1], 'Fn::GetAtt');
  const isUrl = isList(named) ? named[1] === attribute : typeof named === 'string' && named.endsWith(`.${attribute}`);
  return url?.type === 'AWS::Lambda::Url' && isUrl ? { index: scalarText(cx.resolve(select[0])), url } : undefined;
};

const checkControl = ({ value, at }: ReturnType<typeof entryChoices>[number], cx: RuleContext): void => {
  const control = cx.target(value);
  if (control?.type !== 'AWS::CloudFront::OriginAccessControl') return;
  const place = ['OriginAccessControlConfig', 'OriginAccessControlOriginType'];
  for (const { value: type, at: typeAt } of control.strings(...place)) {
    if (type === 'lambda') continue;
    cx.report('control', at, { data: { control: control.id, type }, related: [typeAt], level: 'warning' });
  }
};
