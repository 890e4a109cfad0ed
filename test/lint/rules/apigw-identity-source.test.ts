import { apigwIdentitySource } from '../../../src/lint/rules/apigw-identity-source.ts';
import { tester } from '../tester.ts';

const own = (protocol: string, type: string, source: string) => `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: ${protocol}}}
  Users:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: users
      AuthorizerType: ${type}
      IdentitySource: ${source}
`;
const rest = (source: string) => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Users:
    Type: AWS::ApiGateway::Authorizer
    Properties: {RestApiId: !Ref Api, Name: users, Type: REQUEST, IdentitySource: ${source}}
`;
const serverless = (source: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        Authorizers:
          Users:
            IdentitySource: ${source}
            JwtConfiguration: {issuer: https://id.example.com, audience: [web]}
`;

tester.run(apigwIdentitySource, {
  valid: [
    own('HTTP', 'JWT', "['$request.header.Authorization']"),
    own('HTTP', 'REQUEST', "['$request.querystring.a', '$context.identity.sourceIp', '$stageVariables.a']"),
    own('WEBSOCKET', 'REQUEST', '[route.request.header.Auth, route.request.querystring.Name]'),
    own('HTTP', 'JWT', '[!Ref Source]').replace('Resources', 'Parameters: {Source: {Type: String}}\nResources'),
    rest("'method.request.header.Auth, context.accountId, stageVariables.a'"),
    serverless('$request.header.Authorization'),
  ],
  invalid: [
    {
      template: own('HTTP', 'JWT', '[method.request.header.Authorization]'),
      problems: [
        {
          messageId: 'kind',
          line: 9,
          column: 24,
          data: { found: 'method.request.header.Authorization', kind: 'HTTP', meant: '$request.header.Authorization' },
        },
      ],
      output: own('HTTP', 'JWT', '[$request.header.Authorization]'),
    },
    {
      template: own('WEBSOCKET', 'REQUEST', '[method.request.header.Auth]'),
      problems: [{ messageId: 'kind', line: 9, column: 24, data: { meant: 'route.request.header.Auth' } }],
      output: own('WEBSOCKET', 'REQUEST', '[route.request.header.Auth]'),
    },
    {
      template: rest("'method.request.header.Auth, $request.querystring.a'"),
      problems: [{ messageId: 'kind', line: 5, column: 83, data: { found: '$request.querystring.a', kind: 'REST' } }],
      output: rest("'method.request.header.Auth, method.request.querystring.a'"),
    },
    {
      template: serverless('method.request.header.Authorization'),
      problems: [{ messageId: 'kind', line: 9, column: 29 }],
      output: serverless('$request.header.Authorization'),
    },
  ],
});
