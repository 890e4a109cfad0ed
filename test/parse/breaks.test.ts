import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/model/origin.ts';
import { isMap } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { commentsIn } from '../../src/parse/tokens.ts';
import { processorTime } from '../processor-time.ts';

const read = (text: string): unknown => {
  const { root, findings } = parse(text);
  return findings.length > 0 ? findings.map(({ code }) => code) : root;
};

// What PyYAML 6.0.3 makes of the same texts.
describe('what ends a line in YAML 1.1 and not in 1.2', () => {
  for (const [name, end] of [
    ['U+0085', '\x85'],
    ['U+2028', '\u2028'],
    ['U+2029', '\u2029'],
  ] as const) {
    it(`${name} ends lines between entries, and comments`, () => {
      expect(read(`a: 1${end}b: 2${end}`)).toEqual({ a: 1, b: 2 });
      expect(read(`a: x # c${end}b: 2\n`)).toEqual({ a: 'x', b: 2 });
      expect(read(`# c${end}a: [x,${end} y]\n`)).toEqual({ a: ['x', 'y'] });
      expect(read(`a: "b\\${end}   c"\n`)).toEqual({ a: 'bc' });
      const text = `a: 1 # c${end}b: 2 # d`;
      expect(commentsIn(text).map(({ start, end: to }) => text.slice(start, to))).toEqual(['# c', '# d']);
    });
  }

  it('is a line feed in texts where it is U+0085', () => {
    expect(read("a: 'x\x85  y'\nb: x\x85   y\nc: 'x\x85\x85 y'\n")).toEqual({ a: 'x y', b: 'x y', c: 'x\ny' });
    expect(read('a: |\n  x\x85  y\nb: >\n  x\x85  y\n')).toEqual({ a: 'x\ny\n', b: 'x y\n' });
  });

  it('stays what it is in texts where it is U+2028 or U+2029', () => {
    expect(read("a: 'x \u2028  it''s'\nb: x\u2029   y\nc: \"x\n\u2028 y\u2028\n z\\t\"\n")).toEqual({
      a: "x\u2028it's",
      b: 'x\u2029y',
      c: 'x\u2028y\u2028\nz\t',
    });
    expect(read('a: |\n  x\u2028   y\n\n  z\nb: >\n  x\u2028  y\n  z\u2028')).toEqual({
      a: 'x\u2028 y\n\nz\n',
      b: 'x\u2028y z\u2028',
    });
    expect(read('a: |-\n  x\u2028\nb: |+\n  x\u2028\u2028\n')).toEqual({ a: 'x', b: 'x\u2028\u2028\n' });
  });

  it('moves no place: each entry is where it stands in the text', () => {
    const text = 'a: x\u2028bc: y\x85d: z\n';
    const { root } = parse(text);
    if (!isMap(root)) throw new Error('no map');
    const { key, value } = entryOf(root, 'd')!;
    expect([text.slice(key.start, key.end), text.slice(value.start, value.end)]).toEqual(['d', 'z']);
  });

  it('is a character like any other in JSON', () => {
    expect(read('{"a": "x\u2028 y\x85z"}')).toEqual({ a: 'x\u2028 y\x85z' });
  });

  it('is read in time that grows with the text', () => {
    for (const count of [20_000, 200_000]) {
      const milliseconds = processorTime(() => {
        read(`a: "${' '.repeat(count)}x\u2028${'\\'.repeat(count)}n"\nb: |\n  x${'\n\u2028'.repeat(count)}  y\n`);
      });
      expect(milliseconds).toBeLessThan(2_000);
    }
  });
});
