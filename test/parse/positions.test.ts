import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/model/origin.ts';
import type { Json, Step } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { positionOf } from '../../src/report/position.ts';

/** `line:column` of the key and of the value at the end of a path. */
const placesOf = (root: Json, ...path: Step[]): string => {
  let container = root;
  for (const step of path.slice(0, -1)) container = (container as { [step: Step]: Json })[step]!;
  const { key, value } = entryOf(container, path.at(-1)!)!;
  return [key, value].map((span) => `${positionOf(span).line}:${positionOf(span).column}`).join(' ');
};

describe('places of keys and values', () => {
  it.each([
    ['block YAML', 'a:\n  b: c\n  d:\n    - e\n    - f\n', ['a', 'd', 1], '5:7 5:7'],
    ['flow YAML', 'a: {b: c, d: [e,\n  f]}\n', ['a', 'd', 1], '2:3 2:3'],
    ['JSON', '{\n  "a": {\n    "b": [1, "x"]\n  }\n}\n', ['a', 'b'], '3:5 3:10'],
    ['JSON lists', '{\n  "a": {\n    "b": [1, "x"]\n  }\n}\n', ['a', 'b', 1], '3:14 3:14'],
    ['a byte-order mark', '\ufeffa: b\n', ['a'], '1:1 1:4'],
    ['line breaks of Windows', 'a:\r\n  b: c\r\n', ['a', 'b'], '2:3 2:6'],
    ['carriage returns alone', 'a:\r  b: c\r', ['a', 'b'], '2:3 2:6'],
    ['characters beyond the basic plane', 'a: "😀"\nb: {c: 😀, d: e}\n', ['b', 'd'], '2:12 2:15'],
    ['a value that comes again', 'a: 1\nb: 2\na: 3\n', ['a'], '3:1 3:4'],
    ['a merged value', 'x: &x\n  y: 1\nz:\n  <<: *x\n  w: 2\n', ['z', 'y'], '2:3 2:6'],
    ['a value laid over a merged one', 'x: &x\n  y: 1\nz:\n  <<: *x\n  y: 2\n', ['z', 'y'], '5:3 5:6'],
    ['an aliased value', 'x: &x {y: 1}\nz: *x\n', ['z'], '2:1 2:4'],
    ['integer-like keys', 'b: 1\n10: 2\n2: 3\n', ['2'], '3:1 3:4'],
    [
      'keys of Object.prototype',
      'toString: 1\n__proto__: {constructor: 2}\n',
      ['__proto__', 'constructor'],
      '2:13 2:26',
    ],
  ] as const)('%s', (_, text, path, expected) => {
    const { root, findings } = parse(text);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(placesOf(root, ...path)).toBe(expected);
  });

  it('are those of the template without its byte-order mark when it comes as bytes', () => {
    const { root } = parse(new TextEncoder().encode('\ufeffa: b\n'));
    expect(placesOf(root, 'a')).toBe('1:1 1:4');
  });
});

/** `line:column code` of everything found. */
const found = (input: string | Uint8Array): string[] =>
  parse(input)
    .findings.map(({ span, code }) => `${positionOf(span!).line}:${positionOf(span!).column} ${code}`)
    .sort();

describe('places of problems in the text', () => {
  it.each([
    ['a quote never closed', 'a:\n  b: "c\nd: e\n', ['2:6 yaml-syntax']],
    ['brackets never closed', 'a: [b\nc: {d: e\nf: g\n', ['1:4 yaml-syntax', '2:4 yaml-syntax']],
    [
      'brackets in brackets never closed',
      '{"a": [1,\n  {"b": 2',
      ['1:1 yaml-syntax', '1:7 yaml-syntax', '2:3 yaml-syntax'],
    ],
    ['a wrong indent', 'a:\n  b: c\n   d: e\n', ['3:4 yaml-syntax']],
    ['tabs', 'a:\n\tb: c\n\td: e\n', ['2:1 yaml-syntax']],
    ['two colons in each of two lines', 'a: b: c\nd: e: f\n', ['1:4 yaml-syntax', '2:4 yaml-syntax']],
    ['a reserved character', 'a: b\nc: @d\n', ['2:4 yaml-syntax']],
    ['an escape that is none', 'a: "\\q"\n', ['1:5 yaml-syntax']],
    ['a key twice', 'a: b\nc: {d: 1, d: 2}\n', ['2:11 duplicate-key']],
    ['a key twice in JSON', '{\n  "a": 1,\n  "a": 2\n}\n', ['3:3 duplicate-key']],
    ['several documents', 'a: b\n---\nc: d\n', ['2:1 several-documents']],
    ['an unknown alias and another', 'a: *b\nc: *d\n', ['1:4 unknown-alias', '2:4 unknown-alias']],
    ['an alias inside its anchor', 'a: &a\n  b: *a\n', ['2:6 recursive-alias']],
    ['a list as a key', '? [a]\n: b\n? {c: d}\n: e\n', ['1:3 key-not-scalar', '3:3 key-not-scalar']],
    ['a function as a key', '!Ref a: b\n', ['1:1 key-not-scalar']],
    ['a text to merge', 'a:\n  <<: b\n', ['2:7 merge-not-map']],
    ['nothing to merge', 'a:\n  <<:\n', ['2:3 merge-not-map']],
    [
      'a tag of YAML that templates do not have',
      'a: !!binary aGk=\nb: !!set {c}\n',
      ['1:4 unsupported-tag', '2:4 unsupported-tag'],
    ],
    ['a NUL character', 'a: b\nc: \0\n', ['2:4 unreadable-text']],
    ['a control character', 'a: b\nc: \u0007\n', ['2:4 unreadable-text']],
    ['half a character', 'a: \ud83d\n', ['1:4 unreadable-text']],
    ['Latin-1', Uint8Array.from([0x61, 0x3a, 0x0a, 0x20, 0xe9, 0x0a]), ['2:2 unreadable-text']],
    ['a character cut off', Uint8Array.from([0x61, 0x3a, 0x20, 0xe2, 0x82]), ['1:4 unreadable-text']],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), ['1:1 unreadable-text']],
  ] as const)('%s', (_, input, expected) => {
    expect(found(input as string | Uint8Array)).toEqual(expected);
  });
});
