import { defineRule } from '../../model/rule.ts';

const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** Whether a text is a domain name in lower case; its first part may be an asterisk. */
const isAlias = (text: string): boolean => {
  const labels = text.split('.');
  const named = labels[0] === '*' ? labels.slice(1) : labels;
  return named.length >= 2 && named.every((part) => label.test(part)) && /^[a-z][a-z0-9-]+$/.test(named.at(-1)!);
};

export const cloudfrontAliasName = defineRule({
  id: 'cloudfront-alias-name',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Alias of a distribution that is no domain name',
  description:
    'The aliases of a distribution are domain names in lower case, such as `www.example.com`; an asterisk is allowed only as the whole first part.',
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  macros: 'silent',
  messages: { wrong: "'{alias}' is no domain name in lower case, such as www.example.com or *.example.com." },
  example: {
    in: 'resources',
    fails: `
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Aliases: [‹www.*.example.com›]
      Origins: [{Id: site, DomainName: site.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: site
        ViewerProtocolPolicy: https-only
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
    passes: `
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Aliases: ['*.example.com']
      Origins: [{Id: site, DomainName: site.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: site
        ViewerProtocolPolicy: https-only
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
  },
  on: ['AWS::CloudFront::Distribution'],
  check(distribution, cx) {
    for (const { value, at } of distribution.strings('DistributionConfig', 'Aliases', '*')) {
      if (value !== '' && !/\$\{|\{\{/.test(value) && !isAlias(value))
        cx.report('wrong', at, { data: { alias: value } });
    }
  },
});
