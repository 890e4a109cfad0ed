import { wafv2Scope } from '../../../src/lint/rules/wafv2-scope.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const guard = (scope: string, user: string) => `Parameters: {Kind: {Type: String}}
Resources:
  Guard: {Type: AWS::WAFv2::WebACL, Properties: {Scope: ${scope}}}
  Old: {Type: AWS::WAFRegional::WebACL}
  User: ${user}
`;
const site = (acl: string) =>
  `{Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {WebACLId: ${acl}}}}`;
const association = (acl: string) =>
  `{Type: AWS::WAFv2::WebACLAssociation, Properties: {ResourceArn: a, WebACLArn: ${acl}}}`;
const arn = (region: string, kind: string) => `arn:aws:wafv2:${region}:111122223333:${kind}/webacl/a/b`;

tester.run(wafv2Scope, {
  valid: [
    { template: guard('CLOUDFRONT', site('!GetAtt Guard.Arn')), region: 'us-east-1' },
    guard('REGIONAL', association('!GetAtt Guard.Arn')),
    guard('REGIONAL', site(arn('us-east-1', 'global'))),
    guard('REGIONAL', site('473e64fd-f30b-4765-81a0-62ad96dd167a')),
    guard('!Ref Kind', site('!GetAtt Guard.Arn')),
    { template: guard('REGIONAL', '{Type: AWS::SNS::Topic}'), region: 'cn-north-1' },
  ],
  invalid: [
    marked(guard('REGIONAL', site('‹!GetAtt Guard.Arn›')), 'distribution'),
    marked(guard('REGIONAL', site(`‹${arn('eu-west-1', 'regional')}›`)), 'distribution'),
    marked(guard('REGIONAL', site('‹!Ref Old›')), 'classic'),
    marked(guard('CLOUDFRONT', association('‹!GetAtt Guard.Arn›')), 'association', { region: 'us-east-1' }),
    marked(guard('‹CLOUDFRONT›', site('!GetAtt Guard.Arn')), 'region', { region: 'eu-west-1' }),
    marked('Resources: {Guard: {Type: AWS::WAFv2::WebACL, Properties: {Scope: ‹CLOUDFRONT›}}}', 'region', {
      region: 'eu-west-1',
    }),
    marked(
      'Resources: {Set: {Type: AWS::WAFv2::RegexPatternSet, Properties: {Scope: ‹CLOUDFRONT›}}}',
      { messageId: 'partition', data: { region: 'cn-north-1' } },
      { region: 'cn-north-1' },
    ),
    marked(guard('‹CLOUDFRONT›', site('!GetAtt Guard.Arn')), 'partition', { region: 'us-gov-west-1' }),
  ],
});
