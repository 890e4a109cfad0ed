import { expect, it } from 'vitest';
import { expand } from '../../src/index.ts';

const resource = (value: unknown) => ({ R: { Type: 'A::B::C', Properties: { Value: value } } });
const nested = (depth: number, around: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = around(value);
  return value;
};

it('stops functions that double a text 28 times', () => {
  const json = nested(28, (inner) => ({ 'Fn::ToJsonString': { a: inner } }));
  const sub = { 'Fn::ToJsonString': [nested(28, (inner) => ({ 'Fn::Sub': ['${a}${a}', { a: inner }] }))] };
  for (const value of [json, sub]) {
    const { problems } = expand({ Transform: 'AWS::LanguageExtensions', Resources: resource(value) });
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['text-too-long']));
  }
});

it('stops loops that multiply a long text', () => {
  const body = { 'T${X}': { Type: 'A::B::C', Properties: { Value: 'x'.repeat(1_000_000) } } };
  const items = Array.from({ length: 100 }, (_, at) => `a${at}`);
  const { problems } = expand({
    Transform: 'AWS::LanguageExtensions',
    Resources: { 'Fn::ForEach::L': ['X', items, body] },
  });
  expect(problems.map(({ code }) => code)).toEqual(['for-each-too-large']);
});

it.each(['${X}', '&{X}'])('stops texts that name a long item often: %s', (name) => {
  const body = { T: { Type: 'A::B::C', Properties: { Value: name.repeat(100_000) } } };
  const loop = { 'Fn::ForEach::L': ['X', ['x'.repeat(100_000)], body] };
  const { problems } = expand({ Transform: 'AWS::LanguageExtensions', Resources: loop });
  expect(problems.map(({ code }) => code)).toEqual(['for-each-too-large']);
});

it('stops many functions that make long texts of one parameter', () => {
  const joined = { 'Fn::ToJsonString': [{ 'Fn::Join': ['-', { Ref: 'P' }] }] };
  const resources = Object.fromEntries(
    Array.from({ length: 2000 }, (_, at) => [`R${at}`, { Type: 'A::B::C', Properties: { Value: joined } }]),
  );
  const { problems } = expand({
    Transform: 'AWS::LanguageExtensions',
    Parameters: { P: { Type: 'CommaDelimitedList', Default: 'x,'.repeat(100_000) } },
    Resources: resources,
  });
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['text-too-long']));
});

it('stops values of parameters that make a text too long', () => {
  const api = { StageName: 'v1', BinaryMediaTypes: [{ 'Fn::Sub': '${P}'.repeat(100_000) }] };
  const { problems } = expand({
    Transform: 'AWS::Serverless-2016-10-31',
    Parameters: { P: { Type: 'String', Default: 'x'.repeat(100_000) } },
    Resources: {
      A: { Type: 'AWS::Serverless::Api', Properties: { ...api, DefinitionBody: { swagger: '2.0', paths: {} } } },
    },
  });
  expect(problems.map(({ code }) => code)).toEqual(['text-too-long']);
});
