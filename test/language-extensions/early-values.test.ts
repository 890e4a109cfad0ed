import { describe, expect, it } from 'vitest';
import { expand } from '../../src/expand.ts';
import { parse } from '../../src/parse/index.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { errors, extended, output } from './helpers.ts';

const sections = `Parameters: {Stage: {Type: String, Default: test}, Late: {Type: String}}
Mappings: {By: {test: {method: get, authorizer: Pool, code: 403, format: JSON}}}
Conditions: {IsTest: !Equals [!Ref Stage, test], IsLate: !Equals [!Ref Late, x]}
`;
const api = (properties: string) => `${sections}Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: {StageName: v1, ${properties}}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: i.h
      Runtime: nodejs22.x
      CodeUri: s3://b/c
      Events: {Get: {Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref Api}}}
`;
const fn = (properties: string, events = '') => `${sections}Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Handler: i.h, Runtime: nodejs22.x, CodeUri: s3://b/c, ${properties}}
${events}`;
const pool = "Authorizers: {Pool: {UserPoolArn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/p'}}";
const graph = (uri: string) => `Resources:
  Graph:
    Type: AWS::Serverless::GraphQLApi
    Properties:
      SchemaUri: s3://b/schema.graphql
      Auth: {Type: AWS_IAM}
      Functions: {One: {Runtime: {Name: APPSYNC_JS, Version: 1.0.0}, DataSource: NONE, CodeUri: ${uri}}}
`;

