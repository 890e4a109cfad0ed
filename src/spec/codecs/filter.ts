import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { isList, isMap, isString, type Json, newMap } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { withFunctions } from './functions.ts';
import { dataIn, dataWithGaps, jsonText } from './json-text.ts';
import { wrong } from './wrong.ts';

const says = 'a filter pattern, or a list of them';

/** Patterns of events that are let through: maps, or JSON in a text, which is what SAM has. */
export const filters: Codec = withFunctions({
  says,
  schema: () => ({ type: ['object', 'array', 'string'] }),
  read: (spot, cx) => {
    const list: Json[] = [];
    for (const item of spot.items) {
      const pattern = isMap(item.value) ? jsonText.read(item, cx) : item.value;
      if (pattern === undefined) return undefined;
      if (!isMap(pattern) && !(isString(pattern) && pattern.startsWith('{'))) return wrong(item, says, cx);
      const filter = newMap();
      filter['Pattern'] = pattern;
      place(filter, 'Pattern', entryOf(item.holder, item.step));
      list.push(stamp(filter, item.at));
    }
    return stamp(list, spot.at);
  },
  write: (value, cx) => {
    if (!isList(value) || value.length === 0) return undefined;
    const patterns: Json[] = [];
    for (const filter of value) {
      const pattern = isMap(filter) && Object.keys(filter).join() === 'Pattern' ? filter['Pattern'] : undefined;
      if (isMap(pattern)) {
        const substituted = pattern['Fn::Sub'];
        const data = isString(substituted) ? dataWithGaps(substituted) : undefined;
        const written = data ?? jsonText.write(pattern, cx);
        if (written === undefined) return undefined;
        patterns.push(written);
        continue;
      }
      if (!isString(pattern) || !pattern.startsWith('{')) return undefined;
      // A text that is laid out in its own way stays a text.
      patterns.push(dataIn(pattern) ?? pattern);
    }
    return patterns.length === 1 ? patterns[0] : stamp(patterns, originOf(value));
  },
});
