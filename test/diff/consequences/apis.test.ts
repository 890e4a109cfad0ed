import { describe, expect, it } from 'vitest';
import { changeOf } from '../sides.ts';
import { said, saidBy } from './said.ts';

const api = (routes: string, auth = '', more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
${auth}  Pool: {Type: AWS::Cognito::UserPool}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: s3://a/b
      Events:
${routes}${more}`;
const route = (path: string, method = 'get', auth = '') =>
  `        E${path.length}${method}: {Type: Api, Properties: {RestApiId: !Ref Api, Path: '${path}', Method: ${method}${auth}}}\n`;
const cognito =
  '      Auth: {DefaultAuthorizer: Users, Authorizers: {Users: {UserPoolArn: !GetAtt Pool.Arn}, Others: {UserPoolArn: !GetAtt Pool.Arn}}}\n';
const open = ', Auth: {Authorizer: NONE}';

describe('route-removed', () => {
  it('is said of routes that no other one answers', () => {
    const both = api(route('/a') + route('/bb'));
    expect(saidBy('route-removed', both, api(route('/bb')))).toEqual([
      "warning route-removed old.yaml:15 'GET /a' of the REST API 'Api' is removed: clients that call it get an error.",
    ]);
    expect(saidBy('route-removed', both, api(route('/bb') + route('/{proxy+}', 'any')))).toEqual([]);
    expect(saidBy('route-removed', api(route('/a')), api(route('/a', 'any')))).toEqual([]);
    expect(saidBy('route-removed', api(route('/{id}')), api(route('/{orderId}')))).toEqual([]);
    expect(saidBy('route-removed', api(route('/a')), both)).toEqual([]);
  });

  it('is said once of an API that goes', () => {
    const without = 'Resources: {Pool: {Type: AWS::Cognito::UserPool}}\n';
    expect(saidBy('route-removed', api(route('/a') + route('/bb')), without)).toEqual([
      "warning route-removed old.yaml:3 The REST API 'Api' is deleted with 2 routes: its address stops working.",
    ]);
  });
});

describe('route-public', () => {
  it('is said of routes that asked for authorization', () => {
    const guarded = api(route('/a') + route('/bb'), cognito);
    expect(saidBy('route-public', guarded, api(route('/a') + route('/bb', 'get', open), cognito))).toEqual([
      "error route-public new.yaml:17 'GET /bb' of the REST API 'Api' is now open to anyone; before, it required authorization.",
    ]);
    expect(saidBy('route-public', guarded, api(route('/a') + route('/bb')))).toHaveLength(2);
    expect(
      saidBy('route-public', guarded, api(route('/a') + route('/bb') + route('/ccc', 'get', open), cognito)),
    ).toEqual([
      "warning route-public new.yaml:18 'GET /ccc' of the REST API 'Api' is new and open to anyone, while all other routes require authorization.",
    ]);
    expect(saidBy('route-public', api(route('/a')), guarded)).toEqual([]);
    expect(saidBy('route-public', api(route('/a')), api(route('/a') + route('/bb')))).toEqual([]);
  });
});

describe('the routes of a WebSocket API', () => {
  const socket = (...routes: string[]) => `Resources:
  A: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}}
  I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref A, IntegrationType: MOCK}}
  S: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref A, StageName: p, AutoDeploy: true}}
