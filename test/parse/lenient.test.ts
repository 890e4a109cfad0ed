import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/model/origin.ts';
import { get } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';

const read = (text: string) => {
  const { root, findings } = parse(text);
  return { root: JSON.parse(JSON.stringify(root)), codes: findings.map(({ code }) => code) };
};

describe('reads what PyYAML reads beyond YAML 1.2', () => {
  it.each([
    [
      'a quoted text with lines at the first column',
      'a:\n  b: \'{\n"x": 1\n}\'\n  c: "\nd\n"\ne: f\n',
      { a: { b: '{ "x": 1 }', c: ' d ' }, e: 'f' },
    ],
    [
      'brackets with lines further left',
      'a:\n  b: {\n"x": [\n1,\n  y z\n]\n}\n  c: d\n',
      { a: { b: { x: [1, 'y z'] }, c: 'd' } },
    ],
    ['a comment right behind a quote or a bracket', 'a: "b"# c\nd: [e]# f\n', { a: 'b', d: ['e'] }],
    ['a block whose last line is not ended', 'a: |\n  b', { a: 'b' }],
    ['a folded block whose last line is not ended', 'a: >\n  b\n  c', { a: 'b c' }],
    ['a block whose last line is ended', 'a: |\n  b\n', { a: 'b\n' }],
    ['a block that is stripped anyway', 'a: |-\n  b', { a: 'b' }],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual({ root: expected, codes: [] });
  });

  it('keeps the places of values', () => {
    const text = 'a: {\nb: "x\ny"\n}\nc: d\n';
    const { root } = parse(text);
    expect(entryOf(root, 'c')?.value.start).toBe(text.indexOf('d'));
    expect(entryOf(get(root, 'a'), 'b')?.value.start).toBe(text.indexOf('"x'));
  });

  it('lets a document end inside of brackets', () => {
    expect(read('a: {\n---\nb: c\n').codes).not.toEqual([]);
  });
});
