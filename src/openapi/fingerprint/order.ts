import { mergedFrom, orderedKeys, shallowCopy } from '../../model/origin.ts';
import type { JsonMap } from '../../model/tree.ts';
import { KeyTable } from './table.ts';

/** Entries of maps of the template that were written again, as they are: that alone can change the order. */
const updates = new WeakMap<JsonMap, (readonly string[])[]>();

/** A map of the template after some of its entries were written again, as they are and all at once. */
export const rewritten = (map: JsonMap, keys: readonly string[]): JsonMap => {
  const copy = shallowCopy(map);
  updates.set(copy, [...(updates.get(map) ?? []), keys]);
  return copy;
};

/** The order of a map of the template. */
export const tableOf = (map: JsonMap): KeyTable => {
  const merged = mergedFrom(map);
  const table = new KeyTable(merged ? [] : orderedKeys(map));
  if (merged) {
    table.merge(tableOf(merged.below).keys());
    for (const key of visitedKeys(merged.above)) table.add(key);
  }
  for (const keys of updates.get(map) ?? []) table.merge(keys);
  return table;
};

/** The keys of a map of the template in the order in which the transform visits them. */
export const visitedKeys = (map: JsonMap, added: readonly string[] = []): string[] => {
  const table = tableOf(map);
  for (const key of added) table.add(key);
  return table.keys();
};
