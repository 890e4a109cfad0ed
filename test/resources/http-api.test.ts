import { describe, expect, test } from 'vitest';
import { expand, type Problem } from '../../src/index.ts';
import { originOf } from '../../src/model/origin.ts';
import { getIn, type Json } from '../../src/model/tree.ts';
import { lineOf } from '../line.ts';

const api = (properties: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
${properties.trimEnd().replace(/^/gm, '      ')}
`;
const fn = (id: string, events: string, condition = ''): string => `  ${id}:
    Type: AWS::Serverless::Function
${condition}    Properties:
      InlineCode: x
      Handler: h
      Runtime: nodejs20.x
      Events:
${events.trimEnd().replace(/^/gm, '        ')}
`;
const route = (id: string, properties: string): string =>
  `${id}:\n  Type: HttpApi\n  Properties:\n    ApiId: !Ref Api\n${properties.trimEnd().replace(/^/gm, '    ')}\n`;

const bodyOf = (template: Json | undefined): Json | undefined =>
  getIn(template, 'Resources', 'Api', 'Properties', 'Body');
const errors = (problems: readonly Problem[]): Problem[] => problems.filter(({ level }) => level === 'error');

describe('the definition', () => {
  const text =
    api(`Auth:
  Authorizers:
    Guard:
      FunctionArn: arn:guard
      AuthorizerPayloadFormatVersion: '2.0'
      EnableFunctionDefaultPermissions: true
      Identity:
        Headers: [Authorization]
  DefaultAuthorizer: Guard
RouteSettings:
  GET /a/{b}:
    ThrottlingBurstLimit: 1
    ThrottlingRateLimit: 5
`) + fn('Fn', route('Get', 'Path: /a/{b}\nMethod: GET\nRouteSettings:\n  ThrottlingBurstLimit: 2\n'));
  const { template, problems } = expand(text);

  test('is made from events, and each part is traced to what caused it', () => {
    expect(problems).toEqual([]);
    const method = getIn(bodyOf(template), 'paths', '/a/{b}', 'get');
    expect(lineOf(text, method)).toBe('Get:');
    expect(lineOf(text, getIn(method, 'security', 0))).toBe('Guard:');
    expect(lineOf(text, getIn(bodyOf(template), 'components', 'securitySchemes', 'Guard'))).toBe('Guard:');
    expect(lineOf(text, getIn(template, 'Resources', 'ApiGuardAuthorizerPermission'))).toBe('Guard:');
    expect(lineOf(text, getIn(template, 'Resources', 'FnGetPermission'))).toBe('Get:');
  });

  test('takes the settings of an event into the stage, over those of the API', () => {
    const settings = getIn(template, 'Resources', 'ApiApiGatewayDefaultStage', 'Properties', 'RouteSettings');
    expect(settings).toEqual({ 'GET /a/{b}': { ThrottlingBurstLimit: 2, ThrottlingRateLimit: 5 } });
  });

  test('does not change the template that was read', () => {
    const input = {
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Api: {
          Type: 'AWS::Serverless::HttpApi',
          Properties: {
            Tags: { a: 'b' },
            CorsConfiguration: true,
            DefinitionBody: { openapi: '3.0.1', paths: { '/x': { get: null } }, tags: [{ name: 'a' }] },
          },
        },
      },
    };
    const before = JSON.stringify(input);
    expect(expand(input).template).toBeDefined();
    expect(JSON.stringify(input)).toBe(before);
  });

  test('passes unchanged where it is no OpenAPI document and nothing has to be added', () => {
    const include = "DefinitionBody:\n  Fn::Transform: { Name: 'AWS::Include', Parameters: { Location: s3://a/b } }\n";
    expect(bodyOf(expand(api(include)).template)).toEqual({
      'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b' } },
    });
  });
});

test('the implicit API is traced to all events that made it', () => {
  const event = (path: string): string => `E:\n  Type: HttpApi\n  Properties:\n    Path: ${path}\n    Method: GET\n`;
  const { template } = expand(
    `Transform: AWS::Serverless-2016-10-31\nResources:\n${fn('A', event('/a'))}${fn('B', event('/b'))}`,
  );
  const origin = originOf(getIn(template, 'Resources', 'ServerlessHttpApi'));
  expect([origin, ...(origin?.related ?? [])]).toHaveLength(2);
});

describe('permissions', () => {
  const permissions = (template: Json | undefined): string[] =>
    Object.keys(getIn(template, 'Resources') as object).filter((id) => id.endsWith('Permission'));
  const routes = route('All', 'Path: $default\nMethod: ANY') + route('Get', 'Path: /x\nMethod: GET');

  test('the one for the default route covers the other routes of the function', () => {
    expect(permissions(expand(api('Name: x') + fn('Fn', routes)).template)).toEqual(['FnAllPermission']);
  });

  test('the default route of another function covers nothing', () => {
    const definition = `DefinitionBody:
  openapi: 3.0.1
  paths:
    $default:
      x-amazon-apigateway-any-method:
        x-amazon-apigateway-integration:
          uri: !Sub arn:\${Other.Arn}/invocations
`;
    const { template } = expand(api(definition) + fn('Fn', routes));
    expect(permissions(template)).toEqual(['FnAllPermission', 'FnGetPermission']);
  });

  test('an alias needs one for every route', () => {
    const text = (api('Name: x') + fn('Fn', routes)).replace('Handler: h', 'Handler: h\n      AutoPublishAlias: live');
    const { template } = expand(text.replace('InlineCode: x', 'CodeUri: s3://a/b'));
    expect(permissions(template)).toEqual(['FnAllPermission', 'FnGetPermission']);
  });
});

describe('CORS', () => {
  const corsOf = (cors: string): Json | undefined =>
    getIn(bodyOf(expand(api(`CorsConfiguration:${cors}`)).template), 'x-amazon-apigateway-cors');

  test('under a condition is spelt as in the definition', () => {
    expect(corsOf('\n  Fn::If: [C, { AllowOrigins: [a], MaxAge: 5 }, !Ref AWS::NoValue]')).toEqual({
      'Fn::If': ['C', { allowOrigins: ['a'], maxAge: 5 }, { Ref: 'AWS::NoValue' }],
    });
  });

  test('whose origins are an intrinsic function loses the rest, which is told', () => {
    const text = api('CorsConfiguration:\n  AllowOrigins: !Split [",", !Ref Origins]\n  AllowMethods: [GET]\n');
    const { template, problems } = expand(text);
    expect(getIn(bodyOf(template), 'x-amazon-apigateway-cors')).toEqual({ 'Fn::Split': [',', { Ref: 'Origins' }] });
    expect(problems).toMatchObject([{ code: 'cors-only-origins', level: 'warning', line: 7 }]);
  });
});

describe('problems stand where they are', () => {
  const valid = 'DefinitionBody:\n  openapi: 3.0.1\n';
  test.each([
    ['DefinitionBody: { a: b }\nTags: { a: b }\n', 'invalid-definition', 7],
    ['DefinitionUri: s3://a/b\nName: x\n', 'definition-not-inline', 7],
    [`${valid}  info: { title: x }\n  paths: {}\nName: x\n`, 'already-in-definition', 10],
    [`${valid}  info: x\n  paths: {}\nName: x\n`, 'invalid-definition', 8],
    [`${valid}  info: { description: x }\n  paths: {}\nDescription: x\n`, 'already-in-definition', 10],
    [`${valid}  servers: [x]\n  paths: {}\nDisableExecuteApiEndpoint: true\n`, 'invalid-definition', 8],
    [`${valid}  tags: x\n  paths: {}\nTags: { a: b }\n`, 'invalid-definition', 8],
    [`${valid}  x-amazon-apigateway-cors: []\n  paths: {}\nCorsConfiguration: true\n`, 'invalid-definition', 8],
    ['CorsConfiguration:\n  AllowOrigin: [a]\n', 'unknown-property', 7],
    ['CorsConfiguration:\n  AllowOrigins: ["*"]\n  AllowCredentials: true\n', 'cors-credentials-for-all', 8],
    ['Auth:\n  DefaultAuthoriser: x\n', 'unknown-property', 7],
    ['Auth:\n  DefaultAuthorizer: x\n', 'unknown-authorizer', 7],
    ['Auth:\n  Authorizers:\n    A: x\n', 'wrong-type', 8],
    ['Auth:\n  Authorizers:\n    A:\n      JwtConfiguration: [x]\n      IdentitySource: x\n', 'wrong-type', 9],
    ['Auth:\n  Authorizers:\n    A:\n      JwtConfiguration: { a: b }\n', 'incomplete-authorizer', 8],
    [
      "Auth:\n  Authorizers:\n    A:\n      FunctionArn: x\n      AuthorizerPayloadFormatVersion: '1.0'\n      Identity:\n        Headers: x\n",
      'wrong-type',
      12,
    ],
    ['Domain:\n  DomainName: a\n  CertificateArn: b\n  EndpointConfiguration: EDGE\n', 'wrong-value', 9],
  ])('%j', (properties, code, line) => {
    expect(errors(expand(api(properties)).problems)).toMatchObject([{ code, line, logicalId: 'Api' }]);
  });

  test('also those of paths and methods of the definition, on the API', () => {
    const paths = (text: string): string =>
      api(
        `${valid}  paths:\n${text.replace(/^/gm, '    ')}\nAuth:\n  EnableIamAuthorizer: true\n  DefaultAuthorizer: AWS_IAM\n`,
      );
    const found = (text: string): Problem[] => errors(expand(paths(text)).problems);
    expect(found('/a: x')).toMatchObject([{ code: 'invalid-definition', line: 9, logicalId: 'Api' }]);
    expect(found('/a:\n  get: null')).toMatchObject([{ code: 'invalid-definition', line: 10 }]);
    expect(found('/a:\n  GET: {}')).toMatchObject([{ code: 'method-spelling', line: 10 }]);
    expect(found('/a:\n  Fn::If: x')).toMatchObject([{ code: 'invalid-if', line: 10 }]);
    expect(found('/a:\n  options: null')).toEqual([]);
  });
});

describe('what API Gateway will refuse in a definition', () => {
  const files = (text: string) => ({
    kind: () => 'file' as const,
    text: () => text,
    fingerprint: () => 'abc',
  });
  const local = api('DefinitionUri: openapi.yaml\n');

  test('is an error in the local file, at its line there', () => {
    const text =
      'openapi: 3.0.1\npaths:\n  /a: x\n  /b:\n    get:\n      security:\n        - Gard: []\ncomponents:\n  securitySchemes:\n    Guard: {}\n';
    const { problems } = expand(local, { path: 'app/template.yaml', reader: files(text) });
    expect(errors(problems)).toMatchObject([
      { code: 'invalid-definition', file: 'app/openapi.yaml', line: 3, logicalId: 'Api' },
      { code: 'unknown-security-scheme', file: 'app/openapi.yaml', line: 7, logicalId: 'Api' },
    ]);
    expect(problems[1]?.message).toContain("Did you mean 'Guard'?");
  });

  test('is an error in the local file also where its text cannot be read', () => {
    const { problems } = expand(local, { reader: files('openapi: [3.0.1\n') });
    expect(errors(problems)).toMatchObject([{ file: 'openapi.yaml', logicalId: 'Api' }]);
  });

  test('is a warning in the template where the transform has no need to look', () => {
    const body =
      'DefinitionBody:\n  openapi: { a: b }\n  security: x\n  paths:\n    /a:\n      Fn::If: [C, { get: null }, !Ref AWS::NoValue]\n    x-other: 5\n';
    const { template, problems } = expand(api(body));
    expect(template).toBeDefined();
    expect(problems).toMatchObject([
      { code: 'invalid-definition', level: 'warning', line: 7 },
      { code: 'invalid-definition', level: 'warning', line: 8 },
      { code: 'invalid-definition', level: 'warning', line: 11 },
    ]);
  });

  test('is not what another file or the deployment brings', () => {
    const body =
      'DefinitionBody:\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://a/b } }\n  paths: { Fn::Transform: 5 }\n  security: [NONE: []]\n';
    expect(expand(api(body)).problems).toEqual([]);
  });
});

test('tags are passed on to the domain whatever PropagateTags says', () => {
  const properties = 'Tags: {a: b}\nDomain: {DomainName: example.com, CertificateArn: arn:cert}';
  const { template } = expand(api(properties));
  const [domain] = Object.values(template?.['Resources'] ?? {}).filter(
    (each) => getIn(each, 'Type') === 'AWS::ApiGatewayV2::DomainName',
  );
  expect(getIn(domain, 'Properties', 'Tags')).toEqual({ a: 'b', 'httpapi:createdBy': 'SAM' });
});

test('settings of an event beside a function do not hide those of Globals', () => {
  const settingsWith = (settings: string) => {
    const text = api('StageName: live\nRouteSettings:\n  $default: !If [C, a, b]') + fn('Fn', route('Get', settings));
    const globals =
      'Globals:\n  HttpApi: {RouteSettings: {$default: {DataTraceEnabled: true, ThrottlingBurstLimit: 1}}}\n';
    const { template } = expand(text.replace('Resources:\n', `${globals}Resources:\n`));
    return getIn(template, 'Resources', 'ApiliveStage', 'Properties', 'RouteSettings');
  };
  expect(settingsWith('RouteSettings: {ThrottlingBurstLimit: 2}')).toEqual({
    $default: { 'Fn::If': ['C', 'a', 'b'], DataTraceEnabled: true, ThrottlingBurstLimit: 2 },
  });
  expect(settingsWith('RouteSettings: {}')).toEqual({ $default: { 'Fn::If': ['C', 'a', 'b'] } });
});
