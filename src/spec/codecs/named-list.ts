import { carryEvenNull, entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json, newMap } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { withFunctions } from './functions.ts';
import { mapOf } from './records.ts';

/**
 * A map for what SAM has as a list of `{name, value}` under two names of its own: mounts, variables.
 * @param name the property that becomes the key
 * @param value the property that becomes the value
 */
export const namedList = (name: string, value: string, inner: Codec, says: string): Codec => {
  const map = mapOf(inner, says);
  return withFunctions({
    says,
    schema: () => map.schema(),
    read: (spot, cx) => {
      const read = map.read(spot, cx);
      if (!isMap(read)) return read;
      const list = Object.keys(read).map((key) => {
        const item = newMap();
        carryEvenNull(read, key, item, value);
        item[name] = key;
        const entry = entryOf(read, key);
        place(item, name, entry && { key: entry.key, value: entry.key });
        return stamp(item, entry?.key);
      });
      return stamp<Json[]>(list, originOf(spot.value));
    },
    write: (list, cx) => {
      if (!isList(list)) return undefined;
      const result = newMap();
      for (const item of list) {
        const key = get(item, name);
        if (!isMap(item) || Object.keys(item).length !== 2 || !isString(key) || Object.hasOwn(result, key))
          return undefined;
        carryEvenNull(item, value, result, key);
      }
      // Names that are numbers would move to the front of a map.
      const isOrdered = Object.keys(result).every((key, at) => get(list[at], name) === key);
      const isWhole = Object.keys(result).length === list.length;
      return isOrdered && isWhole ? map.write(stamp(result, originOf(list)), cx) : undefined;
    },
  });
};
