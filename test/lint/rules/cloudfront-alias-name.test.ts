import { cloudfrontAliasName } from '../../../src/lint/rules/cloudfront-alias-name.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const distribution = (aliases: string, certificate = '{AcmCertificateArn: arn}') => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties: {DistributionConfig: {Aliases: ${aliases}, ViewerCertificate: ${certificate}}}
`;

tester.run(cloudfrontAliasName, {
  valid: [
    distribution('[www.example.com, "*.example.com", a_b.xn--bcher-kva.example, example.com]'),
    distribution('[!Ref Domain, "${self:custom.domain}", !Sub "www.${Domain}"]'),
    distribution('!Ref Domains'),
    distribution('!If [C, [a.example.com], [a.example.com]]'),
    distribution('[a.example.com]', '!If [C, {AcmCertificateArn: arn}, {CloudFrontDefaultCertificate: true}]'),
    distribution('[]', '{CloudFrontDefaultCertificate: true}'),
    distribution("['']", '{CloudFrontDefaultCertificate: true}'),
  ],
  invalid: [
    marked(distribution('[a.example.com, ‹a.example.com›]'), 'twice'),
    marked(distribution('[a.example.com]', 'null').replace('Aliases', '‹Aliases›'), 'certificate'),
    marked(
      distribution('[!Ref Domain]', '{CloudFrontDefaultCertificate: true}').replace('Aliases', '‹Aliases›'),
      'certificate',
    ),
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
