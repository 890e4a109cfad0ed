import { cloudfrontUrlOrigin } from '../../../src/lint/rules/cloudfront-url-origin.ts';
import { tester } from '../tester.ts';

const template = (origin: string, type = 'lambda') => `Resources:
  Url: {Type: AWS::Lambda::Url}
  Control: {Type: AWS::CloudFront::OriginAccessControl, Properties: {OriginAccessControlConfig: {OriginAccessControlOriginType: ${type}}}}
  Files: {Type: AWS::S3::Bucket}
  Site:
    Type: AWS::CloudFront::Distribution
    Properties: {DistributionConfig: {Origins: [{Id: a, ${origin}}]}}
`;
const part = (index: string) => `DomainName: !Select [${index}, !Split ['/', !GetAtt Url.FunctionUrl]]`;
const controlled = 'OriginAccessControlId: !Ref Control';

tester.run(cloudfrontUrlOrigin, {
  valid: [
    template(part('2')),
    template(`${part('2')}, ${controlled}`),
    template(`${part('2')}, OriginAccessControlId: !Ref Given`),
    template(part('!Ref Index')),
    template(`DomainName: !GetAtt Files.RegionalDomainName, ${controlled}`, 's3'),
    template("DomainName: !Select [1, !Split ['//', !GetAtt Url.FunctionUrl]]"),
    template("DomainName: !Select [1, !Split ['/', !Ref Path]]"),
  ],
  invalid: [
    {
      template: template(part('1')),
      problems: [{ messageId: 'part', line: 7, column: 69, data: { index: 1, found: 'empty' } }],
    },
    {
      template: template(part('"0"')),
      problems: [{ messageId: 'part', line: 7, column: 69, data: { found: "'https:'" } }],
    },
    {
      template: template(`${part('2')}, ${controlled}`, 's3'),
      problems: [{ messageId: 'control', line: 7, column: 144, level: 'warning', data: { type: 's3' } }],
    },
  ],
});
