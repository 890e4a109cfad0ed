import { cloudfrontOriginId } from '../../../src/lint/rules/cloudfront-origin-id.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const distribution = (origins: string, target: string, more = '') => `Parameters: {P: {Type: String}}
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig: {Enabled: true, Origins: ${origins}, DefaultCacheBehavior: {TargetOriginId: ${target}}${more}}
`;
const one = '[{Id: app, DomainName: a.example.com}]';

tester.run(cloudfrontOriginId, {
  valid: [
    distribution(one, 'app'),
    distribution(one, 'both', ', OriginGroups: {Quantity: 1, Items: [{Id: both}]}'),
    distribution('[{Id: !Ref P, DomainName: a.example.com}]', 'app'),
    distribution('[!Ref P]', 'app'),
    distribution(one, '!Ref P'),
    distribution('!Ref P', 'app'),
  ],
  invalid: [
    marked(distribution(one, '‹ap›'), { messageId: 'unknown', data: { id: 'ap', known: "'app'" } }),
    marked(distribution(one, 'app', ', CacheBehaviors: [{PathPattern: /a, TargetOriginId: ‹api›}]'), 'unknown'),
  ],
});
