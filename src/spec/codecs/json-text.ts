import { isList, isMap, isString, type Json } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { anyOf } from '../language/schema.ts';
import { withGaps } from './functions.ts';
import { readGaps, readText, writeGaps } from './gaps.ts';
import { wrong } from './wrong.ts';

/** Data that SAM has as JSON in a text: an input. Written as a map, as a list or as that text. */
export const jsonText: Codec = withGaps({
  says: 'a map, a list, or JSON in a text',
  schema: () => anyOf({ type: ['object', 'array'] }, { type: 'string' }),
  read: (spot, cx) => {
    const { value } = spot;
    if (isMap(value) || isList(value)) {
      const written = JSON.stringify(value);
      return readGaps(written, spot, cx);
    }
    return (
      readText(spot, cx) ?? (spot.text === undefined ? wrong(spot, 'a map, a list, or JSON in a text', cx) : undefined)
    );
  },
  write: (value, cx) => (isString(value) ? (dataIn(value) ?? writeGaps(value, cx)) : undefined),
});

/** The data of a text that is exactly its JSON, as it is printed again, and has no gaps. */
export const dataIn = (text: string): Json | undefined => (text.includes('${') ? undefined : dataWithGaps(text));

/** The same of a text that may have gaps in it. */
export const dataWithGaps = (text: string): Json | undefined => {
  if (!/^[[{]/.test(text) || text.length > 4000) return undefined;
  try {
    const data = JSON.parse(text) as Json;
    return JSON.stringify(data) === text && isRegular(data) ? data : undefined;
  } catch {
    return undefined;
  }
};

/** Data that comes out of YAML as it went in: no integer-like keys, which would move, no odd numbers. */
const isRegular = (data: Json): boolean => {
  if (typeof data === 'number') return Number.isSafeInteger(data);
  if (typeof data !== 'object' || data === null) return true;
  if (isMap(data) && Object.keys(data).some((key) => /^\d+$|^__proto__$/.test(key))) return false;
  return Object.values(data).every(isRegular);
};