describe('AWS::LanguageExtensions before the SAM transform puts in values at any depth', () => {
  it.each([
    ['an alias', fn("AutoPublishAlias: !Sub '${Stage}-live'"), fn('AutoPublishAlias: test-live')],
    [
      'routes of events',
      fn(
        "Events: {A: {Type: Api, Properties: {Path: !Sub '/${Stage}/a', Method: !FindInMap [By, !Ref Stage, method]}}, H: {Type: HttpApi, Properties: {Path: !Join [/, ['', !Ref Stage]], Method: get}}}",
      ),
      fn(
        'Events: {A: {Type: Api, Properties: {Path: /test/a, Method: get}}, H: {Type: HttpApi, Properties: {Path: /test, Method: get}}}',
      ),
    ],
    [
      'an authorizer',
      api(`Auth: {DefaultAuthorizer: !FindInMap [By, !Ref Stage, authorizer], ${pool}}`),
      api(`Auth: {DefaultAuthorizer: Pool, ${pool}}`),
    ],
    [
      'a map that a condition chooses, with functions that stay',
      api(`Auth: !If [IsTest, {DefaultAuthorizer: AWS_IAM, InvokeRole: !Ref Late}, !Ref AWS::NoValue]`),
      api('Auth: {DefaultAuthorizer: AWS_IAM, InvokeRole: !Ref Late}'),
    ],
    [
      'nothing where a condition takes the entry out',
      api(`Auth: {DefaultAuthorizer: !If [IsTest, !Ref AWS::NoValue, Pool], ${pool}}`),
      api(`Auth: {${pool}}`),
    ],
    [
      'an item of a list',
      api(
        'Domain: {DomainName: d, CertificateArn: c, BasePath: [/, !Sub "/${Stage}", !If [IsTest, !Ref AWS::NoValue, /x]]}',
      ),
      api('Domain: {DomainName: d, CertificateArn: c, BasePath: [/, /test]}'),
    ],
    [
      'a status below a name of the author',
      api('GatewayResponses: {UNAUTHORIZED: {StatusCode: !FindInMap [By, !Ref Stage, code]}}'),
      api('GatewayResponses: {UNAUTHORIZED: {StatusCode: 403}}'),
    ],
    [
      'a destination of an event source',
      fn(
        'Events: {S: {Type: SQS, Properties: {Queue: q, DestinationConfig: {OnFailure: {Type: !Sub "S${Three}", Destination: !Ref Late}}}}}',
      ).replace('${Three}', '3'),
      fn(
        'Events: {S: {Type: SQS, Properties: {Queue: q, DestinationConfig: {OnFailure: {Type: S3, Destination: !Ref Late}}}}}',
      ),
    ],
    [
      'whether tags are propagated',
      fn('Tags: {a: b}, PropagateTags: !If [IsTest, false, true]'),
      fn('Tags: {a: b}, PropagateTags: false'),
    ],
    ['local code below names of the author', graph("!Join ['', [s3://b/, one.js]]"), graph('s3://b/one.js')],
  ])('%s', (_, functions, values) => {
    expect(output(functions)).toEqual(output(values));
  });

  it('leaves what is known at the deployment only to the check of the property', () => {
    const { problems } = extended(api(`Auth: {DefaultAuthorizer: !If [IsLate, Pool, AWS_IAM], ${pool}}`));
    expect(problems.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`)).toEqual([
      "8:59 wrong-type 'DefaultAuthorizer' is an intrinsic function; it must be the name of an authorizer, or AWS_IAM.",
    ]);
  });

  it('is not confused by names that every object has', () => {
    expect(output(fn('Environment: {Variables: {constructor: !Ref Late, __proto__: !Ref Late}}'))).toBeDefined();
    expect(errors(fn('constructor: !If [IsTest, a, b]'))).toEqual(['8: unknown-property']);
  });
});

const always = 'AlwaysForThisTest';

const isFunction = (map: object): boolean =>
  /^(?:\["(?:Ref|Condition|Fn::\w+)"\])$/.test(JSON.stringify(Object.keys(map)));

type Holder = Record<string, unknown>;

/** All places of single values in a tree, but inside of functions. */
function* placesOf(holder: Holder, path: readonly string[]): Generator<{ holder: Holder; key: string; path: string }> {
  for (const [key, value] of Object.entries(holder)) {
    const inner = [...path, Array.isArray(holder) ? '#' : key];
    if (typeof value !== 'object') yield { holder, key, path: inner.join('.') };
    else if (value !== null && !isFunction(value)) yield* placesOf(value as Holder, inner);
  }
}

interface Resource {
  readonly Type?: unknown;
  readonly Properties?: Holder;
}

/** The places of a template in which the transform may need a value; those of free-form documents are not among them. */
function* placesIn(template: { Resources?: Record<string, Resource>; Globals?: Holder }) {
  for (const { Type, Properties } of Object.values(template.Resources ?? {})) {
    if (typeof Type !== 'string' || !Type.startsWith('AWS::Serverless::') || typeof Properties !== 'object') continue;
    for (const place of placesOf(Properties, [Type])) {
      // What SAM reads of these is free in form, and 'Type' says what an event is.
      if (!/\.(?:DefinitionBody|Policies)\b|\.Events\.\w+\.Type$/.test(place.path)) yield place;
    }
  }
  if (template.Globals) yield* placesOf(template.Globals, ['Globals']);
}

const cases = readCases(casesFolder().folder).filter(({ faults, template }) => !faults && template.length < 20_000);

it('leaves no value that the transform refuses as a function', { timeout: 60_000 }, () => {
  const seen = new Set<string>();
  const refused: string[] = [];
  for (const { name, template } of cases) {
    const data = JSON.parse(JSON.stringify(parse(template).root));
    data.Transform = ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31'];
    data.Conditions = { ...data.Conditions, [always]: { 'Fn::Equals': ['a', 'a'] } };
    const plain = expand(data).template;
    if (plain === undefined) continue;
    for (const { holder, key, path } of placesIn(data)) {
      if (seen.has(path)) continue;
      seen.add(path);
      const value = holder[key];
      holder[key] = { 'Fn::If': [always, value, value] };
      const { problems } = expand(data);
      holder[key] = value;
      for (const { level, message } of problems) if (level === 'error') refused.push(`${name} ${path}: ${message}`);
    }
  }
  expect(seen.size).toBeGreaterThan(20);
  expect(refused).toEqual([]);
});
