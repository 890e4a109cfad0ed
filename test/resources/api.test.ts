import { describe, expect, test } from 'vitest';
import { type ExpandOptions, expand, lint, type Problem } from '../../src/index.ts';
import { entryOf, originOf } from '../../src/model/origin.ts';
import { getIn, type Json } from '../../src/model/tree.ts';
import { lineOf } from '../line.ts';

const indent = (text: string, by: number): string => text.trimEnd().replace(/^(?=.)/gm, ' '.repeat(by));
const start = 'Transform: AWS::Serverless-2016-10-31\n';
const api = (properties: string, attributes = ''): string => `  Api:
    Type: AWS::Serverless::Api
${attributes}    Properties:
      StageName: live
${indent(properties, 6)}
`;
const fn = (id: string, events: string, attributes = ''): string => `  ${id}:
    Type: AWS::Serverless::Function
${attributes}    Properties:
      InlineCode: x
      Handler: h
      Runtime: nodejs20.x
      Events:
${indent(events, 8)}
`;
const route = (id: string, properties: string): string =>
  `${id}:\n  Type: Api\n  Properties:\n${indent(properties, 4)}\n`;
const own = (id: string, properties: string): string => route(id, `RestApiId: !Ref Api\n${properties}`);
const template = (...resources: string[]): string => `${start}Resources:\n${resources.join('')}`;

const bodyOf = (expanded: Json | undefined, id = 'Api'): Json | undefined =>
  getIn(expanded, 'Resources', id, 'Properties', 'Body');
const errors = (problems: readonly Problem[]): Problem[] => problems.filter(({ level }) => level === 'error');
const resource = (expanded: Json | undefined, id: string): Json | undefined => getIn(expanded, 'Resources', id);
const deploymentOf = (text: string, options: ExpandOptions = {}): string | undefined => {
  const expanded = expand(text, options).template as Json | undefined;
  const stage = resource(expanded, 'ApiliveStage') ?? resource(expanded, 'ServerlessRestApiProdStage');
  return getIn(stage, 'Properties', 'DeploymentId', 'Ref') as string | undefined;
};
const atLine = (text: string, { line }: Problem): string => text.split('\n')[line! - 1]!.trim();

describe('what caused a part of an API', () => {
  const text = template(
    fn('Fn', own('Get', 'Path: /a/{b}\nMethod: get\nAuth:\n  ApiKeyRequired: true\n')),
    api(`Cors: "'*'"
Auth:
  DefaultAuthorizer: Guard
  Authorizers:
    Guard:
      FunctionArn: arn:guard
  UsagePlan:
    CreateUsagePlan: PER_API
Models:
  Thing:
    type: object
GatewayResponses:
  THROTTLED:
    StatusCode: 429
Domain:
  DomainName: example.com
  CertificateArn: arn:c
  BasePath: [one, two]
`),
  );
  const { template: expanded, problems } = expand(text);
  const line = (value: Json | undefined) => lineOf(text, value);

  test('is the event, the line of Auth, Cors and so on', () => {
    expect(problems).toEqual([]);
    const body = bodyOf(expanded as Json);
    expect(line(getIn(body, 'paths', '/a/{b}'))).toBe('Get:');
    expect(line(getIn(body, 'paths', '/a/{b}', 'get'))).toBe('Get:');
    expect(line(getIn(body, 'paths', '/a/{b}', 'get', 'security', 0))).toBe('ApiKeyRequired: true');
    expect(line(getIn(body, 'paths', '/a/{b}', 'get', 'security', 1))).toBe('DefaultAuthorizer: Guard');
    expect(line(getIn(body, 'paths', '/a/{b}', 'options'))).toBe(`Cors: "'*'"`);
    expect(line(getIn(body, 'securityDefinitions', 'Guard'))).toBe('Guard:');
    expect(line(getIn(body, 'x-amazon-apigateway-gateway-responses', 'THROTTLED'))).toBe('THROTTLED:');
    const model = entryOf(getIn(body, 'definitions'), 'thing');
    expect(text.slice(model!.key.start, model!.key.end)).toBe('Thing');
  });

  test('is told for the resources too', () => {
    const of = (id: string) => line(resource(expanded as Json, id));
    expect(of('FnGetPermissionlive')).toBe('Get:');
    expect(of('ApiliveStage')).toBe('StageName: live');
    expect(of('ApiGuardAuthorizerPermission')).toBe('Guard:');
    expect(of('ApiUsagePlan')).toContain('UsagePlan:');
    expect(of('ApitwoBasePathMapping')).toContain('BasePath: [one, two]');
  });

  test('leaves what the author wrote in the definition where it is', () => {
    const text = template(
      api("Cors: \"'*'\"\nDefinitionBody:\n  swagger: '2.0'\n  paths:\n    /x:\n      get:\n        a: 1\n"),
    );
    const body = bodyOf(expand(text).template as Json);

    expect(lineOf(text, getIn(body, 'paths', '/x', 'get'))).toBe('a: 1');
    const entry = entryOf(getIn(body, 'paths', '/x', 'get'), 'a');
    expect(text.slice(entry!.value.start, entry!.value.end)).toBe('1');
  });
});