${routes.join('')}`;
  const of = (id: string, key: string, more = '') =>
    `  ${id}: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref A, RouteKey: ${key}${more}, Target: !Sub "integrations/\${I}"}}\n`;
  const send = of('R', 'send');
  const guarded = of('C', '$connect', ', AuthorizationType: AWS_IAM');

  it('are open to anyone without one for connecting', () => {
    expect(said(socket(send, guarded), socket(send))).toEqual([
      "error route-public old.yaml:6 '$connect' of the API 'A' is removed: anyone can now connect; before, it required authorization.",
      "warning route-removed old.yaml:6 '$connect' of the API 'A' is removed: what it called no longer runs when clients connect.",
    ]);
    const open = of('C', '$connect');
    expect(said(socket(send, open), socket(send)).map((line) => line.split(' ')[1])).toEqual(['route-removed']);
    expect(saidBy('route-public', socket(send, guarded), socket(send, open))).toEqual([
      "error route-public old.yaml:6 '$connect' of the API 'A' is now open to anyone; before, it required authorization.",
    ]);
  });

  it('are closed by one for connecting', () => {
    expect(said(socket(send), socket(send, guarded))).toEqual([
      "warning route-closed new.yaml:6 '$connect' of the API 'A' now requires 'AWS_IAM'; before, it was open to anyone: clients that send nothing of the kind get 401 or 403.",
    ]);
  });

  it('are not open where one is new', () => {
    expect(said(socket(guarded), socket(guarded, send))).toEqual([]);
  });

  it('are no calls of clients after they have gone', () => {
    const gone = of('D', '$disconnect');
    expect(said(socket(send, gone), socket(send))).toEqual([
      "warning route-removed old.yaml:6 '$disconnect' of the API 'A' is removed: what it called no longer runs when clients disconnect.",
    ]);
    expect(saidBy('route-removed', socket(send, gone), socket(gone))).toEqual([
      "warning route-removed old.yaml:5 'send' of the API 'A' is removed: clients that call it get an error.",
    ]);
  });
});

describe('route-closed', () => {
  it('is said of routes that were open', () => {
    const guarded = api(route('/a') + route('/bb', 'get', open), cognito);
    expect(saidBy('route-closed', api(route('/a') + route('/bb')), guarded)).toEqual([
      "warning route-closed new.yaml:7 'GET /a' of the REST API 'Api' now requires 'Users'; before, it was open to anyone: clients that send nothing of the kind get 401 or 403.",
    ]);
    const withKey = api(route('/a', 'get', ', Auth: {ApiKeyRequired: true}'));
    expect(saidBy('route-closed', api(route('/a')), withKey)).toEqual([
      "warning route-closed new.yaml:15 'GET /a' of the REST API 'Api' now requires an API key; before, it was open to anyone: clients that send nothing of the kind get 401 or 403.",
    ]);
    expect(saidBy('route-closed', guarded, api(route('/a') + route('/bb')))).toEqual([]);
    expect(saidBy('route-closed', guarded, api(route('/a') + route('/bb'), cognito))).toHaveLength(1);
  });
});

describe('the line of a route that asks less of its callers', () => {
  const http = (more: { api?: string; event?: string; globals?: string }) => `Transform: AWS::Serverless-2016-10-31
${more.globals ?? ''}Resources:
  Http:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        Authorizers:
          Users: {IdentitySource: $request.header.Authorization, JwtConfiguration: {issuer: 'https://a', audience: [b]}}
${more.api ?? ''}  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: s3://a/b
      Events:
        A:
          Type: HttpApi
          Properties:
            ApiId: !Ref Http
            Path: /a
            Method: get
${more.event ?? ''}`;
  const api = '        DefaultAuthorizer: Users\n';
  const event = '            Auth: {Authorizer: NONE}\n';
  const placeOf = (before: string, after: string) =>
    saidBy('route-public', before, after).map((line) => line.split(' ')[2]);
  it('is that of the event, or of the API', () => {
    expect(placeOf(http({ api }), http({ api, event }))).toEqual(['new.yaml:23']);
    expect(placeOf(http({ api }), http({}))).toEqual(['new.yaml:6']);
    expect(placeOf(http({ api, event: event.replace('NONE', 'Users') }), http({ api, event }))).toEqual([
      'new.yaml:23',
    ]);
  });

  it('is that of a route by hand', () => {
    const route = (type: string) => `Resources:
  Http: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Http
      RouteKey: GET /a
      AuthorizationType: ${type}
