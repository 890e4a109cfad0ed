import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { expand } from '../../src/expand.ts';
import { lint } from '../../src/lint/lint.ts';
import { get, getIn, type JsonMap } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { transform } from '../../src/transform/index.ts';
import type { NestedTemplate } from '../../src/transform/nested.ts';
import { memory } from '../packaging/scaffold.ts';

const header = 'Transform: AWS::Serverless-2016-10-31\n';
const childWith = (declaration: string): string => `${header}Parameters: {P: ${declaration}}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Runtime: nodejs22.x, Handler: a.b, InlineCode: x, AutoPublishAlias: !Ref P}
`;
const child = childWith('{Type: String}');
const parent = (value: string): string => `${header}Parameters: {S: {Type: String, Default: dev}}
Conditions: {IsDev: !Equals [!Ref S, dev]}
Mappings: {Names: {dev: {Alias: live}}}
Resources:
  App: {Type: AWS::Serverless::Application, Properties: {Location: child.yaml, Parameters: {P: ${value}}}}
`;

/** The alias that the child publishes to, or what is wrong. */
const aliasWith = (value: string, inner = child): string => {
  const files = { 'template.yaml': parent(value), 'child.yaml': inner };
  const options = { path: 'template.yaml', reader: memory(files) };
  const [wrong] = expand(files['template.yaml'], options).problems.filter(({ level }) => level === 'error');
  if (wrong) return `${wrong.file}:${wrong.line}:${wrong.column} ${wrong.code} ${wrong.message}`;
  const { nested } = transform(parse(files['template.yaml'], 'template.yaml'), options);
  const resources = Object.values(get(nested[0]!.transformed.template, 'Resources') as JsonMap);
  const alias = resources.find((each) => get(each, 'Type') === 'AWS::Lambda::Alias');
  return String(getIn(alias, 'Properties', 'Name'));
};

describe('a parameter of a nested template', () => {
  it('has the value of a function over known values', () => {
    expect(aliasWith("!Sub '${S}'")).toBe('dev');
    expect(aliasWith("!Sub ['${S}${X}', {X: 1}]")).toBe('dev1');
    expect(aliasWith("!Join ['', [a, !Ref S]]")).toBe('adev');
    expect(aliasWith('!If [IsDev, one, two]')).toBe('one');
    expect(aliasWith('!FindInMap [Names, !Ref S, Alias]')).toBe('live');
  });

  it('is named where its value is needed and not known', () => {
    const text =
      "child.yaml:6:86 invalid-alias 'AutoPublishAlias' needs the value of the parameter 'P', which is not known here. Give it a text: with '--parameter P=…' (in the library 'parameters') or as its 'Default'; where a stack nests this template, in the 'Parameters' there. What the parameter store holds is read too late.";
    expect(aliasWith('!Ref AWS::StackName')).toBe(text);
    expect(aliasWith('!ImportValue x')).toBe(text);
    expect(aliasWith("'{{resolve:ssm:/x}}'")).toBe(text);
    expect(expand(child).problems.map(({ message }) => message)).toEqual([text.slice(text.indexOf("'Auto"))]);
  });

  it('does not have its default where it is given another value', () => {
    const withDefault = childWith('{Type: String, Default: live}');
    const unknown = /^child\.yaml:6:86 invalid-alias 'AutoPublishAlias' needs the value of the parameter 'P'/;
    expect(aliasWith('!Ref AWS::StackName', withDefault)).toMatch(unknown);
    expect(aliasWith("'{{resolve:ssm:/x}}'", withDefault)).toMatch(unknown);
    expect(aliasWith('!Ref AWS::NoValue', withDefault)).toBe('live');
    expect(aliasWith('!If [IsDev, !Ref AWS::NoValue, x]', withDefault)).toBe('live');
    expect(aliasWith('!Ref S', withDefault)).toBe('dev');
  });

  it('does not have its default for the linter either', () => {
    const files = {
      'template.yaml': `Resources:
  Store: {Type: AWS::S3::Bucket}
  App: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: {Size: VALUE}}}
`,
      'child.yaml':
        'Parameters: {Size: {Type: Number, Default: 99999999}}\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !Ref Size}}}\n',
    };
    const codes = (value: string) => {
      const template = files['template.yaml'].replace('VALUE', value);
      const { problems } = lint(template, { path: 'template.yaml', reader: memory(files), specs: bundledSpecs });
      return problems.filter(({ file }) => file === 'child.yaml').map(({ code }) => code);
    };
    expect(codes('!Ref AWS::NoValue')).toEqual(['sqs-attribute-range']);
    expect(codes('!Ref Store')).toEqual([]);
  });

  it('has any value that it allows where that is a dynamic reference', () => {
    const values = ['{{resolve:ssm:/x}}', '{{resolve:secretsmanager:a:SecretString:b}}'];
    for (const value of values) {
      const files = {
        'template.yaml': `Resources:\n  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: {N: '${value}', V: '${value}', W: '${value}', X: '${value}'}}}\n`,
        'child.yaml': `Parameters:
  N: {Type: Number, MinValue: 1}
  V: {Type: String, AllowedValues: [a, b]}
  W: {Type: String, AllowedPattern: '[a-z]+', MaxLength: 5}
  X: {Type: 'List<Number>'}
Resources: {Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !Ref N}}}
`,
      };
      const options = { path: 'template.yaml', reader: memory(files) };
      for (const run of [expand, lint]) {
        const { problems } = run(files['template.yaml'], options);
        expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
      }
    }
  });
});

