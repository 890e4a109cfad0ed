import { apigwAuthorizerType } from '../../../src/lint/rules/apigw-authorizer-type.ts';
import { http, httpBody, restBody } from '../apis.ts';
import { tester } from '../tester.ts';

const v2 = (properties: string): string =>
  http(`A: {Type: AWS::ApiGatewayV2::Authorizer, Properties: {ApiId: !Ref Api, ${properties}}}`);
const method = (type: string, authorizer: string): string => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  A: {Type: AWS::ApiGateway::Authorizer, Properties: {RestApiId: !Ref Api, Type: ${authorizer}}}
  M: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, AuthorizationType: ${type}, AuthorizerId: !Ref A}}
`;
const scheme = (authorizer: string): string =>
  `securityDefinitions: {A: {type: apiKey, x-amazon-apigateway-authorizer: {${authorizer}}}}`;
const openapi = (authorizer: string): string =>
  `components: {securitySchemes: {A: {type: oauth2, x-amazon-apigateway-authorizer: {${authorizer}}}}}`;

const socket = `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: WEBSOCKET, Name: a, RouteSelectionExpression: $request.body.a}}
  Connect: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: $connect, AuthorizationType: AWS_IAM}}
`;

tester.run(apigwAuthorizerType, {
  valid: [
    socket,
    `${socket}  Send: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: send, AuthorizationType: NONE}}\n`,
    `Resources:
  Rest:
    Type: AWS::Serverless::Api
    Properties:
      StageName: p
      Auth: {Authorizers: {J: {UserPoolArn: p, JwtConfiguration: {issuer: i, audience: [a]}}}}
`,
    v2('AuthorizerType: JWT, JwtConfiguration: {Issuer: i, Audience: [a]}'),
    v2('AuthorizerType: REQUEST, AuthorizerPayloadFormatVersion: 2.0'),
    v2('AuthorizerType: !Ref Kind'),
    restBody(scheme('type: cognito_user_pools')),
    httpBody(openapi('type: jwt, jwtConfiguration: {issuer: i, audience: !Split [",", !Ref Audiences]}')),
    method('CUSTOM', 'TOKEN'),
    method('AWS_IAM', 'TOKEN'),
  ],
  invalid: [
    {
      template: v2('AuthorizerType: TOKEN'),
      problems: [{ messageId: 'type', line: 3, column: 90, data: { kind: 'HTTP', allowed: 'JWT, REQUEST' } }],
    },
    {
      template: restBody(scheme('type: jwt')),
      problems: [{ messageId: 'type', line: 5, column: 93, endColumn: 96, data: { kind: 'REST' } }],
    },
    {
      template: v2('AuthorizerType: JWT'),
      problems: [{ messageId: 'jwt', line: 3, column: 3, data: { missing: 'an issuer and an audience' } }],
    },
    {
      template: httpBody(openapi(`type: jwt, jwtConfiguration: {issuer: i, audience: [${'a, '.repeat(51)}]}`)),
      problems: [{ messageId: 'audiences', line: 5, column: 137, endColumn: 145, data: { count: 51 } }],
    },
    {
      template: httpBody(openapi('type: request')),
      problems: [{ messageId: 'payload', line: 5, column: 63, data: { found: 'nothing' } }],
    },
    {
      template: v2('AuthorizerType: REQUEST, AuthorizerPayloadFormatVersion: 3'),
      problems: [{ messageId: 'payload', line: 3, column: 131, data: { found: 3 } }],
    },
    {
      template: method('COGNITO_USER_POOLS', 'TOKEN'),
      problems: [{ messageId: 'method', line: 4, column: 91, data: { found: 'TOKEN' } }],
    },
    {
      template: `Resources:
  Rest:
    Type: AWS::Serverless::Api
    Properties:
      StageName: p
      Auth: {Authorizers: {J: {JwtConfiguration: {issuer: i, audience: [a]}}}}
  Http:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth: {Authorizers: {C: {UserPoolArn: p}}}
`,
      problems: [
        { messageId: 'type', line: 6, column: 32, endColumn: 48, data: { type: 'JWT', kind: 'REST' } },
        { messageId: 'cognito', line: 10, column: 32, endColumn: 43, data: { name: 'C' } },
      ],
    },
    {
      template: `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP, Name: a}}
  A:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      AuthorizerType: JWT
      JwtConfiguration: {Issuer: i}
`,
      problems: [{ messageId: 'jwt', line: 8, column: 7, endColumn: 23, data: { missing: 'an audience' } }],
    },
    {
      template: `${socket}  Send: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: send, AuthorizationType: AWS_IAM}}\n`,
      problems: [{ messageId: 'route', line: 4, column: 107, data: { key: 'send', type: 'AWS_IAM' } }],
    },
  ],
});
