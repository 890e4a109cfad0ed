import { apigwNoIntegration } from '../../../src/lint/rules/apigw-no-integration.ts';
import { tester } from '../tester.ts';

const method = (properties: string) => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: orders}}
  Get:
    Type: AWS::ApiGateway::Method
    Properties: {RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET${properties}}
`;
const serverless = (paths: string, type = 'Api', event = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::${type}
    Properties:
      StageName: v1
      DefinitionBody:
        openapi: 3.0.1
        paths:
          /orders: ${paths}
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Runtime: nodejs22.x, Handler: index.handler, InlineCode: x${event}}
`;
const implicit = (properties: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: x
      Events:
        Post: {Type: Api, Properties: {Path: /orders, Method: POST, ${properties}}}
`;

const get = ', Events: {Get: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /orders, Method: get}}}';

tester.run(apigwNoIntegration, {
  valid: [
    method(', Integration: {Type: MOCK}'),
    method(', Integration: !If [IsLive, {Type: MOCK}, {Type: HTTP_PROXY}]'),
    serverless('{get: {x-amazon-apigateway-integration: {type: mock}}}'),
    serverless("{get: {x-amazon-apigateway-integration: {$ref: '#/components/x-amazon-apigateway-integrations/a'}}}"),
    // Merged into the document, the event brings the integration.
    serverless('{get: {responses: {}}}', 'Api', get).replace(
      'StageName: v1',
      'StageName: v1\n      MergeDefinitions: true',
    ),
    // An event that the transform refuses leaves its method on the API that SAM makes without an integration.
    implicit('RequestParameters: [method.request.query.type]'),
    implicit('Auth: {Authorizer: Nope}'),
    // The function is refused by the transform, so the event brings nothing.
    serverless('{get: {responses: {}}}', 'Api', `${get}, Timeouts: 3, MemorySize: {}, Layers: a, Policies: 3`),
    serverless("{get: {'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: 's3://a/b'}}}}"),
    serverless('{parameters: [], summary: Orders, get: {x-amazon-apigateway-integration: {type: mock}}}'),
    serverless('{get: {responses: {}}}', 'HttpApi').replace('openapi: 3.0.1', "openapi: '3.0.1'"),
  ],
  invalid: [
    { template: method(''), problems: [{ messageId: 'none', line: 3, column: 3, data: { key: 'Integration' } }] },
    {
      template: method(', Integration: !Ref AWS::NoValue'),
      problems: [{ messageId: 'none', line: 3, column: 3, data: { what: "The method 'Get'" } }],
    },
    {
      template: serverless('{get: {x-amazon-apigateway-integration: {type: mock}}, post: {}}'),
      problems: [{ messageId: 'none', line: 10, column: 75, data: { what: "'POST /orders'" } }],
    },
    // An event leaves the document of its API as it is.
    {
      template: serverless('{get: {responses: {}}}', 'Api', get),
      problems: [{ messageId: 'none', line: 10, column: 21, data: { what: "'GET /orders'" } }],
    },
    {
      template: serverless('{x-amazon-apigateway-any-method: {responses: {}}}', 'Api', get),
      problems: [{ messageId: 'none', line: 10, column: 21, data: { what: "'ANY /orders'" } }],
    },
  ],
});
