import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../../src/edit/index.ts';
import { treeReader } from '../../../../src/lint/edits.ts';
import { insertBefore, insertInto, removeEntry } from '../../../../src/lint/facts/edits/entry.ts';
import { entryOf } from '../../../../src/model/origin.ts';
import type { Fix } from '../../../../src/model/rule.ts';
import { get, type JsonMap } from '../../../../src/model/tree.ts';
import { parse } from '../../../../src/parse/index.ts';

const readTree = treeReader({});

/** The map under `Map` of a text. */
const mapOf = (text: string): JsonMap => get(parse(text, 'template.yaml').root, 'Map') as JsonMap;

const apply = (text: string, fix: Fix | undefined): string | undefined => {
  const { text: changed, outcomes } = applyChanges(text, fix ? [fix] : [], readTree);
  expect(outcomes).not.toContain('wrong');
  return outcomes.includes('made') ? changed : undefined;
};
const inserted = (text: string, key: string) => apply(text, insertBefore(entryOf(mapOf(text), key), 'New', 1));
const removed = (text: string, key: string) => apply(text, removeEntry(entryOf(mapOf(text), key)));

describe('insertBefore', () => {
  it.each([
    ['block', 'Map:\n  A: 1\n  B: 2\n', 'Map:\n  A: 1\n  New: 1\n  B: 2\n'],
    ['Windows line ends', 'Map:\r\n  A: 1\r\n  B: 2\r\n', 'Map:\r\n  A: 1\r\n  New: 1\r\n  B: 2\r\n'],
    ['flow', 'Map: {A: 1, B: 2}\n', 'Map: {A: 1, New: 1, B: 2}\n'],
    ['flow over lines', 'Map: {\n  A: 1,\n  B: 2 # end\n}\n', 'Map: {\n  A: 1,\n  New: 1,\n  B: 2 # end\n}\n'],
    ['JSON', '{"Map": {\n\t"A": 1,\n\t"B": 2\n}}', '{"Map": {\n\t"A": 1,\n\t"New": 1,\n\t"B": 2\n}}'],
    ['compact JSON', '{"Map":{"A":1,"B":{}}}', '{"Map":{"A":1,"New": 1, "B":{}}}'],
    ['a block value below its key', 'Map:\n  A: 1\n  B:\n    - x\n', 'Map:\n  A: 1\n  New: 1\n  B:\n    - x\n'],
  ])('keeps the style: %s', (_, before, after) => expect(inserted(before, 'B')).toBe(after));

  it('keeps the list item of a first entry', () => {
    const text = 'Map:\n  - A: 1\n    B: 2\n';
    const item = (mapOf(text) as unknown as JsonMap[])[0]!;
    expect(apply(text, insertInto(item, 'New', 1))).toBe('Map:\n  - New: 1\n    A: 1\n    B: 2\n');
  });

  it('gives up where the source shows no such entry', () => {
    expect(inserted('Base: &base {B: 2}\nMap: {A: 1}\n', 'B')).toBeUndefined();
    expect(insertInto(mapOf('Map: {}\n'), 'New', 1)).toBeUndefined();
  });
});

describe('removeEntry', () => {
  it.each([
    ['its line', 'Map:\n  A: 1\n  B: 2 # why\n  C: 3\n', 'Map:\n  A: 1\n  C: 3\n'],
    ['the last line without a line end', 'Map:\n  A: 1\n  B: 2', 'Map:\n  A: 1\n'],
    ['a block', 'Map:\n  B:\n    X:\n      - y\n  # next\n  C: 3\n', 'Map:\n  # next\n  C: 3\n'],
    ['its comma', 'Map: {A: 1, B: 2, C: 3}\n', 'Map: {A: 1, C: 3}\n'],
    ['the comma before', 'Map: {A: 1, B: 2}\n', 'Map: {A: 1}\n'],
    ['a line of JSON', '{"Map": {\n  "B": [2],\n  "C": 3\n}}', '{"Map": {\n  "C": 3\n}}'],
    ['the last line of JSON', '{"Map": {\n  "A": 1,\n  "B": 2\n}}', '{"Map": {\n  "A": 1\n}}'],
  ])('takes %s along', (_, before, after) => expect(removed(before, 'B')).toBe(after));

  it.each([
    ['flow', 'Map: {B: 2}\n', 'Map: {}\n'],
    ['block', 'Map:\n  B: 2 # why\nNext: 1\n', 'Map: {}\nNext: 1\n'],
    ['block with a comment', 'Map: # of what\n  B: 2\n', 'Map: # of what\n  {}\n'],
  ])('leaves an empty map where an entry was alone: %s', (_, before, after) =>
    expect(removed(before, 'B')).toBe(after),
  );
});
