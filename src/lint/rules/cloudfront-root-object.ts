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
    in: 'distribution',
    fails: 'DefaultRootObject: ‹/index.html›',
    passes: 'DefaultRootObject: index.html',
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