`;
    expect(placeOf(route('AWS_IAM'), route('NONE'))).toEqual(['new.yaml:8']);
  });
});

describe('authorizer-changed', () => {
  it('is said of another authorizer, of scopes and of tokens', () => {
    const other = ', Auth: {Authorizer: Others}';
    expect(saidBy('authorizer-changed', api(route('/a'), cognito), api(route('/a', 'get', other), cognito))).toEqual([
      "warning authorizer-changed new.yaml:16 'GET /a' of the REST API 'Api' requires 'Others' instead of 'Users'.",
    ]);
    const scopes = ', Auth: {Authorizer: Users, AuthorizationScopes: [orders/read]}';
    expect(
      saidBy('authorizer-changed', api(route('/a', 'get', scopes), cognito), api(route('/a'), cognito))[0],
    ).toContain("requires no scope instead of the scope 'orders/read'.");
    const jwt = (audience: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Http:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth: {DefaultAuthorizer: Jwt, Authorizers: {Jwt: {IdentitySource: $request.header.Authorization, JwtConfiguration: {issuer: 'https://a', audience: [${audience}]}}}}
  Fn: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b, Events: {A: {Type: HttpApi, Properties: {ApiId: !Ref Http, Path: /a, Method: get}}}}}
`;
    expect(saidBy('authorizer-changed', jwt('one'), jwt('two'))[0]).toMatch(
      /^warning authorizer-changed new\.yaml:6 The authorizer 'Jwt' has another audience: .*two.* instead of .*one/,
    );
    expect(saidBy('authorizer-changed', api(route('/a'), cognito), api(route('/a') + route('/bb'), cognito))).toEqual(
      [],
    );
  });
});

describe('cors-narrowed', () => {
  it('is said of HTTP APIs', () => {
    const http = (origins: string, methods = '[GET, PUT]') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Http:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration: {AllowOrigins: ${origins}, AllowMethods: ${methods}}
  Fn: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b, Events: {A: {Type: HttpApi, Properties: {ApiId: !Ref Http, Path: /a, Method: get}}}}}
`;
    expect(saidBy('cors-narrowed', http('[https://a, https://b]'), http('[https://a]'))).toEqual([
      "warning cors-narrowed new.yaml:6 The API 'Http' no longer allows the origin 'https://b' in cross-origin requests.",
    ]);
    expect(saidBy('cors-narrowed', http('[https://a]'), http('[https://a]', '[GET]'))[0]).toContain("the method 'PUT'");
    expect(
      saidBy('cors-narrowed', http('[https://a]', '[PUT, GET, HEAD, POST]'), http('[https://a]', '[PUT]')),
    ).toEqual([]);
    expect(saidBy('cors-narrowed', http('[https://a]'), http('["*"]'))).toEqual([]);
    expect(saidBy('cors-narrowed', http('[https://a]'), http('[https://a, https://b]'))).toEqual([]);
    expect(
      saidBy('cors-narrowed', http('[https://a]'), http('[https://a]').replace(/CorsConfig.*/, 'Name: a'))[0],
    ).toContain('its CORS configuration is removed');
  });

  it('is said of the OPTIONS methods of REST APIs and of function URLs', () => {
    const rest = (origin: string) =>
      api(route('/a'), `      Cors: {AllowOrigin: "'${origin}'", AllowHeaders: "'A,B'"}\n`);
    expect(saidBy('cors-narrowed', rest('https://a'), rest('https://b'))[0]).toMatch(
      / '\/a' of the REST API 'Api' no longer allows the origin 'https:\/\/a' in cross-origin requests\.$/,
    );
    const url = (origin: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b, FunctionUrlConfig: {AuthType: AWS_IAM, Cors: {AllowOrigins: [${origin}]}}}}
`;
    expect(saidBy('cors-narrowed', url('https://a'), url('https://b'))[0]).toContain(
      "The function URL 'FnUrl' no longer allows the origin 'https://a' in cross-origin requests.",
    );
  });
});

