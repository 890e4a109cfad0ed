import { expect, it } from 'vitest';
import { stepAround } from '../../../../src/lint/facts/templates/step-around.ts';
import { type Entry, entryOf, place, type Source } from '../../../../src/model/origin.ts';
import { get, type JsonMap, newMap } from '../../../../src/model/tree.ts';
import { parse } from '../../../../src/parse/index.ts';

const ids = [...Array(30).keys()].map((at) => `Id${at}`);
const { root, source } = parse(`Resources:\n${ids.map((id) => `  ${id}: {Type: A, Name: ${id}x}\n`).join('')}`);
const resources = get(root, 'Resources') as JsonMap;

it('finds each of many entries by a place in its key, in its value, and at its ends', () => {
  for (const id of ids) {
    const { key, value } = entryOf(resources, id)!;
    const name = entryOf(resources[id], 'Name')!.value;
    const ends = [key.start, value.end].map((start) => ({ source: source!, start, end: start }));
    for (const at of [key, value, name, ...ends]) expect(stepAround(resources, at)).toBe(id);
  }
});

it('finds nothing between entries, across two of them and in another text', () => {
  const [first, second] = [entryOf(resources, 'Id3')!, entryOf(resources, 'Id4')!];
  const between = { source: source!, start: first.value.end + 1, end: first.value.end + 2 };
  const across = { source: source!, start: first.key.start, end: second.value.end };
  for (const at of [between, across, { ...first.key, source: { text: '' } }]) {
    expect(stepAround(resources, at)).toBeUndefined();
  }
  expect(stepAround('text', first.key)).toBeUndefined();
});

it('takes the first of entries that share a text', () => {
  const text: Source = { text: 'a long text' };
  const entry = (start: number, end: number): Entry => {
    const span = { source: text, start, end };
    return { key: span, value: span };
  };
  const map = Object.assign(newMap(), { whole: 1, part: 2 });
  place(map, 'whole', entry(0, 11));
  place(map, 'part', entry(2, 6));
  expect(stepAround(map, { source: text, start: 2, end: 6 })).toBe('whole');
});
