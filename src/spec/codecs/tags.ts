import { carryEvenNull, entryOf, orderedKeys, originOf, place, stamp } from '../../model/origin.ts';
import { tagList as asList } from '../../model/tags.ts';
import { isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { freeScalar } from './free.ts';
import { withFunctions } from './functions.ts';
import { mapOf } from './records.ts';

/** Tags that the type has as a map. */
export const tagMap: Codec = mapOf(freeScalar, 'a map of tags');

/** Tags that the type has as a list of `{Key, Value}`. */
export const tagList: Codec = withFunctions({
  says: 'a map of tags',
  schema: () => tagMap.schema(),
  read: (spot, cx) => {
    const tags = tagMap.read(spot, cx);
    return isMap(tags) ? stamp(asList(tags, orderedKeys(tags)), originOf(spot.value)) : tags;
  },
  write: (value, cx) => {
    if (!isList(value)) return undefined;
    const tags = newMap();
    for (const tag of value) {
      if (!isMap(tag) || Object.keys(tag).sort().join() !== 'Key,Value') return undefined;
      const name: Json = tag['Key']!;
      if (!isString(name) || Object.hasOwn(tags, name)) return undefined;
      carryEvenNull(tag, 'Value', tags, name);
      place(tags, name, entryOf(tag, 'Key'));
    }
    // Names that are numbers would move to the front of a map.
    const isOrdered = Object.keys(tags).every((name, at) => (value[at] as JsonMap)['Key'] === name);
    return isOrdered ? tagMap.write(stamp(tags, originOf(value)), cx) : undefined;
  },
});
