import { entryOf } from '../../model/origin.ts';
import { isMap, type JsonMap } from '../../model/tree.ts';

/**
 * The version that a map has under a key, as text. A number is taken as the author spelt it: `3.0` is another version
 * than `3`.
 */
export const versionText = (map: JsonMap, key: string): string => {
  const value = Object.hasOwn(map, key) ? map[key]! : '';
  if (typeof value !== 'number') return typeof value === 'string' ? value : isMap(value) ? '{}' : String(value);
  const span = entryOf(map, key)?.value;
  const spelt = span?.source.text.slice(span.start, span.end);
  return spelt !== undefined && /^\d+\.0+$/.test(spelt) ? `${value}.0` : String(value);
};

/** OpenAPI 3, not Swagger 2. */
export const isVersion3 = (version: string): boolean => /^3(\.\d)(\.\d)?$/.test(version);
