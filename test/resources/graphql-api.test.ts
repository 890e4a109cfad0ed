import { expect, test } from 'vitest';
import { type ExpandOptions, expand } from '../../src/index.ts';
import { getIn } from '../../src/model/tree.ts';
import { lineOf } from '../line.ts';

const api = (properties: string, attributes = '') => `Conditions: {Wanted: !Equals [a, a]}
Resources:
  Api:
    Type: AWS::Serverless::GraphQLApi
    ${attributes}
    Properties:
      Auth: {Type: API_KEY}
      SchemaInline: s
      ${properties.replaceAll('\n', '\n      ')}
`;
const resource = (template: string, id: string, options: ExpandOptions = {}) =>
  getIn(expand(template, options).template, 'Resources', id);

const table =
  'DataSources:\n  DynamoDb:\n    Todos: {TableName: todos, DeltaSync: {BaseTableTTL: 60, DeltaSyncTableName: t, DeltaSyncTableTTL: 5}}';
const runtime = 'Runtime: {Name: APPSYNC_JS, Version: 1.0.0}';

test('all parts get the attributes of the API, resolvers wait for the schema instead', () => {
  const parts = `Functions:\n  F: {DataSource: none, InlineCode: c, ${runtime}}\nResolvers:\n  Query:\n    field: {Pipeline: [F]}`;
  const template = api(parts, 'Condition: Wanted\n    DependsOn: Other');
  for (const id of ['Api', 'ApiSchema', 'ApiCloudWatchRole', 'ApiF', 'ApiNoneDataSource']) {
    expect(resource(template, id)).toMatchObject({ Condition: 'Wanted', DependsOn: 'Other' });
  }
  expect(resource(template, 'ApiQueryfield')).toMatchObject({ Condition: 'Wanted', DependsOn: ['ApiSchema'] });
});

test('what a data source needs is traced to it', () => {
  const template = api(table);
  const line = table.split('\n')[2]!.trim();
  for (const id of ['ApiTodosDynamoDBDataSource', 'ApiTodosDynamoDBDataSourceRole']) {
    expect(lineOf(template, resource(template, id))).toBe(line);
  }
  expect(lineOf(template, resource(template, 'ApiTodosDynamoDBDataSourceToTableConnectorPolicy'))).toBe(line);
});

test('a synchronization is passed on as it is', () => {
  const source = resource(api(table), 'ApiTodosDynamoDBDataSource');
  expect(getIn(source, 'Properties', 'DynamoDBConfig', 'DeltaSyncConfig')).toMatchObject({
    BaseTableTTL: 60,
    DeltaSyncTableTTL: 5,
  });
});

test.each([
  ['true', true],
  ['"yes"', true],
  ['0', false],
  ['"Off"', false],
])('XrayEnabled: %s is a switch', (written, switched) => {
  const tracing = getIn(resource(api(`XrayEnabled: ${written}`), 'Api'), 'Properties', 'XrayEnabled');
  expect(tracing).toBe(switched);
});

test('a property that GraphQL APIs do not have has no effect', () => {
  const { template, problems } = expand(api('Loging: true'));
  expect(problems).toMatchObject([{ code: 'ignored-property', level: 'warning', line: 9, logicalId: 'Api' }]);
  expect(template).toBeDefined();
});

test('local code is where the packaging step will put it', () => {
  const template = api(`Functions:\n  F: {DataSource: none, CodeUri: code.js, ${runtime}}`);
  const code = (options: ExpandOptions) => getIn(resource(template, 'ApiF', options), 'Properties', 'CodeS3Location');
  const reader = { kind: () => 'file' as const, text: () => undefined, fingerprint: () => 'abc' };
  expect(code({})).toBe('code.js');
  expect(code({ reader, artifacts: { bucket: 'code' } })).toBe('s3://code/abc');
  expect(code({ reader })).toEqual({
    'Fn::Sub': 's3://cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}/abc',
  });
});

test.each([
  ['XrayEnabled: maybe', 'wrong-type', 20, 'Api'],
  ['Logging: {Level: ALL}', 'unknown-property', 17, 'Api'],
  ['Functions: {F: {DataSource: Tods, InlineCode: c, Runtime: {Name: n, Version: v}}}', 'unknown-data-source', 35, 'F'],
  ['Functions: {F: {Id: a, Name: b}}', 'exclusive-properties', 36, 'F'],
  ['Resolvers: {Query: {f: {Pipeline: [Nope]}}}', 'unknown-pipeline-function', 42, 'f'],
  ['Resolvers: {Query: {f: {}}}', 'missing-property', 27, 'f'],
])('%s is told at its place', (properties, code, column, logicalId) => {
  expect(expand(api(properties)).problems).toMatchObject([{ code, level: 'error', line: 9, column, logicalId }]);
});

test('a fault in what a part is given belongs to the API', () => {
  const template = api('DataSources: {Lambda: {L: {FunctionArn: a}}}').replace(
    'Resources:',
    'Resources:\n  ApiLLambdaDataSourceToLambdaConnectorPolicy: {Type: AWS::SNS::Topic}',
  );
  expect(expand(template).problems).toMatchObject([{ code: 'duplicate-logical-id', logicalId: 'Api', line: 10 }]);
});