describe('the implicit API', () => {
  const text = template(
    fn('One', route('Get', 'Path: /a\nMethod: get\n'), '    Condition: First\n'),
    fn('Two', route('Put', 'Path: /a\nMethod: put\n'), '    Condition: Second\n    DeletionPolicy: Retain\n'),
  ).replace('Resources:', 'Conditions:\n  First: !Equals [a, a]\n  Second: !Equals [a, b]\nResources:');
  const { template: expanded } = expand(text);

  test('is traced to all events that made it', () => {
    const origin = originOf(resource(expanded as Json, 'ServerlessRestApi'));
    const places = [origin!, ...(origin!.related ?? [])].map(({ start, end }) => text.slice(start, end));
    expect(places.sort()).toEqual(['Get', 'Put']);
  });

  test('exists while one of the resources does that use it', () => {
    expect(resource(expanded as Json, 'ServerlessRestApi')).toMatchObject({
      Condition: 'ServerlessRestApiCondition',
      DeletionPolicy: 'Retain',
    });
    expect(getIn(expanded as Json, 'Conditions', 'ServerlessRestApiCondition')).toEqual({
      'Fn::Or': [{ Condition: 'First' }, { Condition: 'Second' }],
    });
    expect(getIn(bodyOf(expanded as Json, 'ServerlessRestApi'), 'paths', '/a', 'Fn::If', 0)).toBe(
      'ServerlessRestApiSLASHaPathCondition',
    );
  });

  test('gives way to the author’s resource of its name when no event needs it', () => {
    const text = template(api('Description: mine')).replace('  Api:', '  ServerlessRestApi:');
    expect(getIn(resource(expand(text).template as Json, 'ServerlessRestApi'), 'Properties', 'Description')).toBe(
      'mine',
    );
  });
});

describe('what is wrong with a definition stands in the definition', () => {
  const body = (paths: string): string =>
    api(`Cors: "'*'"\nDefinitionBody:\n  swagger: '2.0'\n  paths:\n${indent(paths, 4)}\n`);
  test.each([
    ['a path that is a string', body('/x: text'), 'invalid-definition', '/x: text'],
    [
      'a method that is null',
      body('/x:\n  get:').replace(`Cors: "'*'"`, 'Auth: {DefaultAuthorizer: AWS_IAM}'),
      'invalid-definition',
      'get:',
    ],
    [
      'security that is no list',
      body('/x:\n  get:\n    x-amazon-apigateway-integration: {type: mock}\n    security: none').replace(
        `Cors: "'*'"`,
        'Auth: {ApiKeyRequired: true}',
      ),
      'invalid-definition',
      'security: none',
    ],
    ['operands of Fn::If that are not a list', body('/x:\n  Fn::If: yes'), 'invalid-if', 'Fn::If: yes'],
    ['a version that is a map', api('OpenApiVersion: {a: b}'), 'wrong-value', 'OpenApiVersion: {a: b}'],
    [
      'paths that are missing',
      api(`Cors: "'*'"\nDefinitionBody:\n  swagger: '2.0'\n`),
      'invalid-definition',
      `Cors: "'*'"`,
    ],
  ])('%s', (_, resources, code, line) => {
    const text = template(resources);
    const [problem] = errors(expand(text).problems);
    expect(problem).toMatchObject({ code, logicalId: 'Api' });
    expect(atLine(text, problem!)).toBe(line);
  });

  test('and nothing is wrong with what the transform need not look at', () => {
    const text = template(api("DefinitionBody:\n  swagger: '2.0'\n  paths:\n    /x: text\n"));
    const { template: expanded, problems } = expand(text);
    expect(errors(problems)).toEqual([]);
    expect(bodyOf(expanded as Json)).toEqual({ swagger: '2.0', paths: { '/x': 'text' } });
  });
});