describe('api-not-redeployed', () => {
  it('is said where what counts for a deployment changes without one', () => {
    const sizes = (size: number) => api(route('/a'), `      MinimumCompressionSize: ${size}\n`);
    expect(saidBy('api-not-redeployed', sizes(100), sizes(200))).toEqual([
      "warning api-not-redeployed new.yaml:7 The REST API 'Api' is not redeployed: 'MinimumCompressionSize' changes, but its stages keep serving the previous deployment.",
    ]);
    expect(saidBy('api-not-redeployed', api(route('/a')), api(route('/a') + route('/bb')))).toEqual([]);
  });

  it('is said of methods that are written by hand, and of HTTP APIs that do not deploy by themselves', () => {
    const rest = (timeout: number) => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, Integration: {TimeoutInMillis: ${timeout}}}}
  Deployment: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}, DependsOn: Get}
  Stage: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Api, StageName: a, DeploymentId: !Ref Deployment}}
`;
    expect(saidBy('api-not-redeployed', rest(1000), rest(2000))[0]).toMatch(
      /^warning api-not-redeployed new\.yaml:3 .*'Get' changes/,
    );
    expect(
      saidBy(
        'api-not-redeployed',
        rest(1000),
        rest(2000).replaceAll('Deployment:', 'Deployment2:').replace('!Ref Deployment}', '!Ref Deployment2}'),
      ),
    ).toEqual([]);
    const http = (target: string, automatic: string) => `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  Route: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /a, Target: ${target}}}
  Deployment: {Type: AWS::ApiGatewayV2::Deployment, Properties: {ApiId: !Ref Api}, DependsOn: Route}
  Stage: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: a, AutoDeploy: ${automatic}}}
`;
    expect(saidBy('api-not-redeployed', http('a', 'false'), http('b', 'false'))).toHaveLength(1);
    expect(saidBy('api-not-redeployed', http('a', 'true'), http('b', 'true'))).toEqual([]);
  });

  it('says which function of the deployment is deleted', () => {
    const uri = "!Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations'";
    const rest = (name: string) => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Fn: {Type: AWS::Lambda::Function, Properties: {${name}Handler: a.b}}
  Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, Integration: {Uri: ${uri}}}}
  Deployment: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}, DependsOn: Get}
`;
    expect(saidBy('api-not-redeployed', rest(''), rest('FunctionName: f, '))).toEqual([
      "warning api-not-redeployed new.yaml:4 The REST API 'Api' is not redeployed: 'Get' changes, but its stages keep serving the previous deployment. Its calls fail: it uses the function 'Fn', which is deleted.",
    ]);
    const body = (name: string) => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {openapi: 3.0.1, paths: {/: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: ${uri}}}}}}}}
  Fn: {Type: AWS::Lambda::Function, Properties: {${name}Handler: a.b}}
  Deployment: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}}
`;
    expect(saidBy('api-not-redeployed', body(''), body('FunctionName: f, '))[0]).toMatch(
      /new\.yaml:2 .*'Body' changes, .* Its calls fail: it uses the function 'Fn', which is deleted\.$/,
    );
  });
});

describe('endpoint-changes', () => {
  it('is said of an API under another logical id', () => {
    const before = api(route('/a'));
    expect(
      saidBy('endpoint-changes', before, before.replaceAll('Api:', 'Shop:').replaceAll('!Ref Api', '!Ref Shop'))[0],
    ).toMatch(/^warning endpoint-changes new\.yaml:3 The REST API 'Api' is recreated and gets a new address/);
    expect(saidBy('endpoint-changes', before, api(route('/a') + route('/bb')))).toEqual([]);
  });
});

describe('endpoint-changes of an API that becomes private', () => {
  const api = (type: string) => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a, EndpointConfiguration: {Types: [${type}]}}}
`;
  it('is said of its clients on the internet', () => {
    expect(saidBy('endpoint-changes', api('REGIONAL'), api('PRIVATE'))).toEqual([
      "warning endpoint-changes new.yaml:2 The REST API 'Api' becomes private: clients on the internet can no longer call it, only those behind a VPC endpoint that its resource policy allows.",
    ]);
    expect(saidBy('endpoint-changes', api('PRIVATE'), api('REGIONAL'))).toEqual([]);
  });
});

