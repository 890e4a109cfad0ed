import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';

const home = 'us-east-1';
type Scope = 'CLOUDFRONT' | 'REGIONAL';

/** What has a scope. */
const scoped = ['AWS::WAFv2::IPSet', 'AWS::WAFv2::RegexPatternSet', 'AWS::WAFv2::RuleGroup', 'AWS::WAFv2::WebACL'];

export const wafv2Scope = defineTemplateRule({
  id: 'wafv2-scope',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::CloudFront::Distribution', 'AWS::WAFv2::WebACLAssociation', ...scoped],
  title: 'Web ACL of the wrong scope',
  description:
    'A web ACL protects either distributions of CloudFront (`Scope: CLOUDFRONT`) or resources of a Region (`Scope: REGIONAL`). A distribution takes one of CloudFront as its `WebACLId`, an association takes a regional one of the same Region, and WAF makes those of CloudFront in us-east-1 only; China and GovCloud have none.',
  source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html',
  macros: 'silent',
  messages: {
    distribution: "A distribution takes a web ACL with 'Scope: CLOUDFRONT'; this one is regional.",
    association:
      "An association takes a web ACL with 'Scope: REGIONAL'; one of CloudFront is named in the distribution.",
    classic: 'A distribution takes a web ACL of the global AWS WAF Classic (AWS::WAF::WebACL); this one is regional.',
    partition: "{region} has no web ACLs for CloudFront: write 'Scope: REGIONAL'.",
    region: "'Scope: CLOUDFRONT' is for stacks in us-east-1 only; this stack is in {region}.",
  },
  example: {
    in: 'resources',
    fails: `
Guard:
  Type: AWS::WAFv2::WebACL
  Properties:
    Scope: REGIONAL
    DefaultAction: {Allow: {}}
    VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: guard, SampledRequestsEnabled: true}
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      WebACLId: ‹!GetAtt Guard.Arn›
      Origins: [{Id: site, DomainName: site.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: site
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
    passes: `
Guard:
  Type: AWS::WAFv2::WebACL
  Properties:
    Scope: CLOUDFRONT
    DefaultAction: {Allow: {}}
    VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: guard, SampledRequestsEnabled: true}
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      WebACLId: !GetAtt Guard.Arn
      Origins: [{Id: site, DomainName: site.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: site
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
  },
  check(cx) {
    for (const node of cx.resources('AWS::CloudFront::Distribution')) {
      for (const { value, at } of node.all('DistributionConfig', 'WebACLId')) {
        const logicalId = node.id;
        if (scopeOf(value, cx) === 'REGIONAL') cx.report('distribution', at, { logicalId });
        if (cx.target(value)?.type === 'AWS::WAFRegional::WebACL') cx.report('classic', at, { logicalId });
      }
    }
    for (const node of cx.resources('AWS::WAFv2::WebACLAssociation')) {
      for (const { value, at } of node.all('WebACLArn')) {
        if (scopeOf(value, cx) === 'CLOUDFRONT') cx.report('association', at, { logicalId: node.id });
      }
    }
    const messageId = cx.region === home ? undefined : misplaced.get(cx.partition);
    for (const node of cx.resources(...scoped)) {
      if (messageId === undefined) continue;
      for (const { value, at } of node.strings('Scope')) {
        if (value === 'CLOUDFRONT') cx.report(messageId, at, { data: { region: cx.region }, logicalId: node.id });
      }
    }
  },
});

/** What is wrong with something for CloudFront outside of us-east-1, by partition; undefined where that is not known. */
const misplaced: ReadonlyMap<string, string> = new Map([
  ['aws', 'region'],
  // Source: https://docs.amazonaws.cn/en_us/aws/latest/userguide/waf.html, "at a regional level only"
  ['aws-cn', 'partition'],
  ['aws-us-gov', 'partition'],
]);

/** What the web ACL is for that a value names; undefined where that is not known. */
const scopeOf = (value: Json, cx: RuleContext): Scope | undefined => {
  const acl = cx.target(value);
  if (acl) return acl.type === 'AWS::WAFv2::WebACL' ? ownScope(acl) : undefined;
  const { service, resource } = arnParts(value, cx) ?? {};
  if (service !== 'wafv2' || resource === undefined) return undefined;
  return resource.startsWith('regional/') ? 'REGIONAL' : resource.startsWith('global/') ? 'CLOUDFRONT' : undefined;
};

const ownScope = (acl: ResourceNode): Scope | undefined => {
  const scopes = acl.strings('Scope');
  return scopes.length === 1 ? (scopes[0]!.value as Scope) : undefined;
};
