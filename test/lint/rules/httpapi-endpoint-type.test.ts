import { httpapiEndpointType } from '../../../src/lint/rules/httpapi-endpoint-type.ts';
import { api, http, httpBody, restBody } from '../apis.ts';
import { tester } from '../tester.ts';

const domain = (type: string): string => `Resources:
  D:
    Type: AWS::ApiGatewayV2::DomainName
    Properties: {DomainName: a.b, DomainNameConfigurations: [{EndpointType: ${type}}]}
`;

tester.run(httpapiEndpointType, {
  valid: [
    domain('REGIONAL'),
    httpBody('x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}'),
    restBody('x-amazon-apigateway-request-validators: {all: {validateRequestBody: true}}'),
    http('M: {Type: AWS::ApiGatewayV2::Model, Properties: {ApiId: !Ref Socket}}'),
  ],
  invalid: [
    {
      template: domain('EDGE'),
      problems: [{ messageId: 'endpoint', line: 4, column: 77, endColumn: 81, data: { found: 'EDGE' } }],
    },
    {
      template: httpBody('x-amazon-apigateway-endpoint-configuration: {types: [PRIVATE]}'),
      problems: [{ messageId: 'endpoint', line: 5, column: 66 }],
    },
    {
      template: httpBody(
        'x-amazon-apigateway-request-validators: {}, paths: {/a: {get: {x-amazon-apigateway-integration: {requestTemplates: {}}}}}',
      ),
      problems: [
        { messageId: 'feature', line: 5, column: 14 },
        { messageId: 'feature', line: 5, column: 111, data: { what: 'mapping templates' } },
      ],
    },
    {
      template: http(
        'M: {Type: AWS::ApiGatewayV2::Model, Properties: {ApiId: !Ref Api}}',
        'S: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, CacheClusterEnabled: true}}',
      ),
      problems: [
        { messageId: 'feature', line: 3, column: 3, data: { what: 'models' } },
        { messageId: 'feature', line: 4, column: 69, data: { property: 'CacheClusterEnabled' } },
      ],
    },
    {
      template: `Resources:
  H:
    Type: AWS::Serverless::HttpApi
    Properties:
      EndpointConfiguration: {Type: EDGE}
      CacheClusterEnabled: false
      Domain: {DomainName: a.b, CertificateArn: c, EndpointConfiguration: PRIVATE}
`,
      problems: [
        { messageId: 'feature', line: 5, column: 7, endColumn: 28, data: { what: 'edge-optimized' } },
        { messageId: 'endpoint', line: 7, column: 75, data: { found: 'PRIVATE' } },
      ],
    },
    {
      template: api('H: {Type: HttpApi, Properties: {Path: /, Method: get, RequestModel: {Model: M}}}'),
      problems: [{ messageId: 'feature', line: 8, column: 70, data: { what: 'models' } }],
    },
    {
      template: http().replace('Name: a', 'EndpointConfiguration: {Types: [EDGE]}'),
      problems: [{ messageId: 'feature', line: 2, column: 72, endColumn: 93 }],
    },
  ],
});
