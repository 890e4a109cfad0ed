import { expect, it } from 'vitest';
import { expand } from '../../src/index.ts';
import { maximumLength } from '../../src/parse/limits.ts';

const levels = 10_000;

/** Expands, and gives the codes with their lines. It must neither throw nor take long. */
const found = (input: string | object): string[] =>
  expand(input).problems.map(({ line, code }) => (line === undefined ? code : `${line} ${code}`));

it.each([
  ['lists in brackets', `Resources: ${'['.repeat(levels)}${']'.repeat(levels)}`, '1'],
  ['lists in brackets never closed', `Resources: ${'['.repeat(levels)}`, '1'],
  ['maps in brackets', `Resources: ${'{a: '.repeat(levels)}1${'}'.repeat(levels)}`, '1'],
  ['lists on one line', `Resources:\n${'- '.repeat(levels)}x`, '2'],
  ['keys in keys', `${'? '.repeat(levels)}x`, '1'],
  ['maps in lines', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), '402'],
  ['maps of JSON', `${'{"Resources":'.repeat(levels)}1${'}'.repeat(levels)}`, '1'],
  ['lists of JSON', `{"Resources":\n${'['.repeat(levels)}${']'.repeat(levels)}}`, '2'],
])('tells that values are nested too deep: %s', (_, text, line) => {
  expect(found(text)).toEqual([`${line} nesting-too-deep`]);
});

it('tells syntax errors rather than the nesting that they look like', () => {
  const codes = found(`Resources:\n${'  a: b: c\n'.repeat(1000)}`);
  expect(codes[0]).toBe('2 yaml-syntax');
  expect(codes.join()).not.toContain('nesting-too-deep');
});

it('takes nesting that a template may have', () => {
  const depth = 300;
  const value = `${'{"a": '.repeat(depth)}1${'}'.repeat(depth)}`;
  expect(found(`Resources: {A: {Type: "AWS::SNS::Topic", Metadata: ${value}}}`)).toEqual([]);
});

it('takes objects nested too deep, and objects that hold themselves', () => {
  let deep: object = {};
  for (let level = 0; level < levels; level++) deep = { a: deep };
  expect(found({ Resources: deep })).toEqual(['nesting-too-deep']);
  const ring: { Resources?: unknown } = {};
  ring.Resources = ring;
  expect(found(ring)).toContain('not-plain-data');
});

it('says where an object holds what no template can', () => {
  const { problems } = expand({ Resources: { Fn: { Properties: { Layers: ['a', () => 1], Timeout: Number.NaN } } } });
  expect(problems.map(({ message }) => message)).toEqual([
    "The template object contains a function, which no template can hold, at 'Resources.Fn.Properties.Layers.1'.",
    "The template object contains the number NaN, which no template can hold, at 'Resources.Fn.Properties.Timeout'.",
  ]);
});

it('says at once that a list of an object is too long, however much of it is empty', () => {
  const { problems } = expand({ Resources: { Fn: { Properties: { Layers: Array(4_294_967_295) } } } });
  expect(problems.map(({ message }) => message)).toEqual([
    "The template object contains a list of 4,294,967,295 items (at most 4,000,000 are read), at 'Resources.Fn.Properties.Layers'.",
  ]);
});

it.each([
  [new Date(Number.NaN), 'an invalid date'],
  [new Map(), 'a Map, which no template can hold'],
  [Promise.resolve(1), 'a promise, which no template can hold'],
])('names what is no data: %o', (value, what) => {
  expect(expand({ Resources: { A: { Metadata: { B: [value] } } } }).problems.map(({ message }) => message)).toEqual([
    `The template object contains ${what}, at 'Resources.A.Metadata.B.0'.`,
  ]);
});

it('counts objects that are shared again and again as often as they would be written', () => {
  let shared: object = { a: 'x' };
  for (let level = 0; level < 22; level++) shared = { a: shared, b: shared };
  expect(expand({ Resources: { A: { Metadata: shared } } }).problems.map(({ message }) => message)).toEqual([
    "The template object contains the same objects in so many places that they come to more than 4,000,000 values, at 'Resources.A.Metadata.a.a.b'.",
  ]);
});

const letters = [...'abcdefghij'];
const bomb = letters.map((name, at) => `${name}: &${name} [${Array(10).fill(at === 0 ? 'x' : `*${letters[at - 1]}`)}]`);