it('pseudo parameters that all stacks share have the same value in nested templates', () => {
  const files = {
    'template.yaml': 'Resources: {App: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml}}}\n',
    'child.yaml': `Transform: AWS::LanguageExtensions
Mappings: {Sizes: {'123456789012': {Size: 9}}, Names: {one: {Size: 8}}}
Resources:
  Q:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: !FindInMap [Sizes, !Ref 'AWS::AccountId', Size, {DefaultValue: 30}]
      DelaySeconds: !FindInMap [Names, !Ref 'AWS::StackName', Size, {DefaultValue: 30}]
`,
  };
  const parameters = { 'AWS::AccountId': '123456789012', 'AWS::StackName': 'one' };
  const options = { path: 'template.yaml', reader: memory(files), parameters };
  const [{ transformed }] = transform(parse(files['template.yaml'], 'template.yaml'), options).nested as [
    NestedTemplate,
  ];
  const { VisibilityTimeout, DelaySeconds } = getIn(transformed.template, 'Resources', 'Q', 'Properties') as JsonMap;
  expect(VisibilityTimeout).toBe(9);
  expect(DelaySeconds).toHaveProperty('Fn::FindInMap');
});

it('a dynamic reference as the value or the default of a parameter is any value that it allows', () => {
  const template = (more: string) =>
    `Parameters: {N: {Type: Number, MinValue: 1${more}}}\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !Ref N}}}\n`;
  const value = '{{resolve:ssm:/x:1}}';
  expect(lint(template(`, Default: '${value}'`)).problems).toEqual([]);
  expect(lint(template(''), { parameters: { N: value } }).problems).toEqual([]);
  expect(lint(template(''), { parameters: { N: 'x' } }).problems).toMatchObject([{ code: 'parameter-refused' }]);
});

it('the linter says nothing of a property whose parameter is a dynamic reference', () => {
  const api = (value: string) => `${header}Parameters: {P: {Type: String, Default: "${value}"}}
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: {StageName: v1, Cors: !Ref P}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: a.b
      InlineCode: x
      Events: {Get: {Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref Api}}}
`;
  const codes = (text: string) => lint(text).problems.map(({ code }) => code);
  expect(codes(api('https://example.com'))).toContain('apigw-mapping-quotes');
  expect(codes(api('{{resolve:ssm:/x:1}}'))).not.toContain('apigw-mapping-quotes');
});
