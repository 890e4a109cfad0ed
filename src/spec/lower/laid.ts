import { carryEvenNull, originOf, shallowCopy, stamp } from '../../model/origin.ts';
import { get, isList, type JsonMap, newMap } from '../../model/tree.ts';
import { isOpenMap } from '../language/draft.ts';
import type { Key } from '../language/key.ts';
import type { Kind } from '../language/section.ts';

/** An entry with defaults laid under it: what it says itself stays, maps are merged. */
export const withLaid = (entry: JsonMap, laid: JsonMap, kind: Kind): JsonMap => {
  const ignored = get(entry, 'ignore-defaults');
  if (Object.keys(laid).length === 0 || ignored === true) return entry;
  const skipped = new Set(isList(ignored) ? ignored : [ignored]);
  const result = shallowCopy(entry);
  for (const key of Object.keys(laid)) {
    if (skipped.has(key)) continue;
    if (!Object.hasOwn(entry, key)) carryEvenNull(laid, key, result);
    else if (isOpenMap(laid[key]) && isOpenMap(entry[key]))
      result[key] = merged(withoutSaid(laid[key], entry[key], kind.table.get(key)?.codec?.keys ?? []), entry[key]);
  }
  return result;
};

/** A map without the keys that say what a key of another map says. */
const withoutSaid = (below: JsonMap, above: JsonMap, keys: readonly Key[]): JsonMap => {
  const targets = (name: string): readonly string[] => keys.find(({ key }) => key === name)?.to ?? [name];
  const said = new Set(Object.keys(above).flatMap(targets));
  const result = stamp(newMap(), originOf(below));
  for (const key of Object.keys(below))
    if (Object.hasOwn(above, key) || !targets(key).some((target) => said.has(target)))
      carryEvenNull(below, key, result);
  return result;
};

/** Two maps laid over each other; the upper one wins. */
const merged = (below: JsonMap, above: JsonMap): JsonMap => {
  const result = shallowCopy(below);
  for (const key of Object.keys(above)) {
    const [lower, upper] = [result[key], above[key]!];
    if (isOpenMap(lower) && isOpenMap(upper)) result[key] = merged(lower, upper);
    else carryEvenNull(above, key, result);
  }
  return stamp(result, originOf(above));
};
