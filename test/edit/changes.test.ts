import { describe, expect, it } from 'vitest';
import { applyChanges, type Outcome, type ReadTree } from '../../src/edit/index.ts';
import { treeReader } from '../../src/lint/edits.ts';
import type { Change, Side } from '../../src/model/change.ts';
import { type Entry, entryOf } from '../../src/model/origin.ts';
import { getIn, isList, type Json, type Step } from '../../src/model/tree.ts';

const readTree = treeReader({});

/** The place of a value of a text, by its path. */
const entryIn = (text: string, ...path: Step[]): Entry => {
  const { root } = readTree(text)!;
  return entryOf(getIn(root, ...path.slice(0, -1)), path.at(-1)!)!;
};
const valueIn = (text: string, ...path: Step[]): Json => getIn(readTree(text)!.root, ...path)!;

const made = (text: string, change: Change): string => {
  const { text: changed, outcomes } = applyChanges(text, [[change]], readTree);
  expect(outcomes).toEqual(['made']);
  return changed;
};
const set = (text: string, to: Json, ...path: Step[]): Change => ({
  kind: 'set',
  at: entryIn(text, ...path).value,
  from: valueIn(text, ...path),
  to,
});
const remove = (text: string, ...path: Step[]): Change => ({ kind: 'remove', key: entryIn(text, ...path).key });
const add = (text: string, side: Side, value: Json, ...path: Step[]): Change =>
  isList(getIn(readTree(text)!.root, ...path.slice(0, -1)))
    ? { kind: 'add-item', value, beside: entryIn(text, ...path).value, side }
    : { kind: 'add', key: 'New', value, beside: entryIn(text, ...path).key, side };

describe('a value that becomes another', () => {
  it.each([
    ['a number', 'A: 1 # c\n', 2, 'A: 2 # c\n'],
    ['a number as text', 'A: "1" # c\n', 2, 'A: "2" # c\n'],
    ['a plain text', 'A: x\n', 'a text', 'A: a text\n'],
    ['a text that YAML reads as something else', 'A: x\n', 'no', "A: 'no'\n"],
    ['a text that ends like a key', 'A: x\n', 'a:', "A: 'a:'\n"],
    ['a text with a comment sign', 'A: x\n', 'a # b', "A: 'a # b'\n"],
    ['a text in flow style', 'A: [x, y]\n', 'a, b', "A: ['a, b', y]\n"],
    ['a text in single quotes', "A: 'x'\n", "it's", "A: 'it''s'\n"],
    ['a text in double quotes', 'A: "x"\n', 'a "b"', 'A: "a \\"b\\""\n'],
    ['a text of several lines', 'A: x\n', 'a\nb', 'A: "a\\nb"\n'],
    ['what has a tag', 'A: !Ref X # c\n', 'a', 'A: a # c\n'],
    ['a scalar that becomes a list', 'A: "x" # c\n', ['x', 'y'], 'A: ["x", "y"] # c\n'],
    ['JSON', '{"A": "x"}', ['x', { Ref: 'B' }], '{"A": ["x", {"Ref": "B"}]}'],
    ['a list in a block', 'A:\n- x\n- y\n# c\nB: 1\n', 'z', 'A: z\n# c\nB: 1\n'],
    ['an anchored value that nothing else is', 'A: &a x\n', 'y', 'A: &a y\n'],
  ] as const)('%s', (_, text, to, after) => {
    const path = text.startsWith('A: [') ? ['A', 0] : ['A'];
    expect(made(text, set(text, to as Json, ...path))).toBe(after);
  });

  it('is another name for a key', () => {
    const text = '"/a": 1\nb: 2\n';
    expect(made(text, { kind: 'set', at: entryIn(text, '/a').key, from: '/a', to: '/c' })).toBe('"/c": 1\nb: 2\n');
  });

  it('is not looked for behind a reference', () => {
    const text = 'A: !Ref X\n';
    const change: Change = { kind: 'set', at: entryIn(text, 'A').value, from: 'x', to: 'y' };
    expect(applyChanges(text, [[change]], readTree)).toEqual({ text, outcomes: ['unfit'] });
  });
});

