import { mergedFrom, orderedKeys } from '../../model/origin.ts';
import type { JsonMap } from '../../model/tree.ts';
import { KeyTable } from './table.ts';

/** The order of a map of the template. */
export const tableOf = (map: JsonMap): KeyTable => {
  const merged = mergedFrom(map);
  if (merged === undefined) return new KeyTable(orderedKeys(map));
  const table = new KeyTable();
  table.merge(tableOf(merged.below).keys());
  for (const key of visitedKeys(merged.above)) table.add(key);
  return table;
};

/** The keys of a map of the template in the order in which the transform visits them. */
export const visitedKeys = (map: JsonMap, added: readonly string[] = []): string[] => {
  const table = tableOf(map);
  for (const key of added) table.add(key);
  return table.keys();
};
