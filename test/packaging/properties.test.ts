import { describe, expect, test } from 'vitest';
import { expand } from '../../src/index.ts';
import { isMap, isString, type Json } from '../../src/model/tree.ts';
import { type PackagedProperty, packagedProperties } from '../../src/packaging/properties.ts';
import { memory, propertiesWith, templateWith } from './scaffold.ts';

const child = 'Resources: {T: {Type: AWS::SNS::Topic}}\n';
const files = { 'src/index.js': 'x', 'file.txt': child, 'openapi.yaml': 'openapi: 3.0.1\npaths: {}\n' };
const reader = memory(files);
const artifacts = { bucket: 'code' };

// Images are in test/cli/build-images.test.ts.
const rows = packagedProperties
  .filter(({ holds }) => holds !== 'image')
  .map((property) => [`${property.type} ${property.path.join('.')}`, property] as const);
const isCode = ({ holds }: PackagedProperty): boolean => holds === 'archive' || holds === 'bundle';
const goodPath = (property: PackagedProperty): string =>
  isCode(property) ? './src' : property.holds === 'openapi' ? 'openapi.yaml' : 'file.txt';

/** All values of a tree. */
const valuesIn = (value: Json): Json[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(valuesIn)] : [value];

/** The places in the bucket that an expanded template names, each as `form key`. */
const placesIn = (value: Json | undefined): string[] =>
  valuesIn(value ?? null).flatMap((each) => {
    if (isString(each) && each.startsWith('s3://code/')) return [`s3:// ${each.slice(10)}`];
    const url = isMap(each) ? each['Fn::Sub'] : undefined;
    if (isString(url) && url.includes('/code/')) return [`https:// ${url.split('/').at(-1)}`];
    if (!isMap(each) || (each['Bucket'] ?? each['S3Bucket']) !== 'code') return [];
    return ['Bucket' in each ? `Bucket/Key ${each['Key']}` : `S3Bucket/S3Key ${each['S3Key']}`];
  });

const run = (template: string) => {
  const { template: expanded, problems } = expand(template, { reader, artifacts });
  const told = problems.filter(({ level }) => level !== 'info').map(({ code }) => code);
  return { places: placesIn(expanded), told };
};

/** The form in the expanded template, where a serverless type becomes another one. */
const formIn = ({ type, form }: PackagedProperty): string =>
  type === 'AWS::Serverless::Function' || type === 'AWS::Serverless::LayerVersion' ? 'S3Bucket/S3Key' : form;

describe.each(rows)('%s', (_, property) => {
  const { type, holds } = property;

  test('a path becomes the place of what is there, in the form that the property takes', () => {
    const { places, told } = run(templateWith(property, goodPath(property)));
    const key = holds === 'template' ? /^[0-9a-f]{64}$/ : new RegExp(`^${isCode(property) ? 'archive' : 'file'}-\\d+$`);
    expect(told).toEqual([]);
    expect(places).toHaveLength(1);
    const [form, name] = places[0]!.split(' ');
    expect(form).toBe(formIn(property));
    expect(name).toMatch(key);
  });

  test('a path where there is nothing is an error at its place, unless the file is only for publishing', () => {
    const { template, problems } = expand(templateWith(property, './none'), { reader });
    expect(problems).toMatchObject([{ code: 'path-not-found', level: property.published ? 'warning' : 'error' }]);
    expect(template !== undefined).toBe(property.published === true);
    expect(problems[0]!.line).toBe(
      templateWith(property, './none').slice(0, templateWith(property, './none').indexOf('./none')).split('\n').length,
    );
  });

  test.skipIf(isCode(property))('a folder is an error', () => {
    expect(run(templateWith(property, './src')).told).toEqual(['path-not-file']);
  });

  test.each(['!Ref AWS::StackName', "!ImportValue 'x'"])('%s is left to CloudFormation, or refused by SAM', (value) => {
    expect(run(templateWith(property, value)).places).toEqual([]);
  });

  test.each(['s3://other/key', 'https://example.com/x', '{{resolve:ssm:x}}'])('%s is no local path', (value) => {
    const { told, places } = run(templateWith(property, `'${value}'`));
    expect(places).toEqual([]);
    expect(told).not.toContain('path-not-found');
  });

  // What is conditional in a serverless resource is SAM's to take or to refuse.
  test.skipIf(type.startsWith('AWS::Serverless::'))('in both branches of an Fn::If', () => {
    const good = goodPath(property);
    expect(run(templateWith(property, `!If [Is, ${good}, ${good}]`, 'AWS::Serverless-2016-10-31'))).toMatchObject({
      told: [],
      places: { length: 2 },
    });
    expect(run(templateWith(property, `!If [Is, !Ref AWS::NoValue, ${good}]`, '[]')).places).toHaveLength(1);
  });

  test('in a nested template', () => {
    const nested = templateWith(property, goodPath(property));
    const { problems, template } = expand(
      'Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: sub/t.yaml}}}',
      {
        reader: memory({
          'sub/t.yaml': nested,
          ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`sub/${path}`, text])),
        }),
      },
    );
    expect(problems).toEqual([]);
    expect(JSON.stringify(template)).toMatch(/\$\{AWS::Region\}\/[0-9a-f]{64}"/);
    const missing = expand(
      'Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: sub/t.yaml}}}',
      {
        path: 'app/template.yaml',
        reader: memory({ 'sub/t.yaml': nested, ...files }),
      },
    );
    expect(missing.problems).toMatchObject([
      { code: 'path-not-found', level: property.published ? 'warning' : 'error', file: 'app/sub/t.yaml' },
    ]);
  });

  test.skipIf(type === 'AWS::ServerlessRepo::Application')('in a loop, known or only known at the deployment', () => {
    const loop = (
      collection: string,
      value: string,
    ) => `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Parameters: {Names: {Type: CommaDelimitedList}}
Resources:
  Fn::ForEach::Each:
    - Name
    - ${collection}
    - R\${Name}: {Type: '${type}', Properties: ${propertiesWith(property, value)}}
`;
    const [good, byName] = [goodPath(property), goodPath(property).replace(/(\w+)$/, '${Name}')];
    expect(run(loop('[A, B]', good))).toMatchObject({ told: [], places: { length: 2 } });
    const named = goodPath(property).match(/\w+$/)![0];
    expect(run(loop(`[${named}]`, `'${byName}'`))).toMatchObject({ told: [], places: { length: 1 } });
    if (type.startsWith('AWS::Serverless::')) return;
    expect(run(loop('!Ref Names', good))).toMatchObject({ told: [], places: { length: 1 } });
    expect(run(loop('!Ref Names', `'${byName}'`)).told).toEqual(['path-by-loop']);
    expect(run(loop('!Ref Names', `!Sub '${byName}'`)).told).toEqual(['path-by-loop']);
  });
});
