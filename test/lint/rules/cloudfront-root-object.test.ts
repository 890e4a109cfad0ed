import { cloudfrontRootObject } from '../../../src/lint/rules/cloudfront-root-object.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const site = (object: string) => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties: {DistributionConfig: {DefaultRootObject: ${object}}}
`;

tester.run(cloudfrontRootObject, {
  valid: [site('index.html'), site('app/index.html'), site("''"), site('/')],
  invalid: [
    marked(site('‹/index.html›'), { messageId: 'slash', data: { name: 'index.html' } }, { output: site('index.html') }),
    marked(site('‹//app/index.html›'), 'slash', { output: site('app/index.html') }),
  ],
});
