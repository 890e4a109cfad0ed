import { expect, test } from 'vitest';
import { expand } from '../../src/index.ts';
import { errors, extended } from './helpers.ts';

const loop = (definition: string, rest = '') =>
  `Resources:\n  R: {Type: A::B::C}\n  Fn::ForEach::L: ${definition}\n${rest}`;
const body = "{'R${N}': {Type: A::B::C}}";

test.each([
  ['[N, [A]]', ['4: invalid-for-each']],
  ['{N: A}', ['4: invalid-for-each']],
  [`[5, [A], ${body}]`, ['4: invalid-for-each']],
  [`['a-b', [A], ${body}]`, ['4: invalid-for-each']],
  [`[[], [A], ${body}]`, ['4: invalid-for-each']],
  ['[N, [A], text]', ['4: invalid-for-each']],
  ['[N, [A], {}]', ['4: invalid-for-each']],
  [`[N, text, ${body}]`, ['4: invalid-for-each-collection']],
  [`[N, [{a: b}], ${body}]`, ['4: invalid-for-each-collection']],
  [`[N, [[A, B]], ${body}]`, ['4: invalid-for-each-collection']],
  [`[[N, M], [A], ${body}]`, ['4: invalid-for-each-collection']],
  [`[N, {A: b}, ${body}]`, ['4: invalid-for-each-collection']],
  [`[[N, M, O], {A: b}, ${body}]`, ['4: invalid-for-each-collection']],
  [`[[N, M], {A: [b]}, ${body}]`, ['4: invalid-for-each-collection']],
  [`[[N, !Ref Later], {A: b}, ${body}]`, ['4: invalid-for-each']],
  ['[[N, M], {A: b, B: c}, {Same: {Type: A::B::C}}]', ['4: for-each-key-without-identifier']],
  ['[N, [A, B], {Same: {Type: A::B::C}}]', ['4: for-each-key-without-identifier']],
  [`[N, [A, A], ${body}]`, ['4: for-each-duplicate-key']],
  ["[N, [R], {'${N}': {Type: A::B::C}}]", ['4: for-each-duplicate-key']],
  [`[N, ['a-b'], ${body}]`, ['4: for-each-invalid-key']],
  [`[R, [A], {'X\${R}': {Type: A::B::C}}]`, ['4: for-each-identifier-taken']],
  ['[N, [A], {Fn::ForEach::M: [N, [B], {"${N}": {Type: A::B::C}}]}]', ['4: for-each-identifier-taken']],
  ['[N, !Ref Later, {"F${N}": {Type: AWS::Serverless::SimpleTable}}]', ['4: for-each-of-serverless-unknown']],
])('the loop %s gives %j', (definition, expected) => {
  expect(errors(loop(definition, 'Parameters: {Later: {Type: CommaDelimitedList}}'))).toEqual(expected);
});

test('names of loops', () => {
  expect(errors(`Resources:\n  L: {Type: A::B::C}\n  Fn::ForEach::L: [N, [A], ${body}]`)).toEqual([
    '4: for-each-name-taken',
  ]);
  expect(errors(`Resources:\n  Fn::ForEach: [N, [A], ${body}]`)).toEqual(['3: invalid-for-each']);
  const { problems } = extended(`Resources:
  Fn::ForEach::L: [N, [A], ${body}]
Outputs:
  Fn::ForEach::L: [N, [A, B], {'\${N}': {Value: x}}]`);
  expect(problems.map(({ code, line, level }) => [code, line, level])).toEqual([['for-each-name-twice', 5, 'warning']]);
});

test('loops nest five deep at most', () => {
  const nested = (depth: number): string =>
    depth === 0 ? '"X${I1}": {Type: A::B::C}' : `Fn::ForEach::L${depth}: [I${depth}, [A], {${nested(depth - 1)}}]`;
  expect(errors(`Resources: {${nested(5)}}`)).toEqual([]);
  expect(errors(`Resources: {${nested(6)}}`)).toEqual(['2: for-each-too-deep']);
});

