import { mergedFrom, orderedKeys } from '../../model/origin.ts';
import type { JsonMap } from '../../model/tree.ts';
import { KeyTable } from './table.ts';

/** Entries of maps of the template that were written again, as they are: that alone can change the order. */
const updates = new WeakMap<JsonMap, (readonly string[])[]>();

/** Notes that entries of a map of the template were written again, all at once. */
export const rewriteKeys = (map: JsonMap, keys: readonly string[]): void => {
  updates.set(map, [...(updates.get(map) ?? []), keys]);
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
