import { apigwNoAuth } from '../../../src/lint/rules/apigw-no-auth.ts';
import { api, http, restBody } from '../apis.ts';
import { samFunction } from '../templates.ts';
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

const privateApi =
  '  Api: {Type: AWS::Serverless::Api, Properties: {StageName: s, EndpointConfiguration: {Type: PRIVATE}}}\n';
const closed = (): string =>
  api(
    'E: {Type: HttpApi, Properties: {Path: /a, Method: get, ApiId: !Ref Api}}',
    '  Api: {Type: AWS::Serverless::HttpApi, Properties: {Domain: {DomainName: a.example.org, CertificateArn: !Ref Certificate, MutualTlsAuthentication: {TruststoreUri: "s3://b/k.pem"}}, DisableExecuteApiEndpoint: true}}\n',
  );

tester.run(apigwNoAuth, {
  valid: [
    sam('', cognito),
    sam('Authorizer: AWS_IAM'),
    // The error of the event, of its function, or of the API, keeps its authorizer away.
    samFunction(
      'Layers: x\nEvents: {E: {Type: Api, Properties: {Path: /a, Method: get, Auth: {Authorizer: AWS_IAM}}}}',
    ),
    sam('AuthorizationScopes: [a/write]', cognito.replace('{C: {', '{C: {AuthorizationScopes: [a/read], ')),
    sam('', 'Authorizers: {C: {}}, DefaultAuthorizer: C'),
    sam('Authorizer: NONE', cognito),
    document('security: []', ', security: [{K: []}], securityDefinitions: {K: {type: apiKey}}'),
    document('x-amazon-apigateway-integration: {type: mock}'),
    api('E: {Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref Api}}', privateApi),
    closed(),
    closed()
      .replace('HttpApi', 'Api')
      .replace('HttpApi', 'Api')
      .replace('ApiId', 'RestApiId')
      .replace('{Domain', '{StageName: s, Domain'),
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
      // What is wrong with the function has not kept its event away.
      template: samFunction('Polices: x\nEvents: {E: {Type: Api, Properties: {Path: /a, Method: get}}}'),
      problems: [{ messageId: 'open', line: 9, column: 16 }],
    },
    {
      template: sam(),
      problems: [{ messageId: 'open', line: 8, column: 16, endColumn: 17, data: { route: 'GET /a' } }],
    },
    {
      template: api(
        ['get', 'put', 'post', 'delete']
          .map((verb) => `${verb}: {Type: Api, Properties: {Path: /a, Method: ${verb}}}`)
          .join(', '),
      ),
      problems: [
        { messageId: 'several', line: 8, column: 16, data: { count: 4, routes: 'GET /a, PUT /a, POST /a, …' } },
      ],
    },
    // The default endpoint is open beside the domain, or the domain asks for no certificate.
    {
      template: closed().replace('DisableExecuteApiEndpoint: true', 'DisableExecuteApiEndpoint: false'),
      problems: [{ messageId: 'open', line: 8, column: 16 }],
    },
    {
      template: closed().replace(/, MutualTlsAuthentication: \{.*?\}/, ''),
      problems: [{ messageId: 'open', line: 8, column: 16 }],
    },
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
