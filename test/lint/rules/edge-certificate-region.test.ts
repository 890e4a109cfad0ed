import { edgeCertificateRegion } from '../../../src/lint/rules/edge-certificate-region.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const arn = (region: string) => `'arn:aws:acm:${region}:123456789012:certificate/a'`;
const site = (certificate: string) =>
  `Resources: {Site: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {ViewerCertificate: {AcmCertificateArn: ${certificate}}}}}}`;
const domain = (certificate: string, more = '') =>
  `Resources: {Domain: {Type: AWS::ApiGateway::DomainName, Properties: {DomainName: a.example.com, CertificateArn: ${certificate}${more}}}}`;
const sam = (type: string, certificate: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody: {openapi: 3.0.1, paths: {}}
      Domain: {DomainName: a.example.com, EndpointConfiguration: ${type}, CertificateArn: ${certificate}}
`;
const own = `Resources:
  Certificate: {Type: AWS::CertificateManager::Certificate, Properties: {DomainName: a.example.com}}
  Domain: {Type: AWS::AppSync::DomainName, Properties: {DomainName: a.example.com, CertificateArn: ‹!Ref Certificate›}}
`;

tester.run(edgeCertificateRegion, {
  valid: [
    site(arn('us-east-1')),
    site('!ImportValue certificate'),
    site("'{{resolve:ssm:/certificate}}'"),
    domain(arn('eu-west-1'), ', EndpointConfiguration: {Types: [REGIONAL]}'),
    sam('REGIONAL', arn('eu-west-1')),
    own.replace(/[‹›]/g, ''),
    { template: site(arn('cn-north-1').replace('arn:aws', 'arn:aws-cn')), region: 'cn-north-1' },
  ],
  invalid: [
    marked(site(`‹${arn('eu-west-1')}›`), { messageId: 'region', data: { region: 'eu-west-1' } }),
    marked(domain(`‹${arn('eu-west-1')}›`), 'region'),
    marked(sam('EDGE', `‹${arn('eu-central-1')}›`), 'region'),
    marked(own, 'region', { region: 'eu-west-1' }),
  ],
});
