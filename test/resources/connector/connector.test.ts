import { describe, expect, test } from 'vitest';
import { expand } from '../../../src/index.ts';
import { getIn, type Json } from '../../../src/model/tree.ts';
import { lineOf } from '../../line.ts';

const withConnector = (properties: string): string => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
  Bucket:
    Type: AWS::S3::Bucket
  Link:
    Type: AWS::Serverless::Connector
    Properties:
${properties.replace(/^(?=.)/gm, '      ')}`;

describe('what a connector makes is traced', () => {
  const template = withConnector(`Source: {Id: Fn}
Destination:
  - Id: Bucket
Permissions:
  - Write
  - Read`);
  const policy = getIn(expand(template).template, 'Resources', 'LinkPolicyDestination0');

  test('each resource to its destination', () => expect(lineOf(template, policy)).toBe('- Id: Bucket'));

  test('each statement to the permission that asks for it', () => {
    const statements = getIn(policy, 'Properties', 'PolicyDocument', 'Statement');
    expect(lineOf(template, getIn(statements, 0))).toBe('- Read');
    expect(lineOf(template, getIn(statements, 1))).toBe('- Write');
  });
});

describe('what is wrong with a connector is told where it is', () => {
  test.each([
    ['Source: {Id: Fn}\nDestination: {Id: Bukcet}\nPermissions: [Read]', 12, "Did you mean 'Bucket'?"],
    ['Source: {Id: Fn}\nDestination: {Id: Bucket}\nPermissions:\n  - Read\n  - Writes', 15, "Did you mean 'Write'?"],
    ['Source: {Id: Fn, Arn: x}\nDestination: {Id: Bucket}\nPermissions: [Read]', 11, "either 'Id'"],
    ['Source: {Id: Bucket}\nDestination: {Id: Bucket}\nPermissions: [Read]', 12, 'AWS::Lambda::Function'],
    ['Source: {Id: Fn}\nDestination: {Type: AWS::S3::Bucket}\nPermissions: [Read]', 12, "'Arn' of 'Destination'"],
  ])('%s', (properties, line, text) => {
    const { problems } = expand(withConnector(properties));
    expect(problems).toMatchObject([{ level: 'error', line, logicalId: 'Link' }]);
    expect(problems[0]?.message).toContain(text);
  });

  test('in every destination, not only the first', () => {
    const { problems } = expand(
      withConnector('Source: {Id: Fn}\nDestination: [{Id: A}, {Id: B}]\nPermissions: [Read]'),
    );
    expect(problems.map(({ code }) => code)).toEqual(['unknown-connector-id', 'unknown-connector-id']);
  });

  test('a word that means nothing to a connector is only warned about', () => {
    const { template, problems } = expand(
      withConnector('Source: {Id: Fn}\nDestination: {Type: AWS::S3::Bucket, Arn: a, QueuUrl: u}\nPermissions: [Read]'),
    );
    expect(template).toBeDefined();
    expect(problems).toMatchObject([{ code: 'ignored-property', level: 'warning' }]);
  });
});

describe('what depends on a connector', () => {
  const connector = (id: string, dependsOn: string): string => `
  ${id}:
    Type: AWS::Serverless::Connector
    DependsOn: ${dependsOn}
    Properties: {Source: {Id: Fn}, Destination: {Id: Bucket}, Permissions: [Read]}`;
  const first = withConnector('Source: {Id: Fn}\nDestination: {Id: Bucket}\nPermissions: [Read]');

  test('depends on what it became, when it is expanded later', () => {
    const template = first.replace('Type: AWS::Serverless::Connector', '$&\n    DependsOn: [Fn, Last]');
    const { template: expanded, problems } = expand(template + connector('Last', 'Fn'));
    expect(getIn(expanded, 'Resources', 'LinkPolicy', 'DependsOn')).toEqual(['Fn', 'LastPolicy']);
    expect(problems).toEqual([]);
  });

  test('is warned about when it is a connector that is expanded later', () => {
    const { template: expanded, problems } = expand(first + connector('Last', 'Link'));
    expect(getIn(expanded, 'Resources', 'LastPolicy', 'DependsOn')).toBe('Link');
    expect(problems).toMatchObject([{ code: 'dangling-dependency', level: 'warning', logicalId: 'Last' }]);
  });
});

describe('an embedded connector', () => {
  const { template, problems } = expand({
    Globals: { Function: { Timeout: 7 } },
    Resources: {
      A: {
        Type: 'AWS::Serverless::Function',
        Properties: { InlineCode: 'x', Handler: 'h', Runtime: 'r' },
        Connectors: { BC: { Properties: { Destination: { Id: 'Table' }, Permissions: ['Read'] } } },
      },
      AB: {
        Type: 'AWS::Events::Rule',
        Connectors: { C: { Properties: { Destination: { Id: 'A' }, Permissions: ['Write'] } } },
      },
      Table: { Type: 'AWS::DynamoDB::Table', Connectors: {} },
    },
  });

  test('leaves its resource as it is otherwise, globals included', () => {
    expect(getIn(template, 'Resources', 'A', 'Properties', 'Timeout')).toBe(7);
    expect(getIn(template, 'Resources', 'AB')).toEqual({ Type: 'AWS::Events::Rule' });
    expect(getIn(template, 'Resources', 'Table')).toEqual({ Type: 'AWS::DynamoDB::Table' });
  });

  test('that takes the id of another one wins, with a warning', () => {
    expect(getIn(template, 'Resources', 'ABCWriteLambdaPermission')).toBeDefined();
    expect(problems).toMatchObject([{ code: 'embedded-connector-replaced', level: 'warning', logicalId: 'ABC' }]);
  });
});

test('nothing that stands in a connector is beyond it', () => {
  const odd: Json[] = [null, '', 'x', 0, true, [], [null], ['Read'], {}, { Id: null }, { Id: 'Fn' }, { Ref: [] }];
  const sound = { Source: { Id: 'Fn' }, Destination: { Id: 'Bucket' }, Permissions: ['Read'] };
  const values = odd.flatMap((value) => [
    value,
    [value],
    { Id: value },
    { Type: 'AWS::S3::Bucket', Arn: value },
    { Type: value },
  ]);
  const run = (properties: Json, fn: Json): void => {
    const { problems } = expand({
      Resources: {
        Fn: { Type: 'AWS::Lambda::Function', Properties: fn },
        Rule: { Type: 'AWS::Events::Rule', DependsOn: fn, Properties: { Targets: fn } },
        Bucket: { Type: 'AWS::S3::Bucket' },
        Link: { Type: 'AWS::Serverless::Connector', Properties: properties },
        Bus: { Type: 'AWS::Events::EventBus', Connectors: { Embedded: properties, Inner: { Properties: properties } } },
        RuleLink: {
          Type: 'AWS::Serverless::Connector',
          Properties: { Source: { Id: 'Rule' }, Destination: { Id: 'Bus' }, Permissions: ['Write'] },
        },
      },
    });
    expect(problems.filter(({ code }) => code === 'internal-error')).toEqual([]);
  };
  for (const value of values) {
    run(value, { Role: value });
    run(sound, value);
    for (const name of Object.keys(sound)) run({ ...sound, [name]: value }, { Role: { 'Fn::GetAtt': value } });
    run({ ...sound, SourceReference: value }, [value]);
  }
});