describe('api-not-redeployed where SAM makes the deployment', () => {
  const api = (more: string, deploy = '') => `Transform: AWS::Serverless-2016-10-31
${deploy}Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, DefinitionBody: {openapi: 3.0.1, paths: {/a: {get: {}}}}${more}}}
`;
  const regional = ', EndpointConfiguration: {Type: REGIONAL}';
  it('names what the author wrote, and what the author can do', () => {
    const change = changeOf(api(''), api(regional));
    const [found] = change.consequences.filter(({ id }) => id === 'api-not-redeployed');
    expect(found).toMatchObject({
      text: "The REST API 'Api' is not redeployed: 'EndpointConfiguration' changes, but its stages keep serving the previous deployment.",
      cure: "Set 'AlwaysDeploy: true', or deploy the API after the stack (aws apigateway create-deployment).",
    });
  });

  it('is not said of an API that is always deployed', () => {
    expect(saidBy('api-not-redeployed', api(''), api(`${regional}, AlwaysDeploy: true`))).toEqual([]);
    const globals = 'Globals: {Api: {AlwaysDeploy: true}}\n';
    expect(saidBy('api-not-redeployed', api('', globals), api(regional, globals))).toEqual([]);
  });
});

describe('api-exposed', () => {
  const api = (properties: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1${properties}}}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      InlineCode: a
      Events: {Get: {Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref Api}}}
`;
  it('is said of an API that loses its policy or is no longer private', () => {
    const limited = api(", Auth: {ResourcePolicy: {IpRangeWhitelist: ['10.0.0.0/8']}}");
    expect(saidBy('api-exposed', limited, api(''))).toEqual([
      expect.stringContaining("The REST API 'Api' has no resource policy any more"),
    ]);
    expect(saidBy('api-exposed', api(''), limited)).toEqual([]);
    const type = (name: string) => api(`, EndpointConfiguration: {Type: ${name}}`);
    expect(saidBy('api-exposed', type('PRIVATE'), type('REGIONAL'))).toEqual([
      "error api-exposed new.yaml:3 The REST API 'Api' is no longer private: it can be reached from the internet.",
    ]);
    expect(saidBy('api-exposed', type('REGIONAL'), type('PRIVATE'))).toEqual([]);
  });

  it('is a warning where the policy still limits who can call the API', () => {
    const limited = (type: string, policy: string) =>
      api(`, EndpointConfiguration: {Type: ${type}}, Auth: {ResourcePolicy: {${policy}}}`);
    const vpc = 'SourceVpcWhitelist: [vpce-0123456789abcdef0]';
    expect(said(limited('PRIVATE', vpc), limited('REGIONAL', vpc)).filter((line) => !line.startsWith('info'))).toEqual([
      "warning api-exposed new.yaml:3 The REST API 'Api' is no longer private: on the internet, only its resource policy limits who can call it.",
      expect.stringMatching(/^warning api-not-redeployed /),
      "warning endpoint-changes new.yaml:3 The REST API 'Api' is no longer private, but its resource policy still names a VPC or VPC endpoint: API Gateway refuses calls from outside and from within the VPC.",
    ]);
    const range = "IpRangeWhitelist: ['10.0.0.0/8']";
    expect(saidBy('endpoint-changes', limited('PRIVATE', range), limited('REGIONAL', range))).toEqual([]);
    const anyone =
      "CustomStatements: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]";
    expect(saidBy('api-exposed', limited('PRIVATE', anyone), limited('REGIONAL', anyone))).toEqual([
      "error api-exposed new.yaml:3 The REST API 'Api' is no longer private: it can be reached from the internet.",
    ]);
  });
});

describe('endpoint-changes', () => {
  const api = (type: string, properties: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::${type}, Properties: {${properties}}}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      InlineCode: a
      Events: {Get: {Type: ${type}, Properties: {Path: /a, Method: ${type === 'Api' ? 'get' : 'GET'}, ${type === 'Api' ? 'RestApiId' : 'ApiId'}: !Ref Api}}}
`;
  it('is said where the address is switched off, not where the API begins', () => {
    for (const type of ['Api', 'HttpApi']) {
      const off = api(type, '\n    StageName: v1,\n    DisableExecuteApiEndpoint: true\n  ');
      expect(saidBy('endpoint-changes', api(type, 'StageName: v1'), off), type).toEqual([
        expect.stringMatching(/^warning endpoint-changes new\.yaml:5 The default address of /),
      ]);
    }
    const plain = (more: string) =>
      `Resources:\n  Api:\n    Type: AWS::ApiGatewayV2::Api\n    Properties:\n      Name: a\n      ProtocolType: HTTP\n${more}`;
    expect(saidBy('endpoint-changes', plain(''), plain('      DisableExecuteApiEndpoint: true\n'))).toEqual([
      expect.stringMatching(/^warning endpoint-changes new\.yaml:7 /),
    ]);
  });

  it('is said of stages that get another name, and of addresses that are switched off', () => {
    for (const type of ['Api', 'HttpApi']) {
      const [one, two] = [api(type, 'StageName: v1'), api(type, 'StageName: v2')];
      expect(saidBy('endpoint-changes', one, two), type).toEqual([expect.stringContaining("The stage 'v1' of the ")]);
      const off = api(type, 'StageName: v1, DisableExecuteApiEndpoint: true');
      expect(saidBy('endpoint-changes', one, off), type).toEqual([expect.stringContaining('is switched off')]);
      expect(saidBy('endpoint-changes', off, one), type).toEqual([]);
    }
  });
});

