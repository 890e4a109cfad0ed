import { apigwBasePath } from '../../../src/lint/rules/apigw-base-path.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const rest = (path: string) =>
  `Resources: {Mapping: {Type: AWS::ApiGateway::BasePathMapping, Properties: {DomainName: a.example.com, RestApiId: r, BasePath: ${path}}}}`;
const http = (path: string) =>
  `Resources: {Mapping: {Type: AWS::ApiGatewayV2::ApiMapping, Properties: {DomainName: a.example.com, ApiId: r, Stage: v1, ApiMappingKey: ${path}}}}`;
const sam = (path: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody: {openapi: 3.0.1, paths: {}}
      Domain: {DomainName: a.example.com, CertificateArn: c, BasePath: [${path}]${more}}
`;

tester.run(apigwBasePath, {
  valid: [
    rest('orders'),
    rest('(none)'),
    http('shop/orders'),
    http("''"),
    sam('/orders'),
    sam('orders', ', NormalizeBasePath: false'),
  ],
  invalid: [
    marked(rest('‹/orders›'), 'slash'),
    marked(rest('‹shop/orders›'), 'slash'),
    marked(http('‹shop/›'), { messageId: 'slash', data: { property: 'ApiMappingKey' } }),
    marked(sam('‹/orders›', ', NormalizeBasePath: false'), 'slash'),
  ],
});
