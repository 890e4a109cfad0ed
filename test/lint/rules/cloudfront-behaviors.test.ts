import { cloudfrontBehaviors } from '../../../src/lint/rules/cloudfront-behaviors.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const site = (behavior: string, more = '') => `Parameters:
  Method: {Type: String}
Conditions: {C: !Equals [!Ref Method, GET]}
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        DefaultCacheBehavior: {${behavior}}
${more}`;
const paths = (...patterns: string[]) =>
  site('', `        CacheBehaviors:\n${patterns.map((pattern) => `          - ${pattern}\n`).join('')}`);

tester.run(cloudfrontBehaviors, {
  valid: [
    site('AllowedMethods: [HEAD, GET]'),
    site('AllowedMethods: [GET, HEAD, OPTIONS], CachedMethods: [OPTIONS, HEAD, GET]'),
    site('AllowedMethods: [DELETE, PATCH, POST, PUT, OPTIONS, HEAD, GET], CachedMethods: [GET, HEAD]'),
    site('AllowedMethods: [GET, HEAD, !Ref Method]'),
    site('AllowedMethods: [GET, HEAD, !If [C, OPTIONS, !Ref AWS::NoValue]], CachedMethods: [GET, HEAD, OPTIONS]'),
    site('AllowedMethods: !If [C, [GET, HEAD, OPTIONS], [GET, HEAD]]'),
    paths('{PathPattern: /api/*}', '{PathPattern: /img/*}', '{PathPattern: !Ref Method}', '{PathPattern: !Ref Method}'),
    paths('!If [C, {PathPattern: /api/*}, {PathPattern: /api/*}]'),
    paths(
      '!If [C, {PathPattern: /a, AllowedMethods: [GET, HEAD, OPTIONS], CachedMethods: [GET, HEAD, OPTIONS]}, {PathPattern: /b}]',
    ),
  ],
  invalid: [
    marked(site('AllowedMethods: ‹[GET, HEAD, POST]›'), 'set'),
    marked(site('AllowedMethods: [GET, HEAD], CachedMethods: ‹[GET]›'), 'set'),
    marked(site('AllowedMethods: [GET, HEAD], CachedMethods: ‹[GET, HEAD, OPTIONS]›'), 'cached'),
    marked(site('CachedMethods: ‹[GET, HEAD, OPTIONS]›'), 'cached'),
    marked(paths('{PathPattern: /api/*}', '{PathPattern: ‹/api/*›}'), {
      messageId: 'twice',
      data: { pattern: '/api/*' },
    }),
    marked(site('', '        CacheBehaviors: [{PathPattern: /a, AllowedMethods: ‹[POST]›}]\n'), 'set'),
  ],
});
