import { expect, test } from 'vitest';
import { type ExpandOptions, expand, type Reader } from '../../src/index.ts';

const template = `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Parameters:
  All: {Type: CommaDelimitedList, Default: 'S,L'}
Mappings:
  Names:
    First:
      Long: one
Globals:
  SimpleTable:
    SSESpecification:
      SSEEnabled: true
Resources:
  Table:
    Type: AWS::Serverless::SimpleTable
    Properties:
      TableName: first
      Tags:
        a/b: c
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub '\${Table}-x'
      Tags:
        - Key: k
          Value: v
      Name: !FindInMap [Names, First, Long]
  Fn::ForEach::Loop:
    - Size
    - [A, B]
    - Table\${Size}:
        Type: AWS::Serverless::SimpleTable
        Properties:
          TableName: !Ref Size
          Tags:
            Fixed: yes
  Fn::ForEach::Sizes:
    - Item
    - !Ref All
    - R\${Item}: {Type: A::B::C}
Outputs:
  Out: {Value: !Ref Table}
`;

const located = (pointer: string, options: ExpandOptions = { path: 'app/template.yaml' }, text = template) => {
  const { template: expanded, problems, locate } = expand(text, options);
  if (expanded === undefined) throw new Error(JSON.stringify(problems));
  const found = locate(pointer);
  if (found === undefined) return undefined;
  const { file, line, column, exact, related } = found;
  const further = related.map((place) => `${place.line}:${place.column}`).join(' ');
  return `${file} ${line}:${column}${exact ? '' : ` near ${found.of}`}${further && ` with ${further}`}`;
};

test.each([
  ['/Resources/Table', '13:3'],
  ['/Resources/Table/Properties/TableName', '16:18'],
  ['/Resources/Table/Type', '13:3 near /Resources/Table'],
  ['/Resources/Table/Properties/KeySchema/0/KeyType', '13:3 near /Resources/Table'],
  ['/Resources/Table/Properties/SSESpecification', '10:5'],
  ['/Resources/Table/Properties/SSESpecification/SSEEnabled', '11:19'],
  ['/Resources/Bucket', '19:3'],
  ['/Resources/Bucket/Type', '20:11'],
  ['/Resources/Bucket/Properties', '21:5'],
  ['/Resources/Bucket/Properties/Tags', '23:7'],
  ['/Resources/Bucket/Properties/Tags/0', '24:11'],
  ['/Resources/Bucket/Properties/Tags/0/Value', '25:18'],
  ['/Resources/Bucket/Properties/BucketName', '22:7'],
  ['/Resources/Bucket/Properties/BucketName/Fn::Sub', '22:24'],
  ['/Resources/Bucket/Properties/Name', '26:13 with 7:13'],
  ['/Resources/TableB', '30:7 with 29:11'],
  ['/Resources/TableB/Properties/TableName', '33:22 with 29:11'],
  ['/Resources/TableA/Properties/TableName', '33:22 with 29:8'],
  ['/Resources/TableA/Type', '30:7 near /Resources/TableA with 29:8'],
  ['/Resources/RL', '39:7 with 3:44'],
  ['/Outputs/Out/Value', '41:9'],
  ['/Resources', '12:1'],
  ['', '1:1'],
])('%s comes from %s', (pointer, expected) => {
  expect(located(pointer)).toBe(`app/template.yaml ${expected}`);
});

test.each([
  '/Resources/None',
  '/Resources/Bucket/Properties/Tags/1',
  '/Resources/Bucket/Properties/Tags/00',
  'Resources',
  '/',
])('%s is nowhere', (pointer) => {
  expect(located(pointer)).toBeUndefined();
});

test('steps of a pointer are escaped', () => {
  const text = 'Resources: {R: {Type: A::B::C, Properties: {a/b: {~1: x}}}}';
  expect(located('/Resources/R/Properties/a~1b/~01', {}, text)).toBe('undefined 1:55');
});

test('references that are rewritten keep their places', () => {
  const text = `Resources:
  Layer:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: s3://a/b}
Outputs:
  Out: {Value: !Ref Layer, Join: !Join ['', [!Ref Layer]]}
`;
  const { template: expanded, locate } = expand(text);
  const renamed = Object.keys(expanded!['Resources'] as object)[0];
  expect(expanded!['Outputs']).toMatchObject({ Out: { Value: { Ref: renamed } } });
  expect(located('/Outputs/Out/Value/Ref', {}, text)).toBe('undefined 6:21');
  expect(located('/Outputs/Out/Join/Fn::Join/1/0/Ref', {}, text)).toBe('undefined 6:51');
  expect(locate(`/Resources/${renamed}`)).toMatchObject({ line: 2, column: 3, exact: true });
});

test('a value of an included file is traced there', () => {
  const text =
    'Resources:\n  R: {Type: A::B::C, Properties: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: a.yaml}}}}';
  const reader: Reader = { kind: () => 'file', text: () => 'A: 1\nB: [x]', fingerprint: () => undefined };
  const options = { path: 'app/t.yaml', reader };
  expect(located('/Resources/R/Properties/B/0', options, text)).toBe('app/a.yaml 2:5 with 2:50');
  expect(located('/Resources/R/Type', options, text)).toBe('app/t.yaml 2:13');
});

test('without a template nothing is located', () => {
  const { template: none, locate, sourceMap } = expand('Resources: 1');
  expect([none, locate('/Resources'), sourceMap()]).toEqual([undefined, undefined, undefined]);
  expect(expand({ Resources: { R: { Type: 'A::B::C' } } }).locate('/Resources/R')).toBeUndefined();
});

test('the source map has the place of every value', () => {
  const { template: expanded, locate, sourceMap } = expand(template, { path: 'template.yaml' });
  const map = sourceMap()!;
  expect(map).toMatchObject({ version: 1, sources: ['template.yaml'] });
  const visit = (value: unknown, pointer: string): void => {
    const { exact, source, ...entry } = map.entries[pointer]!;
    expect(locate(pointer), pointer).toMatchObject({ exact, line: entry.line, column: entry.column });
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) visit(inner, `${pointer}/${key.replaceAll('/', '~1')}`);
  };
  visit(expanded, '');
  expect(map.entries['/Resources/TableB']).toEqual({
    source: 0,
    line: 30,
    column: 7,
    endLine: 30,
    endColumn: 19,
    exact: true,
    related: [{ source: 0, line: 29, column: 11, endLine: 29, endColumn: 12 }],
  });
});

test('a source map grows with the template, not with what took part in each of its values', () => {
  const sizeOf = (routes: number): number => {
    const events = [...Array(routes).keys()].map(
      (at) => `E${at}: {Type: Api, Properties: {Path: /${at}, Method: get}}`,
    );
    const { sourceMap } = expand(`Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Handler: a.b, Runtime: nodejs22.x, InlineCode: a, Events: {${events.join(', ')}}}
`);
    return JSON.stringify(sourceMap()).length;
  };
  expect(sizeOf(400) / sizeOf(100)).toBeLessThan(5);
});
