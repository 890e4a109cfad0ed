import { defineRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';

export const cloudfrontRootObject = defineRule({
  id: 'cloudfront-root-object',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Default root object with a slash',
  description:
    '`DefaultRootObject` is the name of an object at the origin, such as `index.html`. With a slash before it CloudFront asks the origin for an object that is not there, and the root of the site answers with an error.',
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html',
  macros: 'silent',
  fixes: { slash: 'safe' },
  messages: { slash: "The default root object is '{found}', which the origin does not have; write '{name}'." },
  example: {
    in: 'resources',
    fails: `
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      DefaultRootObject: ‹/index.html›
      Origins: [{Id: site, DomainName: site.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: site
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
    passes: `
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      DefaultRootObject: index.html
      Origins: [{Id: site, DomainName: site.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: site
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
  },
  on: ['AWS::CloudFront::Distribution'],
  check(distribution, cx) {
    for (const found of distribution.strings('DistributionConfig', 'DefaultRootObject')) {
      if (!found.value.startsWith('/') || found.value === '/') continue;
      const name = found.value.replace(/^\/+/, '');
      cx.report('slash', found.at, { data: { found: found.value, name }, fix: replaceLiteral(found, name) });
    }
  },
});