describe('the version of a definition', () => {
  const found = (version: string) => {
    const { problems } = expand(template(api(`DefinitionBody: {${version}, paths: {}}`)));
    return problems.map(({ code, level, line, column, message }) => `${line}:${column} ${level} ${code} ${message}`);
  };

  test('is no whole number', () => {
    expect(found('swagger: 2')).toEqual([
      "7:33 warning invalid-definition 'swagger' of the definition is the number 2, which is not a version. Write '2.0'.",
    ]);
    expect(found('openapi: 3')).toEqual([
      "7:33 warning invalid-definition 'openapi' of the definition is the number 3, which is not a version. Write '3.0.1'.",
    ]);
    expect(found('openapi: {a: b}')).toEqual([
      "7:33 warning invalid-definition 'openapi' of the definition is a map; it must be a version such as '3.0.1'.",
    ]);
  });

  test.each(["swagger: '2.0'", 'swagger: 2.0', 'openapi: 3.0', 'openapi: 3.0.1', 'openapi: !Ref Version'])(
    'may be %s',
    (version) => expect(found(version)).toEqual([]),
  );

  test('of an object is a number with a point, which JavaScript does not keep', () => {
    const properties = { StageName: 'live', DefinitionBody: { swagger: 2, paths: {} } };
    const { problems } = expand({ Resources: { Api: { Type: 'AWS::Serverless::Api', Properties: properties } } });
    expect(problems).toEqual([]);
  });
});

describe('what is wrong with a route stands at its event', () => {
  const managed = api('Auth: {Authorizers: {Guard: {UserPoolArn: a}}}\nModels: {Thing: {type: object}}');
  const get = 'Path: /x\nMethod: get\n';
  test.each([
    ['an authorizer that is misspelt', 'Auth: {Authorizer: Gard}', 'unknown-authorizer', "Did you mean 'Guard'?"],
    ['NONE without a default', 'Auth: {Authorizer: NONE}', 'no-default-authorizer', 'DefaultAuthorizer'],
    ['scopes without an authorizer', 'Auth: {AuthorizationScopes: [a]}', 'scopes-without-authorizer', 'Authorizer'],
    ['a key that is not required', 'Auth: {ApiKeyRequired: false}', 'api-key-not-required', 'ApiKeyRequired'],
    ['a model that is misspelt', 'RequestModel: {Model: Thig}', 'unknown-model', "Did you mean 'Thing'?"],
    [
      'a parameter of no known kind',
      'RequestParameters: [method.request.body.x]',
      'wrong-value',
      'method.request.header.',
    ],
    [
      'a misspelt setting of a parameter',
      'RequestParameters: [{method.request.path.x: {Require: true}}]',
      'unknown-property',
      "Did you mean 'Required'?".toLowerCase(),
    ],
  ])('%s', (_, property, code, hint) => {
    const text = template(fn('Fn', own('Get', get + property)), managed);
    const [problem, ...others] = errors(expand(text).problems);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code, logicalId: 'Fn', eventId: 'Get' });
    expect(problem!.message.toLowerCase()).toContain(hint.toLowerCase());
    expect(atLine(text, problem!)).toBe(property);
  });

  test('the second of two with one path and method', () => {
    const text = template(fn('Fn', own('A', get) + own('B', get)), managed);
    const [problem] = errors(expand(text).problems);
    expect(problem).toMatchObject({ code: 'duplicate-route', logicalId: 'Fn', eventId: 'B' });
  });

  test('an API that is not there', () => {
    const text = template(fn('Fn', own('Get', get).replace('!Ref Api', '!Ref Apl')), managed);
    expect(errors(expand(text).problems)).toMatchObject([
      { code: 'not-in-template', logicalId: 'Fn', eventId: 'Get', message: expect.stringContaining("'!Ref Api'") },
    ]);
  });

  test('an override of a method that the definition does not have', () => {
    const body = `DefinitionBody: {swagger: '2.0', paths: {/y: {}}}\nAuth: {Authorizers: {Guard: {UserPoolArn: a}}}`;
    const text = template(fn('Fn', own('Get', `${get}Auth: {Authorizer: Guard, OverrideApiAuth: true}`)), api(body));
    expect(errors(expand(text).problems)).toMatchObject([{ code: 'override-without-method', eventId: 'Get' }]);
  });
});

