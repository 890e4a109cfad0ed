import { entryOf, place, stamp } from '../../model/origin.ts';
import { type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { Spot } from '../language/spot.ts';

/** A long form made from the text of a spot: every entry was written there. */
export const opened = (spot: Spot, entries: Readonly<Record<string, Json | undefined>>): JsonMap => {
  const map = newMap();
  const entry = entryOf(spot.holder, spot.step);
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) continue;
    map[key] = value;
    place(map, key, entry);
  }
  return stamp(map, spot.at);
};

/** Whether a map has exactly some keys. */
export const hasOnly = (map: JsonMap, ...keys: readonly string[]): boolean =>
  Object.keys(map).length === keys.length && keys.every((key) => Object.hasOwn(map, key));