describe('comments, commas and braces', () => {
  it.each([
    [
      'a comma in a comment below',
      'A:\n  B: 1\n  # Reads it, once\nC: 2\n',
      'A:\n  B: 1\n  New: x\n  # Reads it, once\nC: 2\n',
    ],
    ['a brace in a comment behind', 'A:\n  B: 1 # as {env}\nC: 2\n', 'A:\n  B: 1 # as {env}\n  New: x\nC: 2\n'],
    ['a closing brace in a comment', 'A:\n  B: 1 # }\n', 'A:\n  B: 1 # }\n  New: x\n'],
    ['a comment in flow style', 'A: {B: 1 # }, no\n  }\n', 'A: {B: 1, New: x # }, no\n  }\n'],
    ['a block scalar', 'A:\n  B: |\n    1, }\n\n# c\nC: 2\n', 'A:\n  B: |\n    1, }\n  New: x\n\n# c\nC: 2\n'],
    ['a block scalar that keeps its end', 'A:\n  B: |+\n    1\n\nC: 2\n', 'A:\n  B: |+\n    1\n\n  New: x\nC: 2\n'],
    ['no line end', 'A:\n  B: 1', 'A:\n  B: 1\n  New: x'],
  ])('do not mislead what is added behind: %s', (_, text, after) =>
    expect(made(text, add(text, 'after', 'x', 'A', 'B'))).toBe(after),
  );

  it.each([
    ['a comment above', 'A:\n  # of B\n  # too\n  B: 1\n', 'A:\n  New: x\n  # of B\n  # too\n  B: 1\n'],
    ['a comment of something else', 'A:\n  # of A\n\n  B: 1\n', 'A:\n  # of A\n\n  New: x\n  B: 1\n'],
    ['a dash', '- B: 1\n  C: 2\n', '- New: x\n  B: 1\n  C: 2\n'],
    ['flow style', 'A: {B: 1}\n', 'A: {New: x, B: 1}\n'],
    ['flow style over lines', 'A: {\n  B: 1 }\n', 'A: {\n  New: x,\n  B: 1 }\n'],
    ['compact JSON', '{"A":{"B":1}}', '{"A":{"New": "x", "B":1}}'],
  ])('do not mislead what is added before: %s', (_, text, after) => {
    const path = text.startsWith('-') ? [0, 'B'] : ['A', 'B'];
    expect(made(text, add(text, 'before', 'x', ...path))).toBe(after);
  });

  it.each([
    ['a comment with a comma', 'A:\n  B: 1 # a, b}\n  C: 2 # c\n', 'A:\n  C: 2 # c\n'],
    ['a comment behind the comma', 'A: {B: 1, # b\n  C: 2}\n', 'A: { # b\n  C: 2}\n'],
    ['an item behind a dash', '- B: 1 # b\n  C: 2\n', '- C: 2\n'],
    ['the last one in flow style', 'A: {C: 2, # c\n  B: 1}\n', 'A: {C: 2 # c\n  }\n'],
    ['the only one', 'A:\n  B: 1 # b\nD: 1\n', 'A: {}\nD: 1\n'],
  ])('do not mislead what goes: %s', (_, text, after) => {
    const path = text.startsWith('-') ? [0, 'B'] : ['A', 'B'];
    expect(made(text, remove(text, ...path))).toBe(after);
  });
});

describe('what is added', () => {
  const value = { Type: 'X', List: ['a', { Ref: 'B' }], Deep: [{ C: 'yes' }], Sub: { 'Fn::Sub': "it's" } };

  it('is a block in a block', () => {
    const text = 'A:\n    B: 1\n';
    expect(made(text, add(text, 'after', value, 'A', 'B'))).toBe(`A:
    B: 1
    New:
      Type: X
      List: [a, !Ref B]
      Deep:
        - C: 'yes'
      Sub: !Sub 'it''s'
`);
  });

  it('is an item of a list', () => {
    const text = 'A:\n- x # c\n- y\n';
    expect(made(text, add(text, 'before', { B: 1, C: 2 }, 'A', 0))).toBe('A:\n- B: 1\n  C: 2\n- x # c\n- y\n');
    expect(made(text, add(text, 'after', 'z', 'A', 0))).toBe('A:\n- x # c\n- z\n- y\n');
    expect(made('A: [x]\n', add('A: [x]\n', 'after', { B: 1 }, 'A', 0))).toBe('A: [x, {B: 1}]\n');
  });
});