test('loops that make too much are refused', () => {
  const list = `[${[...Array(100).keys()].join()}]`;
  const inner = `Fn::ForEach::C: [C, ${list}, {'X\${A}y\${B}z\${C}': {Type: A::B::C}}]`;
  const template = `Resources: {Fn::ForEach::A: [A, ${list}, {Fn::ForEach::B: [B, ${list}, {${inner}}]}]}`;
  expect(errors(template)).toContain('2: for-each-too-large');
}, 30_000);

test('a loop cannot run over a hidden parameter', () => {
  const parameters = 'Parameters: {P: {Type: CommaDelimitedList, Default: a, NoEcho: true}}';
  expect(errors(loop(`[N, !Ref P, ${body}]`, parameters))).toEqual(['4: hidden-for-each-collection']);
  expect(errors(loop(`[[N, M], {A: !Ref P}, ${body}]`, parameters))).toEqual(['4: hidden-for-each-collection']);
});

test.each(['Mappings', 'Parameters', 'Metadata', 'Globals'])('a loop cannot stand in %s', (section) => {
  const found = errors(`${section}:\n  Fn::ForEach::L: [N, [A], {'\${N}': {}}]\nResources: {R: {Type: A::B::C}}`);
  expect(found).toContain('3: for-each-not-here');
});

test('a loop needs the transform, before the serverless one', () => {
  const template = `Resources:\n  Fn::ForEach::L: [N, [A], ${body}]`;
  const codes = (text: string) => expand(text).problems.map(({ code, line }) => [code, line]);
  expect(codes(template)).toEqual([['missing-language-extensions', 2]]);
  expect(codes(`Transform:\n- AWS::Serverless-2016-10-31\n- AWS::LanguageExtensions\n${template}`)).toEqual([
    ['language-extensions-after-others', 3],
  ]);
});

const property = (value: string) => `
Parameters: {P: {Type: String, Default: text}, L: {Type: CommaDelimitedList, Default: 'a,b'}}
Resources:
  R:
    Type: A::B::C
    Properties:
      Value:
        ${value}`;

test.each([
  ['!Length text', '9: invalid-length'],
  ['!Length {a: b}', '9: invalid-length'],
  ['!Length {Ref: P}', '9: invalid-length'],
  ['!ToJsonString text', '9: invalid-to-json-string'],
  ['!ToJsonString {Ref: P}', '9: invalid-to-json-string'],
  ['!ToJsonString [!Equals [a, b]]', '9: unsupported-in-to-json-string'],
  ['!ToJsonString [!Ref AWS::NotificationARNs]', '9: unsupported-in-to-json-string'],
  ['!FindInMap [A, B]', '9: invalid-find-in-map'],
  ['!FindInMap text', '9: invalid-find-in-map'],
  ['!FindInMap [A, B, C, D]', '9: invalid-find-in-map'],
  ['!FindInMap [A, B, C, {Default: 1}]', '9: invalid-find-in-map'],
  ['!FindInMap [A, B, !Ref L]', '9: invalid-find-in-map'],
  ['!FindInMap [A, B, C]', '9: not-in-mappings'],
  ['{Ref: !Ref L}', '9: invalid-reference'],
  ['!GetAtt [!Ref L, Arn]', '9: invalid-reference'],
])('%s: %s', (value, expected) => {
  expect(errors(property(value))).toEqual([expected]);
});

test('problems in a resource are blamed on it', () => {
  expect(extended(property('!Length text')).problems[0]).toMatchObject({ logicalId: 'R', column: 17, endColumn: 21 });
});

test.each(['[Retain]', '{a: b}', '!Ref P', '!Ref AWS::NoValue'])('DeletionPolicy: %s is refused', (policy) => {
  const template = `
Parameters: {P: {Type: String, Default: retain}}
Resources:
  R:
    Type: A::B::C
    DeletionPolicy: ${policy}`;
  expect(errors(template)).toEqual(['7: wrong-type']);
});