describe('the deployment', () => {
  const text = template(fn('Fn', own('Get', 'Path: /x\nMethod: get\n')), api('Name: n'));

  test('is a new one when the definition changes, and only then', () => {
    const id = deploymentOf(text);
    expect(id).toMatch(/^ApiDeployment[0-9a-f]{10}$/);
    expect(deploymentOf(text.replace('Name: n', 'Name: other'))).toBe(id);
    expect(deploymentOf(text.replace('/x', '/y'))).not.toBe(id);
    expect(deploymentOf(text.replace('InlineCode: x', 'InlineCode: x\n      FunctionName: f'))).not.toBe(id);
  });

  // The ids are those of AWS's own translator, which sees an ASCII text where a list would hold Unicode ones.
  test.each([
    ['IntrinsicVpcWhitelist: vpc-0123456789abcdef0', 'ApiDeployment961ec74144'],
    ['IntrinsicVpcBlacklist: vpc-0123456789abcdef0', 'ApiDeployment427a30c0ac'],
    ['IntrinsicVpceWhitelist: vpce-0123456789abcdef0', 'ApiDeployment74ee32f8d3'],
  ])('has the id of a policy with a text in place of a list: %s', (policy, id) => {
    const text = `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: {StageName: v1, EndpointConfiguration: {Type: PRIVATE}, Auth: {ResourcePolicy: {${policy}}}}
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: s3://example-bucket/worker.zip
      Events: {Get: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /orders, Method: get}}}
`;
    expect(Object.keys(expand(text).template!.Resources)).toContain(id);
  });

  test('with AlwaysDeploy and without the time says that it does not follow it', () => {
    const always = text.replace('Name: n', 'AlwaysDeploy: true');
    const codes = (options: Parameters<typeof expand>[1]) => expand(always, options).problems.map(({ code }) => code);
    expect(codes({})).toEqual(['always-deploy']);
    expect(codes({ now: 1 })).toEqual([]);
    expect(lint(always).problems.map(({ code }) => code)).not.toContain('always-deploy');
  });

  test('says that a definition from S3 does not count', () => {
    const api = (body: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, DefinitionBody: ${body}}}
`;
    const included = api('{Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://shared/api.yaml}}}');
    expect(expand(included).problems).toEqual([
      expect.objectContaining({
        code: 'definition-not-read',
        level: 'warning',
        message: expect.stringContaining("'AWS::Include' makes"),
      }),
    ]);
    expect(expand(api('{swagger: 2.0, paths: {}}')).problems).toEqual([]);
  });

  test('with AlwaysDeploy follows the clock where there is one', () => {
    const always = text.replace('Name: n', 'AlwaysDeploy: true');
    expect(deploymentOf(always, { now: 1 })).toBe(deploymentOf(always, { now: 1.9 }));
    expect(deploymentOf(always, { now: 1 })).not.toBe(deploymentOf(always, { now: 2 }));
    expect(deploymentOf(always)).toBe(deploymentOf(text));
  });

  test('tells `3.0`, which is a fraction, from `3`', () => {
    const version = (value: string) => expand(text.replace('Name: n', `OpenApiVersion: ${value}`));
    expect(getIn(bodyOf(version('3.0').template as Json), 'openapi')).toBe('3.0');
    expect(errors(version('3').problems)).toMatchObject([{ code: 'wrong-value' }]);
  });
});

test('a shared usage plan knows all APIs that share it', () => {
  const auth = 'Auth: {UsagePlan: {CreateUsagePlan: SHARED}}';
  const text = template(api(auth), api(auth).replace('  Api:', '  Other:'));
  const expanded = expand(text).template as Json;
  const ids = (getIn(resource(expanded, 'ServerlessUsagePlan'), 'Properties', 'ApiStages') as Json[]).map((stage) =>
    getIn(stage, 'ApiId', 'Ref'),
  );
  expect(ids.sort()).toEqual(['Api', 'Other']);
  expect(originOf(resource(expanded, 'ServerlessUsagePlan'))?.related).toHaveLength(1);
});

test('a local definition is found where packages are', () => {
  const { template: expanded } = expand(template(api('DefinitionUri: openapi.yaml')), { artifacts: { bucket: 'b' } });
  expect(getIn(resource(expanded as Json, 'Api'), 'Properties', 'BodyS3Location', 'Bucket')).toBe('b');
});

test('many routes cost as much each as few', () => {
  const many = (count: number): string =>
    template(
      fn('Fn', Array.from({ length: count }, (_, at) => route(`E${at}`, `Path: /r${at}\nMethod: get`)).join('')),
    );
  const time = (text: string): number => {
    const from = performance.now();
    expect(expand(text).template).toBeDefined();
    return performance.now() - from;
  };
  const [few, lots] = [many(300), many(2400)];
  time(few);
  const [one, eight] = [Math.min(time(few), time(few), time(few)), Math.min(time(lots), time(lots))];
  // Eight times the routes; a rescan of the earlier ones would make it sixty times the work.
  expect(eight).toBeLessThan(25 * one);
});

describe('the deployment of a REST API', () => {
  const deployments = (...resources: string[]): string[] =>
    Object.keys(expand(template(...resources)).template!['Resources'] as object).filter((id) => /Deployment/.test(id));
  const http = (id: string, properties: string): string =>
    `${id}:\n  Type: HttpApi\n  Properties:\n    ApiId: !Ref Api\n${indent(properties, 4)}\n`;
  const version3 = api('OpenApiVersion: 3.0.1\n');

  test("knows API Gateway's name for ANY as the author's own word", () => {
    const events = own('A', 'Path: /a\nMethod: x-amazon-apigateway-any-method\n');
    expect(deployments(fn('Fn', events), api(''))).toEqual(['ApiDeploymentafbcf67bea']);
  });

  test('knows the route of an HttpApi event without path and method as its own', () => {
    expect(deployments(fn('Fn', http('A', '')), version3)).toEqual(['ApiDeploymenta2e6444f94']);
  });

  test('takes events of both kinds in their order', () => {
    const events = [
      http('S4', "Path: '/{d}'\nMethod: put\nTimeoutInMillis: 3\n"),
      own('J6', "Path: '/{d}'\nMethod: get\n"),
    ];
    expect(deployments(fn('Fn', events.join('')), version3)).toEqual(['ApiDeploymente2000093aa']);
  });
});

test('an event of a state machine asks nothing of an API that merges definitions', () => {
  const text = template(
    `  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: {StartAt: A}
      Events:
${indent(own('A', 'Path: /a\nMethod: get\nAuth:\n  Authorizer: Unknown\n'), 8)}
`,
    api('MergeDefinitions: true\nDefinitionBody:\n  swagger: "2.0"\n  paths: {}\n'),
  );
  expect(errors(expand(text).problems)).toEqual([]);
});

test('a version that is none and an Auth that becomes a text do not hide what events do wrong', () => {
  const events = own('A', 'Path: /a\nMethod: get\n') + own('B', 'Path: /a\nMethod: GET\n');
  const text = `Parameters: {P: {Type: String, Default: x}}\n${template(fn('Fn', events), api('OpenApiVersion: 4.0\nAuth: !Ref P\n'))}`;
  expect(errors(expand(text).problems).map(({ code }) => code)).toEqual([
    'duplicate-route',
    'wrong-value',
    'wrong-type',
  ]);
});

test.each(['0', 'false'])('the domain name %s, which Python takes for nothing, gives ids no hash', (name) => {
  const ids = (domain: string) =>
    Object.keys(
      getIn(
        expand(template(api(`Domain: {DomainName: ${name}, CertificateArn: c${domain}}`))).template,
        'Resources',
      ) as object,
    );
  expect(ids('')).toContain('ApiGatewayDomainName');
  expect(ids(', EndpointConfiguration: PRIVATE')).toContain('ApiGatewayDomainNameV2');
});