it.each([
  ['lists of aliases', `${bomb.join('\n')}\nResources: {}\n`, '7'],
  ['aliases of a long text', `a: &a ${'x'.repeat(100_000)}\nb:\n${'  - *a\n'.repeat(1000)}`, '42'],
  [
    'merges of a large map',
    `x: &x {${Array.from({ length: 2000 }, (_, at) => `k${at}: 1`)}}\nb:\n${'  - {<<: *x}\n'.repeat(5000)}`,
    undefined,
  ],
])('stops aliases that explode: %s', (_, text, line) => {
  const codes = found(text);
  expect(codes).toHaveLength(1);
  expect(codes[0]).toMatch(/alias-expansion$/);
  if (line !== undefined) expect(codes[0]).toBe(`${line} alias-expansion`);
});

it('refuses a file of 20 MB and reads one that is just small enough', () => {
  const entry = '  A0000000:\n    Type: AWS::SNS::Topic\n';
  expect(found(`Resources:\n${entry.repeat(20_000_000 / entry.length)}`)).toEqual(['1 file-too-large']);
  const json = `{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Metadata": {"x": "`;
  expect(found(`${json}${'x'.repeat(maximumLength - json.length - 5)}"}}}}`)).toEqual([]);
});

it('keeps ids and properties that every JavaScript object has', () => {
  const text = `Resources:
  constructor: {Type: "AWS::SNS::Topic", __proto__: {a: 1}}
  toString: {Type: toString, Properties: {hasOwnProperty: {__proto__: 1}}}
  valueOf: {Type: __proto__}
`;
  const { template } = expand(text);
  expect(JSON.parse(JSON.stringify(template))).toEqual(
    JSON.parse(
      '{"Resources": {"constructor": {"Type": "AWS::SNS::Topic", "__proto__": {"a": 1}},' +
        '"toString": {"Type": "toString", "Properties": {"hasOwnProperty": {"__proto__": 1}}}, "valueOf": {"Type": "__proto__"}}}',
    ),
  );
  expect(({} as { a?: unknown }).a).toBeUndefined();
});

it('tells unknown properties that every JavaScript object has', () => {
  const text = `Resources:
  A:
    Type: AWS::Serverless::SimpleTable
    Properties:
      __proto__: {Tags: {}}
      constructor: 1
      toString: 2
`;
  expect(found(text)).toEqual(['5 unknown-property', '6 unknown-property', '7 unknown-property']);
});

const topic = 'Resources:\n  A:\n    Type: AWS::SNS::Topic\n';

it('tells the first of many syntax errors, and how many more there are', () => {
  const { problems } = expand(`Resources:\n${'  a: "b\n'.repeat(20_000)}`);
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatchObject({
    line: 102,
    code: 'yaml-syntax',
    message:
      'There are 19,900 more syntax errors from here on. Correct those above first; many others follow from them.',
  });
});

it('counts documents without reading them all', () => {
  const { problems } = expand(`${topic}${'---\na: b\n'.repeat(20_000)}`);
  expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '4 The file has 20001 YAML documents; a template must be a single document.',
  ]);
});

it('refuses a directive that no template needs', () => {
  const prefix = `tag:${'a'.repeat(200_000)}`;
  expect(found(`%TAG !a! ${prefix}\n---\n${topic}    Metadata: [!a!x y]\n`)).toEqual(['1 directive-too-long']);
});

it('takes more entries than a function takes arguments', () => {
  const keys = Array.from({ length: 130_000 }, (_, at) => `k${at}: v`);
  const merged = `X: &a {${keys.join(', ')}}\n${topic}    Metadata:\n      <<: *a\n`;
  const { template, problems } = expand(merged);
  expect(problems).toEqual([]);
  expect(Object.keys(template!.Resources['A']!['Metadata'])).toHaveLength(130_000);
});

it.each([
  ['one escape at the start', `\\n${'x'.repeat(10_000_000)}`],
  ['one escape at the end', `${'x'.repeat(10_000_000)}\\n`],
  ['nothing but escapes', '\\"'.repeat(5_000_000)],
])('reads JSON of 10 MB with %s', (_, text) => {
  expect(found(`{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Metadata": {"x": "${text}"}}}}`)).toEqual([]);
});

it('shows only the beginning of a long name', () => {
  const { problems } = expand(
    `Transform: AWS::Serverless-2016-10-31\nResources:\n  ? ${'a-'.repeat(600)}\n  : Type: AWS::Serverless::SimpleTable\n`,
  );
  expect(problems.map(({ message }) => message)).toEqual([
    `The logical ID '${'a-'.repeat(500)}…' may only have letters and digits.`,
  ]);
});
