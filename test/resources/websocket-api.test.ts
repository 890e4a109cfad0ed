import { describe, expect, test } from 'vitest';
import { expand } from '../../src/index.ts';
import { getIn } from '../../src/model/tree.ts';
import { lineOf } from '../line.ts';

const api = (properties: string, id = 'Api'): string => `  ${id}:
    Type: AWS::Serverless::WebSocketApi
    Properties:
      RouteSelectionExpression: $request.body.action
${properties.trimEnd().replace(/^/gm, '      ')}
`;
const templateOf = (...apis: string[]): string => `Transform: AWS::Serverless-2016-10-31\nResources:\n${apis.join('')}`;

const connect = `Routes:
  $connect:
    FunctionArn: arn:connect
`;
const domain = `Domain:
  DomainName: example.com
  CertificateArn: arn:cert
  BasePath:
    - /chat
  Route53:
    HostedZoneId: Z1
`;

describe('what is generated is traced to its cause', () => {
  const template = templateOf(api(`Auth:\n  AuthType: CUSTOM\n  AuthArn: arn:auth\n${domain}${connect}`));
  const { template: expanded } = expand(template);
  test.each([
    ['ApiConnectRoute', '$connect:'],
    ['ApiConnectIntegration', '$connect:'],
    ['ApiConnectPermission', '$connect:'],
    ['ApiConnectAuthorizer', 'AuthArn: arn:auth'],
    ['ApiAuthorizerPermission', 'AuthArn: arn:auth'],
    ['ApichatApiMapping', '- /chat'],
    ['Api', 'Api:'],
  ])('%s', (id, line) => {
    expect(lineOf(template, getIn(expanded, 'Resources', id))).toBe(line);
  });
});

const httpApi = `  Http:
    Type: AWS::Serverless::HttpApi
    Properties:
${domain.replace('example', 'http').trimEnd().replace(/^/gm, '      ')}
`;

test('the record sets of the last WebSocket API take the place of all others in the hosted zone', () => {
  const second = api(domain.replace('example', 'other') + connect, 'Second');
  const { template, problems } = expand(templateOf(httpApi, api(domain + connect), second));
  const groups = Object.values(template?.Resources ?? {}).filter(
    (each) => getIn(each, 'Type') === 'AWS::Route53::RecordSetGroup',
  );
  expect(groups).toHaveLength(1);
  expect(getIn(groups[0], 'Properties', 'RecordSets')).toMatchObject([{ Name: 'other.com' }]);
  expect(problems).toMatchObject([
    { code: 'lost-record-sets', level: 'warning', logicalId: 'Http' },
    { code: 'lost-record-sets', level: 'warning', logicalId: 'Api' },
  ]);
});

test('a stage name known only at deployment is put into the permissions by reference', () => {
  const { template } = expand(templateOf(api(`StageName: !Ref Stage\n${connect}`)));
  expect(getIn(template, 'Resources', 'ApiConnectPermission', 'Properties', 'SourceArn', 'Fn::Sub')).toEqual([
    expect.stringMatching(/\$\{Api\.ApiId\}\/\$\{__StageName__\}\/\$connect$/),
    { __StageName__: { Ref: 'Stage' } },
  ]);
  expect(getIn(template, 'Resources', 'ApiStage', 'Type')).toBe('AWS::ApiGatewayV2::Stage');
});

test('the stage waits for the routes only when it has settings for them', () => {
  const { template } = expand(templateOf(api(`RouteSettings:\n  $connect:\n    ThrottlingBurstLimit: 1\n${connect}`)));
  expect(getIn(template, 'Resources', 'ApiDefaultStage', 'DependsOn')).toEqual(['ApiConnectRoute']);
  const { template: without } = expand(templateOf(api(connect)));
  expect(getIn(without, 'Resources', 'ApiDefaultStage', 'DependsOn')).toBeUndefined();
});

test('of the attributes only DependsOn stays', () => {
  const attributes = '    DependsOn: Other\n    Condition: Wanted\n    Metadata: {a: b}\n    Properties:';
  const { template } = expand(templateOf(api(connect).replace('    Properties:', attributes)));
  const resources = getIn(template, 'Resources') as { [id: string]: object };
  expect(resources['Api']).toHaveProperty('DependsOn', 'Other');
  for (const each of Object.values(resources)) {
    expect(each).not.toHaveProperty('Condition');
    expect(each).not.toHaveProperty('Metadata');
  }
});

test('routes and Auth take the values of parameters', () => {
  const template = `Parameters: {Role: {Type: String, Default: arn:role}}\n${templateOf(
    api(
      'Auth: {AuthType: CUSTOM, AuthArn: arn:auth, InvokeRole: !Ref Role}\nRoutes: {$connect: {FunctionArn: !Ref Role}}\n',
    ),
  )}`;
  const { template: expanded } = expand(template);
  const properties = (id: string) => getIn(expanded, 'Resources', id, 'Properties');
  expect(properties('ApiConnectAuthorizer')).toHaveProperty('AuthorizerCredentialsArn', 'arn:role');
  expect(properties('ApiConnectPermission')).toHaveProperty('FunctionName', 'arn:role');
});

describe('warnings about what the transform lets pass', () => {
  test('an AuthType in small letters authorizes nobody', () => {
    const { template, problems } = expand(templateOf(api(`Auth:\n  AuthType: aws_iam\n${connect}`)));
    expect(problems).toMatchObject([{ code: 'auth-type-case', level: 'warning', line: 8 }]);
    expect(getIn(template, 'Resources', 'ApiConnectRoute', 'Properties', 'AuthorizationType')).toBe('NONE');
  });

  test('two route keys with one logical id', () => {
    const routes = 'Routes:\n  sendMessage:\n    FunctionArn: a\n  sendmessage:\n    FunctionArn: b\n';
    const { template, problems } = expand(templateOf(api(routes)));
    expect(problems).toMatchObject([{ code: 'colliding-route-keys', level: 'warning', line: 10 }]);
    const route = getIn(template, 'Resources', 'ApiSendmessageRoute', 'Properties', 'RouteKey');
    expect(route).toBe('sendmessage');
  });
});

describe('problems stand where they are', () => {
  test.each([
    ['Routes:\n  $connect: x\n', 'missing-property', 8],
    ['Routes:\n  a-b:\n    FunctionArn: x\n', 'wrong-value', 8],
    ['Routes: {}\n', 'missing-property', 7],
    [`Auth:\n  AuthType: 5\n${connect}`, 'wrong-value', 8],
    [`Domain:\n  DomainName: a\n${connect}`, 'missing-property', 7],
    [`Domain:\n  DomainName: a\n  CertificateArn: b\n  BasePath: [5]\n${connect}`, 'wrong-type', 10],
    [`Domain:\n  DomainName: a\n  CertificateArn: b\n  BasePath: [a b]\n${connect}`, 'wrong-value', 10],
    [`Domain:\n  DomainName: a\n  CertificateArn: b\n  Route53: {}\n${connect}`, 'missing-property', 10],
    [`${domain}  MutualTlsAuthentication:\n    TruststoreUri: x\n${connect}`, 'unsupported-mutual-tls', 14],
    [`IpAddressType: ipv6\n${connect}`, 'wrong-value', 7],
    // SAM declares no document for this type, unlike for its other APIs.
    [`DefinitionUri: openapi.yaml\n${connect}`, 'unknown-property', 7],
    [`DefinitionBody: {}\n${connect}`, 'unknown-property', 7],
  ])('%j', (properties, code, line) => {
    const { problems } = expand(templateOf(api(properties)));
    const errors = problems.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ code, line, logicalId: 'Api' }]);
  });
});