describe('line ends and marks', () => {
  const changes = (text: string): Change[][] => [
    [add(text, 'after', 'x', 'A', 'B')],
    [remove(text, 'A', 'C')],
    [set(text, 3, 'D')],
  ];
  const before = 'A:\n  B: 1 # b\n  C: |\n    c\n# d\nD: 2\n';
  const after = 'A:\n  B: 1 # b\n  New: x\n# d\nD: 3\n';

  it.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('stay as they are: %s', (_, lineBreak) => {
    const [text, wanted] = [before, after].map((each) => `\ufeff${each.replaceAll('\n', lineBreak)}`) as [
      string,
      string,
    ];
    const { text: changed, outcomes } = applyChanges(text, changes(text), readTree);
    expect(outcomes).toEqual(['made', 'made', 'made']);
    expect(changed).toBe(wanted);
  });
});

describe('entries added beside one that is removed take its place', () => {
  it.each([
    ['in a block', 'A:\n  B: 1 # c\n  C: 2\n', 'A:\n  New: 9\n  C: 2\n'],
    ['as the last of a block', 'A:\n  C: 2\n  # c\n  B:\n    D: 1\nE: 3\n', 'A:\n  C: 2\n  # c\n  New: 9\nE: 3\n'],
    ['as the only one of a block', 'A:\n  B: 1\nC: 2\n', 'A:\n  New: 9\nC: 2\n'],
    ['with the line breaks of Windows', 'A:\r\n  B: 1\r\n  C: 2\r\n', 'A:\r\n  New: 9\r\n  C: 2\r\n'],
    ['without a line break at the end', 'A:\n  B: 1', 'A:\n  New: 9'],
    ['as the first in flow style', 'A: {B: 1, C: 2}\n', 'A: {New: 9, C: 2}\n'],
    ['as the last in flow style', 'A: {C: 2, B: [1]}\n', 'A: {C: 2, New: 9}\n'],
    ['as the only one in flow style', 'A: {B: 1}\n', 'A: {New: 9}\n'],
    ['in JSON', '{"A": {\n  "B": 1,\n  "C": 2\n}}', '{"A": {\n  "New": 9,\n  "C": 2\n}}'],
  ])('%s', (_, text, after) => {
    for (const side of ['before', 'after'] as const) {
      const changes = [remove(text, 'A', 'B'), add(text, side, 9, 'A', 'B')];
      for (const set of [changes, changes.toReversed()])
        expect(applyChanges(text, [set], readTree)).toEqual({ text: after, outcomes: ['made'] });
    }
  });

  it('behind the dash of a list, several of them', () => {
    const text = '- B: 1\n  C: 2\n';
    const other: Change = { kind: 'add', key: 'Other', value: 8, beside: entryIn(text, 0, 'B').key, side: 'after' };
    const set = [remove(text, 0, 'B'), add(text, 'after', 9, 0, 'B'), other];
    expect(applyChanges(text, [set], readTree).text).toBe('- New: 9\n  Other: 8\n  C: 2\n');
  });

  it('unless another entry has the key', () => {
    const text = 'A: {B: 1, New: 2}\n';
    const set = [remove(text, 'A', 'B'), add(text, 'after', 9, 'A', 'B')];
    expect(applyChanges(text, [set], readTree)).toEqual({ text, outcomes: ['unfit'] });
  });
});

