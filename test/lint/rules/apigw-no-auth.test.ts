import { apigwNoAuth } from '../../../src/lint/rules/apigw-no-auth.ts';
import { api, http, restBody } from '../apis.ts';
import { tester } from '../tester.ts';

const sam = (auth = '', apiAuth = ''): string =>
  api(
    `E: {Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref Api${auth && `, Auth: {${auth}}`}}}`,
    `  Api: {Type: AWS::Serverless::Api, Properties: {StageName: s${apiAuth && `, Auth: {${apiAuth}}`}}}\n`,
  );
const cognito =
  'DefaultAuthorizer: C, Authorizers: {C: {UserPoolArn: arn:aws:cognito-idp:eu-west-1:123456789012:userpool/p}}';
const document = (operation: string, further = ''): string =>
  restBody(`paths: {/a: {get: {${operation}}, options: {}}}${further}`);
const route = (properties: string): string =>
  http(`R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /r${properties}}}`);
const socket = (key: string): string => route('').replace('GET /r', key).replace(': HTTP', ': WEBSOCKET');
const method = (type: string): string => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  M: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: ${type}}}
`;

tester.run(apigwNoAuth, {
  valid: [
    sam('', cognito),
    sam('Authorizer: AWS_IAM'),
    sam('ApiKeyRequired: true'),
    sam('', 'ResourcePolicy: {IpRangeWhitelist: [10.0.0.0/8]}'),
    document('security: [{K: []}]', ', securityDefinitions: {K: {type: apiKey}}'),
    document('', ', x-amazon-apigateway-policy: {Statement: []}'),
    document('security: [{Elsewhere: []}]'),
    route(', AuthorizationType: JWT'),
    route('').replace('!Ref Api', '!ImportValue api'),
    socket('sendmessage'),
    method('AWS_IAM'),
    method('!Ref Authorization'),
  ],
  invalid: [
    {
      template: sam(),
      problems: [{ messageId: 'open', line: 8, column: 16, endColumn: 17, data: { route: 'GET /a' } }],
    },
    { template: sam('Authorizer: NONE', cognito), problems: [{ messageId: 'open', line: 8, column: 107 }] },
    {
      template: api('H: {Type: HttpApi}'),
      problems: [{ messageId: 'open', line: 8, column: 16, data: { route: '$default' } }],
    },
    { template: document('security: []'), problems: [{ messageId: 'open', line: 5, column: 43, endColumn: 45 }] },
    { template: route(''), problems: [{ messageId: 'open', line: 3, column: 3, data: { route: 'GET /r' } }] },
    { template: socket('$connect'), problems: [{ messageId: 'open', line: 3, column: 3 }] },
    { template: method('NONE'), problems: [{ messageId: 'open', line: 3, column: 148, data: { route: 'GET /' } }] },
  ],
});
