import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { listed } from '../facts/texts/names.ts';

const config = 'DistributionConfig';
const behaviours = [
  [config, 'DefaultCacheBehavior', 'TargetOriginId'],
  [config, 'CacheBehaviors', '*', 'TargetOriginId'],
];
const targets = [
  [config, 'Origins', '*', 'Id'],
  [config, 'OriginGroups', 'Items', '*', 'Id'],
];

export const cloudfrontOriginId = defineRule({
  id: 'cloudfront-origin-id',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Cache behavior of an origin that the distribution does not have',
  description:
    'The `TargetOriginId` of each cache behavior is the `Id` of an origin or of an origin group of the same distribution; CloudFront refuses any other. Checked are distributions whose IDs are all known before the deployment.',
  source: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DefaultCacheBehavior.html',
  macros: 'silent',
  messages: {
    unknown: "The distribution has no origin '{id}'.{near} Its origins are: {known}.",
  },
  example: {
    in: 'resources',
    fails: `
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins: [{Id: app, DomainName: app.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: ‹api›
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
    passes: `
Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins: [{Id: app, DomainName: app.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: app
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
  },
  on: ['AWS::CloudFront::Distribution'],
  check(distribution, cx) {
    const origins = distribution.get(config, 'Origins');
    const ids = targets.flatMap((path) => distribution.all(...path));
    const known = new Set(targets.flatMap((path) => distribution.strings(...path)).map(({ value }) => value));
    if (!isList(origins) || !origins.every(isPlainMap) || ids.length > known.size) return;
    for (const { value: id, at } of behaviours.flatMap((path) => distribution.strings(...path))) {
      if (known.has(id)) continue;
      const near = didYouMean(nearest(id, known));
      cx.report('unknown', at, { data: { id, near, known: listed([...known], 5) } });
    }
  },
});