describe('what cannot be', () => {
  const outcome = (text: string, change: Change, read: ReadTree = readTree): Outcome =>
    applyChanges(text, [[change]], read).outcomes[0]!;

  it('is left alone: a value that an alias shares', () => {
    const text = 'A: &a {B: 1}\nC: *a\n';
    expect(outcome(text, set(text, 2, 'A', 'B'))).toBe('unfit');
    const merged = 'A: &a {B: 1}\nC: {<<: *a, D: 2}\n';
    expect(outcome(merged, set(merged, 2, 'A', 'B'))).toBe('unfit');
  });

  it('is found out by reading the text again: a scalar that an alias repeats', () => {
    const text = 'A: &a 1\nC: *a\n';
    expect(outcome(text, set(text, 2, 'A'))).toBe('wrong');
    expect(made(text, set(text, 2, 'C'))).toBe('A: &a 1\nC: 2\n');
  });

  it('is found out by the reader that the text is for', () => {
    // A language in which `size` says two things at once.
    const read: ReadTree = (text) => {
      const tree = readTree(text)!;
      const double = (at: Json): Json => ({ size: getIn(at, 'size')!, twice: Number(getIn(at, 'size')) * 2 });
      return { root: Object.assign(tree.root as object, { lowered: double(tree.root) }), source: tree.source };
    };
    const text = 'size: 1\nname: x\n';
    expect(outcome(text, set(text, 2, 'size'), read)).toBe('wrong');
    expect(outcome(text, set(text, 'y', 'name'), read)).toBe('made');
  });

  it('does not keep the others from being made', () => {
    const text = 'A: &a 1\nB: *a\nC: 2\nD: 3\n';
    const sets = [[set(text, 9, 'C')], [set(text, 9, 'A')], [set(text, 9, 'D')]];
    expect(applyChanges(text, sets, readTree)).toEqual({
      text: 'A: &a 1\nB: *a\nC: 9\nD: 9\n',
      outcomes: ['made', 'wrong', 'made'],
    });
  });

  it('waits for the next time: what meets another change', () => {
    const text = 'A: {B: 1, C: 2}\n';
    const sets = [[add(text, 'before', 1, 'A', 'B')], [add(text, 'before', 2, 'A', 'B')], [remove(text, 'A', 'B')]];
    expect(applyChanges(text, sets, readTree)).toEqual({
      text: 'A: {New: 1, B: 1, C: 2}\n',
      outcomes: ['made', 'later', 'later'],
    });
    const all = [[remove(text, 'A', 'B')], [remove(text, 'A', 'C')]];
    expect(applyChanges(text, all, readTree)).toEqual({ text: 'A: {C: 2}\n', outcomes: ['made', 'later'] });
  });

  it('waits for the next time: what rests on a place that another one changes', () => {
    const text = 'A: 1\nB: 2\nC: 3\n';
    const at = (name: string) => [entryIn(text, name).value];
    const sets = [[set(text, 7, 'A')], [set(text, 8, 'B')], [set(text, 9, 'C')]];
    expect(applyChanges(text, sets, readTree, [at('B'), at('C'), []])).toEqual({
      text: 'A: 1\nB: 2\nC: 9\n',
      outcomes: ['later', 'later', 'made'],
    });
    // What it changes itself does not keep it, nor do the keys beside it.
    expect(applyChanges(text, sets, readTree, [at('A'), [entryIn(text, 'C').key], []]).outcomes).toEqual([
      'made',
      'made',
      'made',
    ]);
  });

  it('does not wait for each other, nor for what cannot be made', () => {
    const text = 'A: 1\nB: &b 2\nC: *b\n';
    const at = (name: string) => [entryIn(text, name).value];
    const sets = [[set(text, 7, 'A')], [set(text, 8, 'B')]];
    expect(applyChanges(text, sets, readTree, [at('B'), []])).toEqual({
      text: 'A: 7\nB: &b 2\nC: *b\n',
      outcomes: ['made', 'wrong'],
    });
    const both = 'A: 1\nB: 2\n';
    const crossed = [entryIn(both, 'B').value, entryIn(both, 'A').value].map((each) => [each]);
    expect(applyChanges(both, [[set(both, 7, 'A')], [set(both, 8, 'B')]], readTree, crossed).outcomes).toEqual([
      'made',
      'made',
    ]);
  });

  it('is a change in a text that cannot be read', () => {
    expect(applyChanges('A: [', [[{ kind: 'remove', key: entryIn('A: 1', 'A').key }]], readTree).outcomes).toEqual([
      'unfit',
    ]);
  });
});