describe('a route for all methods that becomes one for some', () => {
  it('says which callers get an error', () => {
    const route = (method: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      InlineCode: a
      Events: {Get: {Type: HttpApi, Properties: {Path: /a, Method: ${method}}}}
`;
    expect(saidBy('route-removed', route('ANY'), route('GET'))).toEqual([
      expect.stringContaining('clients that call it with another method than GET get an error.'),
    ]);
  });
});

describe('cors-widened', () => {
  const http = (cors: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Http:
    Type: AWS::Serverless::HttpApi
    Properties:
      Name: a
${cors}  Fn: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b, Events: {A: {Type: HttpApi, Properties: {ApiId: !Ref Http, Path: /a, Method: get}}}}}
`;
  const from = (...origins: string[]) =>
    http(`      CorsConfiguration: {AllowOrigins: ['${origins.join("', '")}'], AllowMethods: [GET]}\n`);
  it('is said of any origin, and of another one', () => {
    expect(saidBy('cors-widened', from('https://a'), from('*'))).toEqual([
      "warning cors-widened new.yaml:7 The API 'Http' now allows cross-origin requests from any origin, instead of 'https://a'.",
    ]);
    expect(saidBy('cors-widened', http(''), from('*'))).toEqual([
      "warning cors-widened new.yaml:7 The API 'Http' now allows cross-origin requests from any origin, instead of none.",
    ]);
    expect(saidBy('cors-widened', from('https://a'), from('https://a', 'https://b'))).toEqual([
      "info cors-widened new.yaml:7 The API 'Http' now allows cross-origin requests from 'https://b', too.",
    ]);
    expect(saidBy('cors-widened', from('*'), from('https://a'))).toEqual([]);
    expect(saidBy('cors-widened', 'Resources: {T: {Type: AWS::SNS::Topic}}\n', from('*'))).toEqual([]);
  });
});

describe("addresses of one's own", () => {
  const template = (more: string) => `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  Stage: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: $default, AutoDeploy: true}}
${more}`;
  const domain = (name: string) =>
    `  Domain: {Type: AWS::ApiGatewayV2::DomainName, Properties: {DomainName: ${name}, DomainNameConfigurations: [{CertificateArn: arn, EndpointType: REGIONAL}]}}\n`;
  const mapping = (key: string) =>
    `  Mapping:\n    Type: AWS::ApiGatewayV2::ApiMapping\n    Properties: {DomainName: !Ref Domain, ApiId: !Ref Api, Stage: !Ref Stage${key}}\n`;
  const shop = template(domain('api.example.com') + mapping(', ApiMappingKey: shop'));
  const gone = 'stops working: nothing leads from it to the API any more.';
  it('are those of mappings', () => {
    const other = template(domain('api.example.com') + mapping(', ApiMappingKey: shop2'));
    expect(saidBy('endpoint-changes', shop, other)).toEqual([
      `warning endpoint-changes new.yaml:7 The address 'api.example.com/shop' of the API 'Api' ${gone}`,
    ]);
    expect(
      saidBy('endpoint-changes', shop, template(domain('b.example.com') + mapping(', ApiMappingKey: shop'))),
    ).toEqual([`warning endpoint-changes new.yaml:7 The address 'api.example.com/shop' of the API 'Api' ${gone}`]);
    expect(saidBy('endpoint-changes', shop, template(''))).toEqual([
      `warning endpoint-changes old.yaml:5 The address 'api.example.com/shop' of the API 'Api' ${gone}`,
    ]);
    expect(saidBy('endpoint-changes', template(domain('api.example.com')), shop)).toEqual([]);
    expect(saidBy('endpoint-changes', shop, shop.replaceAll('Mapping:', 'Mapped:'))).toEqual([]);
    const open = (text: string) => `Parameters: {P: {Type: String}}\n${text}`;
    const parameter = open(template(domain('!Ref P') + mapping('')));
    expect(saidBy('endpoint-changes', open(template(domain('api.example.com') + mapping(''))), parameter)).toEqual([
      `warning endpoint-changes new.yaml:8 The address 'api.example.com' of the API 'Api' perhaps ${gone}`,
    ]);
  });

  it('are those of distributions', () => {
    const cdn = (enabled: boolean, aliases: string) => `Resources:
  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: ${enabled}
        Aliases: [${aliases}]
        Origins: [{Id: o, DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
        DefaultCacheBehavior: {TargetOriginId: o, ViewerProtocolPolicy: https-only, CachePolicyId: a}
`;
    expect(saidBy('endpoint-changes', cdn(true, 'b.example.com'), cdn(false, 'b.example.com'))).toEqual([
      "warning endpoint-changes new.yaml:6 The distribution 'Cdn' is switched off: clients that use its addresses stop working.",
    ]);
    expect(saidBy('endpoint-changes', cdn(true, 'b.example.com, c.example.com'), cdn(true, 'c.example.com'))).toEqual([
      "warning endpoint-changes new.yaml:7 The distribution 'Cdn' no longer answers for 'b.example.com': clients that use that address get an error.",
    ]);
    expect(saidBy('endpoint-changes', cdn(false, 'c.example.com'), cdn(true, 'b.example.com, c.example.com'))).toEqual(
      [],
    );
  });

  it('are those of login pages', () => {
    const pool = (login: string) => `Resources:
  Pool: {Type: AWS::Cognito::UserPool}
${login}`;
    const login = (name: string) =>
      `  Login:\n    Type: AWS::Cognito::UserPoolDomain\n    Properties: {UserPoolId: !Ref Pool, Domain: ${name}}\n`;
    const text =
      "The login domain 'shop' of the user pool 'Pool' stops working: clients that send users there must be updated.";
    expect(saidBy('endpoint-changes', pool(login('shop')), pool(login('login')))).toEqual([
      `warning endpoint-changes new.yaml:5 ${text}`,
    ]);
    expect(saidBy('endpoint-changes', pool(login('shop')), pool(''))).toEqual([
      `warning endpoint-changes old.yaml:3 ${text}`,
    ]);
    expect(saidBy('endpoint-changes', pool(''), pool(login('shop')))).toEqual([]);
  });
});
