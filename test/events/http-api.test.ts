import { describe, expect, test } from 'vitest';
import { expand, type Problem } from '../../src/index.ts';
import { getIn } from '../../src/model/tree.ts';

const templateWith = (event: string, auth = ''): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: h
      Runtime: nodejs20.x
      Events:
        E:
          Type: HttpApi
          Properties:
            ApiId: !Ref Api
${event.trimEnd().replace(/^/gm, '            ')}
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Name: x
${auth.trimEnd().replace(/^/gm, '      ')}
`;
const errors = (problems: readonly Problem[]): Problem[] => problems.filter(({ level }) => level === 'error');
const get = 'Path: /x\nMethod: GET\n';
const lambda = `Auth:
  Authorizers:
    Guard:
      FunctionArn: arn:guard
      AuthorizerPayloadFormatVersion: '2.0'
`;

describe('what is wrong with a route stands at the event', () => {
  test.each([
    ['Path: /x', '', 'missing-property', 10],
    ['Method: GET', '', 'missing-property', 10],
    [`${get}Auth:\n  AuthorizationScopes: [a]`, '', 'missing-authorizer', 16],
    [`${get}Auth:\n  Authorizer: NONE`, '', 'no-default-authorizer', 17],
    [`${get}Auth:\n  Authorizer: Guard`, '', 'unknown-authorizer', 17],
    [`${get}Auth:\n  Authorizer: Gard`, lambda, 'unknown-authorizer', 17],
    [`${get}Auth:\n  Authorizer: [Guard]`, lambda, 'wrong-type', 17],
    [`${get}Auth:\n  Authorizer: Guard\n  AuthorizationScopes: a`, lambda, 'wrong-type', 18],
    [`${get}RouteSettings:`, '', 'wrong-type', 16],
  ])('%j', (event, auth, code, line) => {
    const { problems } = expand(templateWith(event, auth));
    expect(errors(problems)).toMatchObject([{ code, line, logicalId: 'Fn', eventId: 'E' }]);
  });

  test('an API that is misspelt', () => {
    const { problems } = expand(templateWith(get).replace('!Ref Api', '!Ref Apy'));
    expect(errors(problems)).toMatchObject([{ code: 'not-in-template', line: 13, eventId: 'E' }]);
    expect(problems[0]?.message).toContain("Did you mean '!Ref Api'?");
  });

  test('a route that another event has taken', () => {
    const taken = templateWith(get).replace(
      '  Api:\n',
      `${templateWith(get).split('\n').slice(2, 15).join('\n').replace('Fn:', 'Other:')}\n  Api:\n`,
    );
    expect(errors(expand(taken).problems)).toMatchObject([
      { code: 'duplicate-route', logicalId: 'Other', eventId: 'E', line: 23 },
    ]);
  });
});

test('a resource that is not SAM’s only needs the permission', () => {
  const text = templateWith(get)
    .replace('AWS::Serverless::HttpApi', 'AWS::ApiGatewayV2::Api')
    .replace('Name: x', 'Name: x\n      ProtocolType: HTTP');
  const { template, problems } = expand(text);
  expect(errors(problems)).toEqual([]);
  expect(Object.keys(template!.Resources as object)).toContain('FnEPermission');
});

test('scopes of the event take the place of those of the authorizer', () => {
  const jwt = `Auth:
  Authorizers:
    Jwt:
      AuthorizationScopes: [a]
      IdentitySource: x
      JwtConfiguration: { issuer: y }
  DefaultAuthorizer: Jwt
`;
  const { template } = expand(templateWith(`${get}Auth:\n  AuthorizationScopes: [b]`, jwt));
  const method = getIn(template, 'Resources', 'Api', 'Properties', 'Body', 'paths', '/x', 'get');
  expect(getIn(method, 'security')).toEqual([{ Jwt: ['b'] }]);
});

test.each([
  ['OpenApiVersion: 3.0.1', ['/a']],
  ['DefinitionUri: s3://bucket/key', undefined],
])('a REST API with %s takes routes as far as its definition is open to them', (definition, paths) => {
  const { template, problems } = expand(`Resources:
  Rest: {Type: AWS::Serverless::Api, Properties: {StageName: s, ${definition}}}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      {InlineCode: x, Handler: h, Runtime: nodejs20.x,
       Events: {A: {Type: HttpApi, Properties: {ApiId: !Ref Rest, Path: /a, Method: get}}}}
`);
  expect(problems).toEqual([]);
  const found = getIn(template, 'Resources', 'Rest', 'Properties', 'Body', 'paths');
  expect(found && Object.keys(found)).toEqual(paths);
  expect(getIn(template, 'Resources', 'FnAPermission', 'Type')).toBe('AWS::Lambda::Permission');
});
