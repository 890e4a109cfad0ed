import { expect, it } from 'vitest';
import { expand } from '../../src/index.ts';
import { maximumLength } from '../../src/parse/index.ts';

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
  expect(found({ Resources: deep })).toContain('not-plain-data');
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
