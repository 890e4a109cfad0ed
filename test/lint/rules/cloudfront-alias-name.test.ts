import { cloudfrontAliasName } from '../../../src/lint/rules/cloudfront-alias-name.ts';
import { tester } from '../tester.ts';

const distribution = (aliases: string) => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties: {DistributionConfig: {Aliases: ${aliases}}}
`;

tester.run(cloudfrontAliasName, {
  valid: [
    distribution('[www.example.com, "*.example.com", a_b.xn--bcher-kva.example, example.com]'),
    distribution('[!Ref Domain, "${self:custom.domain}", !Sub "www.${Domain}"]'),
    distribution('!Ref Domains'),
  ],
  invalid: [
    {
      template: distribution('[WWW.example.com, "*"]'),
      problems: [
        { messageId: 'wrong', line: 4, column: 49, data: { alias: 'WWW.example.com' } },
        { messageId: 'wrong', line: 4, column: 66, data: { alias: '*' } },
      ],
    },
    {
      template: distribution('!If [C, [www.-a.example.com], ["www.example.com "]]'),
      problems: [
        { messageId: 'wrong', line: 4, column: 57 },
        { messageId: 'wrong', line: 4, column: 79 },
      ],
    },
  ],
});
