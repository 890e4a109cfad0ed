import { apigwPreflightAuth } from '../../../src/lint/rules/apigw-preflight-auth.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const users = "Authorizers: {Users: {UserPoolArn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'}}";
const api = (auth: string, cors = `Cors: "'*'"`) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      ${cors}
      Auth: {${auth}}
      DefinitionBody:
        openapi: 3.0.1
        paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock}}}, /b: {get: {x-amazon-apigateway-integration: {type: mock}}}}
`;
const method = (auth: string, verb = 'OPTIONS', type = 'MOCK') => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Preflight:
    Type: AWS::ApiGateway::Method
    Properties: {RestApiId: !Ref Api, ResourceId: r, HttpMethod: ${verb}, ${auth}, Integration: {Type: ${type}}}
`;

tester.run(apigwPreflightAuth, {
  valid: [
    api(`DefaultAuthorizer: Users, AddDefaultAuthorizerToCorsPreflight: false, ${users}`),
    api(users),
    api(`DefaultAuthorizer: Users, ${users}`, 'TracingEnabled: true'),
    api('ApiKeyRequired: true, AddApiKeyRequiredToCorsPreflight: false'),
    method('AuthorizationType: NONE'),
    method('AuthorizationType: AWS_IAM', 'GET'),
    // What a function answers may be for others than browsers.
    method('AuthorizationType: AWS_IAM', 'OPTIONS', 'AWS_PROXY'),
  ],
  invalid: [
    marked(api(`DefaultAuthorizer: ‹Users›, ${users}`), {
      messageId: 'authorizer',
      data: { cure: "set 'AddDefaultAuthorizerToCorsPreflight: false'" },
    }),
    marked(api('ApiKeyRequired: ‹true›'), {
      messageId: 'key',
      data: { cure: 'AddApiKeyRequiredToCorsPreflight: false' },
    }),
    marked(method('AuthorizationType: ‹AWS_IAM›'), { messageId: 'authorizer', data: { cure: 'call the API.' } }),
    marked(method('AuthorizationType: NONE, ApiKeyRequired: ‹true›'), 'key'),
  ],
});
