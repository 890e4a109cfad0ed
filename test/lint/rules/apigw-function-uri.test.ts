import { apigwFunctionUri } from '../../../src/lint/rules/apigw-function-uri.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const invocation = "!Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations'";
const literal = 'arn:aws:lambda:us-east-1:111122223333:function:orders';
const method = (uri: string, type = 'AWS_PROXY') => `Resources:
  Fn: {Type: AWS::Lambda::Function}
  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Fn, FunctionVersion: '1', Name: live}}
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: orders}}
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      Integration: {Type: ${type}, IntegrationHttpMethod: POST, Uri: ${uri}}
`;
const integration = (protocol: string, uri: string) => `Resources:
  Fn: {Type: AWS::Lambda::Function}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: orders, ProtocolType: ${protocol}}}
  Call: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: ${uri}}}
  Route: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: $default, Target: !Sub 'integrations/\${Call}'}}
`;
const authorizer = (uri: string) => `Resources:
  Fn: {Type: AWS::Lambda::Function}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: orders, ProtocolType: HTTP}}
  Users:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties: {ApiId: !Ref Api, Name: users, AuthorizerType: REQUEST, AuthorizerUri: ${uri}}
`;
const document = (uri: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn: {Type: AWS::Serverless::Function, Properties: {Runtime: nodejs22.x, Handler: index.handler, InlineCode: x}}
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody:
        openapi: 3.0.1
        paths: {/orders: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: ${uri}}}}}
`;

tester.run(apigwFunctionUri, {
  valid: [
    method(invocation).replace('!Ref Api', '!ImportValue api'),
    method(literal, 'HTTP').replace('!Ref Api', '!ImportValue api'),
    method(invocation),
    method(invocation.replace('${Fn.Arn}', '${Fn.Arn}:live')),
    method(invocation.replace('${Fn.Arn}', '${Live}')),
    method("!Sub 'arn:aws:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/orders'", 'AWS'),
    method("'https://example.com'", 'HTTP_PROXY'),
    method('!ImportValue uri'),
    // A parameter may hold the whole call.
    method('!Ref Uri').replace('Resources', 'Parameters: {Uri: {Type: String}}\nResources'),
    integration('HTTP', '!GetAtt Fn.Arn'),
    integration('HTTP', literal),
    integration('WEBSOCKET', invocation),
    authorizer(invocation),
    document(invocation),
  ],
  invalid: [
    // The API stands in another template.
    marked(method(`‹${literal}›`).replace('!Ref Api', '!ImportValue api'), 'alone'),
    {
      template: method('!GetAtt Fn.Arn'),
      problems: [
        {
          messageId: 'alone',
          line: 11,
          column: 72,
          data: {
            what: "The integration of 'GET /'",
            uri: "!Sub 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations'",
          },
        },
      ],
    },
    {
      template: method('!Ref Fn'),
      problems: [
        {
          messageId: 'alone',
          line: 11,
          column: 72,
          data: {
            uri: "!Sub 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations'",
          },
        },
      ],
    },
    { template: method('!Ref Live'), problems: [{ messageId: 'alone', line: 11, column: 72 }] },
    { template: method("!Sub '${Fn.Arn}:live'", 'AWS'), problems: [{ messageId: 'alone', line: 11, column: 66 }] },
    { template: method(literal), problems: [{ messageId: 'alone', line: 11, column: 72 }] },
    { template: integration('WEBSOCKET', '!GetAtt Fn.Arn'), problems: [{ messageId: 'alone', line: 4, column: 122 }] },
    {
      template: authorizer('!GetAtt Fn.Arn'),
      problems: [{ messageId: 'alone', line: 6, column: 88, data: { what: "The authorizer 'Users'" } }],
    },
    { template: document('!GetAtt Fn.Arn'), problems: [{ messageId: 'alone', line: 10, column: 107 }] },
  ],
});
