import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith, synth } from './cli/synth.ts';

/** The names in code on docs/json.md below a heading. */
const named = (heading: string): ReadonlySet<string> => {
  const page = readFileSync('docs/json.md', 'utf8');
  const [, section] = new RegExp(`^## ${heading}\\n(.*?)(?=^## |(?![^]))`, 'ms').exec(page)!;
  return new Set([...section!.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
};

/** What holds data of the template, whose keys are its own. */
const free = new Set(['before', 'after', 'value', 'parameters', 'tags']);

/** All keys in data. */
const keysIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...(free.has(key) ? [] : keysIn(inner))]);
};

const template = `Transform: AWS::Serverless-2016-10-31
Parameters: {Stage: {Type: String, Default: dev}, Size: {Type: Number}}
Conditions: {Dev: !Equals [!Ref Stage, dev]}
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      CodeUri: src
      Timeout: 1000
      AutoPublishAlias: !Ref Stage
      Policies:
        - DynamoDBReadPolicy: {TableName: !Ref Orders}
        - Statement: [{Effect: Allow, NotAction: 's3:*', Resource: '*', Condition: {StringEquals: {'aws:PrincipalTag/a': b}}}]
      Events:
        Get: {Type: Api, Properties: {Path: /a, Method: get}}
        Jobs: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}
  Orders: {Type: AWS::DynamoDB::Table, Properties: {TableName: orders, BillingMode: PAY_PER_REQUEST, KeySchema: [{AttributeName: id, KeyType: HASH}], AttributeDefinitions: [{AttributeName: id, AttributeType: S}]}}
  Jobs: {Type: AWS::SQS::Queue}
  Senders:
    Type: AWS::SQS::QueuePolicy
    Condition: Dev
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: ['111111111111', '222222222222']}, Action: 'sqs:SendMessage', Resource: '*'}]}
  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml}}
  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml}}
Outputs: {Name: {Value: !Ref Jobs}}
`;
const changed = template
  .replace('AttributeName: id, KeyType', 'AttributeName: key, KeyType')
  .replace('AttributeName: id, AttributeType', 'AttributeName: key, AttributeType')
  .replace('222222222222', '333333333333')
  .replace('DynamoDBReadPolicy', 'DynamoDBCrudPolicy')
  .replace('Value: !Ref Jobs', 'Value: !GetAtt Jobs.Arn')
  .replace(
    /^ {2}Jobs: \{Type.*$/m,
    '  Jobs: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}} # synth-accept data-lost: not used yet',
  );

describe('docs/json.md names all keys that', () => {
  const folder = folderWith({
    'template.yaml': template,
    'new/template.yaml': changed,
    'new/inner.yaml': 'Resources: {Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: b}}}\n',
    'new/src/index.js': '1',
    'inner.yaml': 'Resources: {Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: a}}}\n',
    'src/index.js': '1',
    '.synthignore': 'left.txt\n',
    'src/left.txt': '1',
  });
  const build = ['build', 'template.yaml', '--format', 'json'];
  let printed: Readonly<Record<string, string>>;
  beforeAll(() => {
    const run = (...args: string[]) => synth(folder, args).out;
    const built = run(...build);
    writeFileSync(join(folder, 'src/index.js'), '2');
    printed = {
      lint: run('lint', 'template.yaml', '--format', 'json'),
      budget: run('lint', 'template.yaml', '--budget', '--format', 'json'),
      diff: run('diff', 'template.yaml', 'new/template.yaml', '--format', 'json'),
      review: run('review', 'template.yaml', '--format', 'json'),
      can: run('review', 'template.yaml', '--can', 'Work', 'Orders', '--format', 'json'),
      built,
      plan: run(...build, '--dry-run'),
      check: run(...build, '--check', '--region', 'eu-west-1', '--account', '123456789012'),
    };
  }, 120_000);

  it.each([
    ['lint', '`synth lint`', ['fix', 'edits', 'logicalId']],
    ['budget', '`synth lint`', ['shares']],
    ['diff', '`synth diff`', ['sameStacks', 'accepted', 'cure', 'replaces', 'narrowed', 'section', 'wasAt', 'because']],
    ['review', '`synth review`', ['principalAt', 'origins', 'edges', 'way']],
    ['can', '`synth review`', ['answer']],
    ['built', '`synth build`', ['sha256', 'ties', 'unpacked']],
    ['plan', '`synth build`', ['leftOut', 'size']],
    ['check', '`synth build`', ['setting', 'changed']],
  ])('%s prints', (what, heading, some) => {
    const keys = new Set(keysIn(JSON.parse(printed[what]!)));
    expect(some.filter((key) => !keys.has(key))).toEqual([]);
    const documented = new Set([...named(heading), ...named('Places and permissions')]);
    expect([...keys].filter((key) => !documented.has(key))).toEqual([]);
  });

  it('review prints places for principals, not the text of the file', () => {
    expect(printed['review']).not.toContain('PrincipalTag/a: b');
    const { templates } = JSON.parse(printed['review']!);
    const permissions = templates[0].shared.flatMap((each: { permissions: object[] }) => each.permissions);
    expect(permissions.map(({ principalAt }: { principalAt?: object }) => principalAt)).toContainEqual({
      file: 'template.yaml',
      line: 26,
      column: 86,
      endLine: 26,
      endColumn: 100,
    });
  });
});
