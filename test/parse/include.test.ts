import { expect, test } from 'vitest';
import { type ExpandOptions, expand } from '../../src/index.ts';

/** Options that see some files as if they lay beside the template. */
const seeing = (files: Record<string, string>, more: ExpandOptions = {}): ExpandOptions => ({
  path: 'app/template.yaml',
  reader: {
    kind: () => 'file',
    text: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    fingerprint: () => undefined,
  },
  ...more,
});

const include = (location: string) => `{Fn::Transform: {Name: AWS::Include, Parameters: {Location: ${location}}}}`;
const resource = (properties: string) => `Resources:\n  R:\n    Type: A::B::C\n    Properties: ${properties}\n`;

const output = (template: string, files: Record<string, string>, more?: ExpandOptions) => {
  const { template: expanded, problems } = expand(template, seeing(files, more));
  if (expanded === undefined) throw new Error(JSON.stringify(problems));
  return JSON.parse(JSON.stringify(expanded)) as Record<string, Record<string, { Properties?: unknown }>>;
};
const properties = (template: string, files: Record<string, string>, more?: ExpandOptions) =>
  output(template, files, more)['Resources']!['R']!.Properties;
const problems = (template: string, files: Record<string, string>, more?: ExpandOptions) =>
  expand(template, seeing(files, more)).problems.map(
    ({ code, file, line, column }) => `${file}:${line}:${column} ${code}`,
  );

test('a local file stands in the place of its include, short forms and all', () => {
  expect(properties(resource(`{A: ${include('parts/a.yaml')}}`), { 'parts/a.yaml': 'B: !Ref C\n' })).toEqual({
    A: { B: { Ref: 'C' } },
  });
  expect(properties(resource(`{A: ${include('a.json')}}`), { 'a.json': '[1, 2]' })).toEqual({ A: [1, 2] });
  const tagged = '!Transform {Name: AWS::Include, Parameters: {Location: ./a.yaml}}';
  expect(properties(resource(`{A: ${tagged}}`), { 'a.yaml': 'text' })).toEqual({ A: 'text' });
});

test('beside other keys it adds its own', () => {
  const template = resource(
    '\n      Own: 1\n      Fn::Transform: {Name: AWS::Include, Parameters: {Location: a.yaml}}',
  );
  expect(properties(template, { 'a.yaml': 'Other: 2' })).toEqual({ Own: 1, Other: 2 });
  expect(properties(template, { 'a.yaml': 'Own: 2' })).toEqual({ Own: 1 });
  expect(problems(template, { 'a.yaml': 'Own: 2' })).toEqual(['app/template.yaml:5:7 include-duplicate-key']);
  expect(problems(template, { 'a.yaml': '[1]' })).toEqual(['app/template.yaml:6:22 include-not-map']);
});

test('included serverless resources are expanded', () => {
  const template = 'Resources:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: a.yaml}}';
  const { Resources } = output(template, { 'a.yaml': 'T:\n  Type: AWS::Serverless::SimpleTable' });
  expect(Resources).toMatchObject({ T: { Type: 'AWS::DynamoDB::Table' } });
});

test('at the top level a file adds to the sections', () => {
  const template = `Transform:
  - {Name: AWS::Include, Parameters: {Location: a.yaml}}
  - AWS::Serverless-2016-10-31
Resources: {R: {Type: A::B::C}}`;
  const file = 'Resources: {T: {Type: AWS::Serverless::SimpleTable}}\nOutputs: {O: {Value: x}}';
  const { Resources, Outputs, Transform } = output(template, { 'a.yaml': file });
  expect(Object.keys(Resources!)).toEqual(['R', 'T']);
  expect(Outputs).toEqual({ O: { Value: 'x' } });
  expect(Transform).toBeUndefined();
});

test.each([
  's3://bucket/key.yaml',
  'https://bucket.s3.amazonaws.com/key.yaml',
  '!Sub "s3://${Bucket}/key.yaml"',
  '{Ref: Location}',
])('%s stays as it is', (location) => {
  const value = include(location);
  const plain = expand(resource(`{A: ${value.replaceAll('AWS::Include', 'Mine')}}`)).template!['Resources'];
  const text = JSON.stringify(plain).replaceAll('Mine', 'AWS::Include');
  expect(output(resource(`{A: ${value}}`), {})['Resources']).toEqual(JSON.parse(text));
  expect(
    output(`Transform: {Name: AWS::Include, Parameters: {Location: ${location}}}\n${resource('{}')}`, {}),
  ).toHaveProperty('Transform');
});

test('files include files, relative to themselves', () => {
  const files = {
    'parts/a.yaml': `Inner: ${include('more/b.yaml')}`,
    'parts/more/b.yaml': `Last: ${include('../c.yaml')}`,
    'parts/c.yaml': '7',
  };
  expect(properties(resource(`{A: ${include('parts/a.yaml')}}`), files)).toEqual({ A: { Inner: { Last: 7 } } });
});

