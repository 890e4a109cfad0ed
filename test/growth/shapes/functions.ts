import {
  condition,
  extended,
  fn,
  listOf,
  many,
  mapOf,
  nested,
  policy,
  resources,
  type Shape,
  shape,
  statement,
  topic,
} from './builders.ts';

const doubled = (inner: unknown) => ({ 'Fn::Sub': ['${a}${a}', { a: inner }] });
const json = (value: unknown) => ({ 'Fn::ToJsonString': [value] });
const list = (size: number) => ({ P: { Type: 'CommaDelimitedList', Default: 'x,'.repeat(size) } });

/** Functions in functions. */
const deep: readonly Shape[] = [
  shape('Sub in Sub', 40, (size) => resources({ T: topic({ DisplayName: nested(size, doubled) }) })),
  shape('Sub in Sub, for the language extensions', 40, (size) =>
    extended({ T: topic({ DisplayName: json(nested(size, doubled)) }) }),
  ),
  shape('ToJsonString in ToJsonString', 40, (size) =>
    extended({ T: topic({ DisplayName: nested(size, (inner) => ({ 'Fn::ToJsonString': { a: inner } })) }) }),
  ),
  shape('If in If', 40, (size) => {
    const either = (inner: unknown) => ({ 'Fn::If': ['C', inner, inner === 3 ? 4 : 'x'] });
    return resources(
      {
        T: topic({ DisplayName: nested(size, either) }),
        F: fn({ Timeout: nested(size, either, 3), Role: nested(size, either) }),
      },
      { Conditions: { C: condition({ Ref: 'AWS::Region' }) } },
    );
  }),
  shape('Join in Join', 40, (size) => {
    const joined = (inner: unknown) => ({ 'Fn::Join': ['', [inner, { Ref: 'AWS::StackName' }]] });
    return resources({ P: policy(statement({ Resource: nested(size, joined) })) });
  }),
];

/**
 * Few functions that make much. What they may make is bounded, so from some size on they take no longer; the sizes here
 * are beyond it.
 */
const multiplying: readonly Shape[] = [
  shape('a long parameter in many functions', 500, (size) => {
    const first = { 'Fn::Select': [0, { 'Fn::Split': [',', { Ref: 'P' }] }] };
    const Parameters = { P: { Type: 'String', Default: 'x,'.repeat(200_000) } };
    const one = topic({ DisplayName: { 'Fn::Sub': '${P}' }, TopicName: first });
    return resources(
      mapOf(size, (at) => [`T${at}`, one]),
      { Parameters },
    );
  }),
  shape('a long list of which many functions take one', 100, (size) => {
    const first = json({ 'Fn::Select': [0, { Ref: 'P' }] });
    const one = topic({ DisplayName: first, Tags: { 'Fn::Length': { Ref: 'P' } } });
    return extended(
      mapOf(size, (at) => [`T${at}`, one]),
      { Parameters: list(size * 20) },
    );
  }),
  shape('a long list that many functions join', 60, (size) => {
    const one = topic({ DisplayName: json({ 'Fn::Join': ['-', { Ref: 'P' }] }) });
    return extended(
      mapOf(size, (at) => [`T${at}`, one]),
      { Parameters: list(200_000) },
    );
  }),
  shape('rounds of a loop', 100, (size) => {
    const body = { 'T${X}': topic({ DisplayName: { 'Fn::Sub': '${X}' } }) };
    return extended({ 'Fn::ForEach::L': ['X', listOf(size, (at) => `a${at}`), body] });
  }),
  shape('a long text in many rounds', 100, (size) => {
    const body = { 'T${X}': topic({ DisplayName: 'x'.repeat(100_000) }) };
    return extended({ 'Fn::ForEach::L': ['X', listOf(size, (at) => `a${at}`), body] });
  }),
  shape('a long item that a text names often', 10_000, (size) => {
    const body = { T: topic({ DisplayName: '&{X}'.repeat(size), TopicName: '${X}'.repeat(size) }) };
    return extended({ 'Fn::ForEach::L': ['X', ['-'.repeat(size)], body] });
  }),
  shape('loops in loops', 150, (size) => {
    const items = listOf(size, (at) => `a${at}`);
    const inner = { 'Fn::ForEach::B': ['B', items, { 'T${A}${B}': topic({}) }] };
    return extended({ 'Fn::ForEach::A': ['A', items, inner] });
  }),
  shape('variables of one Sub', 500, (size) => {
    const text = many(size, (at) => `\${v${at}}`);
    return resources({ T: topic({ DisplayName: { 'Fn::Sub': [text, mapOf(size, (at) => [`v${at}`, 'x'])] } }) });
  }),
];

export const functions: readonly Shape[] = [...deep, ...multiplying];