test('each round of a loop includes the file that it names', () => {
  const loop = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Each:
    - Name
    - [one, two]
    - R\${Name}: {Type: A::B::C, Properties: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: !Sub '\${Name}.yaml'}}}}
`;
  const files = { 'one.yaml': 'A: 1', 'two.yaml': 'B: 2' };
  const { Rone, Rtwo } = output(loop, files)['Resources']!;
  expect([Rone!.Properties, Rtwo!.Properties]).toEqual([{ A: 1 }, { B: 2 }]);
  expect(problems(loop, { 'one.yaml': 'A: 1' })).toEqual(['app/template.yaml:6:61 path-not-found']);
});

test('paths stay in the folder of the template, unless allowed', () => {
  for (const location of ['../a.yaml', '/etc/a.yaml', 'parts/../../a.yaml', 'C:/a.yaml']) {
    expect(problems(resource(`{A: ${include(location)}}`), {})).toEqual(['app/template.yaml:4:37 include-outside']);
  }
  const files = { '../a.yaml': 'B: 1' };
  expect(properties(resource(`{A: ${include('x/../../a.yaml')}}`), files, { includeOutside: true })).toEqual({
    A: { B: 1 },
  });
});

test('a problem inside an included file has its name, line and column', () => {
  const template = 'Resources:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: parts/a.yaml}}';
  const file = 'T:\n  Type: AWS::Serverless::SimpleTable\n  Properties:\n    PrimaryKey: {Name: id, Type: Text}\n';
  expect(problems(template, { 'parts/a.yaml': file })).toEqual(['app/parts/a.yaml:4:34 wrong-value']);
  expect(problems(template, { 'parts/a.yaml': 'a: [' })[0]).toMatch(/^app\/parts\/a.yaml:1:\d yaml-syntax$/);
});

test('what cannot be included is told at its place', () => {
  expect(problems(resource(`{A: ${include('a.yaml')}}`), {})).toEqual(['app/template.yaml:4:37 path-not-found']);
  expect(problems(resource(`{A: ${include('a.yaml')}}`), { 'a.yaml': '' })).toEqual([
    'app/template.yaml:4:37 include-empty',
  ]);
  expect(problems(resource(`{A: ${include('a.yaml')}}`), {}, { reader: undefined })).toEqual([
    'app/template.yaml:4:37 local-path-not-read',
  ]);
});

test('files that include each other are told, with the way round', () => {
  const files = { 'a.yaml': `X: ${include('b.yaml')}`, 'b.yaml': `Y: ${include('a.yaml')}` };
  const found = expand(resource(`{A: ${include('a.yaml')}}`), seeing(files)).problems;
  expect(found).toMatchObject([{ code: 'include-cycle', file: 'app/b.yaml', line: 1, column: 20 }]);
  expect(found[0]!.message).toContain('app/a.yaml → app/b.yaml → app/a.yaml');
});

test('a chain of includes that goes on and on is told with the files in it', () => {
  const names = Array.from({ length: 30 }, (_, at) => `f${at}.yaml`);
  const files = Object.fromEntries(names.map((name, at) => [name, `X: ${include(names[at + 1] ?? 'end.yaml')}`]));
  const found = expand(resource(`{A: ${include('f0.yaml')}}`), seeing(files)).problems;
  expect(found).toMatchObject([{ code: 'include-chain-too-long', file: 'app/f19.yaml', line: 1 }]);
  expect(found[0]!.message).toContain('app/f19.yaml → app/f20.yaml.');
});

test('includes that double again and again are refused', () => {
  const files: Record<string, string> = { 'f30.yaml': '[1, 2]' };
  for (let at = 0; at < 18; at++)
    files[`f${at}.yaml`] = `[${include(`f${at + 1}.yaml`)}, ${include(`f${at + 1}.yaml`)}]`;
  files['f18.yaml'] = `[${Array(20).fill('x').join()}]`;
  const found = problems(resource(`{A: ${include('f0.yaml')}}`), files);
  expect(found.map((each) => each.split(' ')[1])).toContain('include-too-large');
});

test('an include that names no file is refused', () => {
  const calls = [
    '{Name: AWS::Include}',
    '{Name: AWS::Include, Parameters: {location: a.yaml}}',
    '{Name: AWS::Include, Parameters: {Location: }}',
    'AWS::Include',
  ];
  for (const call of calls) {
    expect(problems(resource(`{Fn::Transform: ${call}}`), {}), call).toEqual([
      'app/template.yaml:4:33 include-no-location',
    ]);
  }
  const given = [
    '{Name: AWS::Include, Parameters: {Location: !Ref Place}}',
    '{Name: AWS::Include, Parameters: !Ref P}',
    'Own',
  ];
  for (const call of given) expect(problems(resource(`{Fn::Transform: ${call}}`), {}), call).toEqual([]);
});
