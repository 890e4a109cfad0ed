import { get, isMap, type Json, type JsonMap, newMap } from '../../../model/tree.ts';
import { isFunctionKey } from '../templates/function-keys.ts';

/** One of the two levels of a mapping. */
export class MappingLevel {
  readonly keys: readonly string[];
  /** Whether a macro gives further keys. */
  readonly isOpen: boolean;
  readonly #map: JsonMap;
  #merged: MappingLevel | undefined;

  constructor(map: JsonMap) {
    this.#map = map;
    this.keys = Object.keys(map);
    this.isOpen = this.keys.some(isFunctionKey);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#map, key);
  }

  /** The level under a key; where the key is not known, one with the keys of all that may be meant. */
  below(key: string | undefined): MappingLevel | undefined {
    if (key !== undefined) return mappingLevel(get(this.#map, key));
    if (!this.#merged) {
      const all = newMap();
      for (const each of this.keys) Object.assign(all, this.#map[each]);
      this.#merged = new MappingLevel(all);
    }
    return this.#merged;
  }
}

const levels = new WeakMap<JsonMap, MappingLevel>();

/** A map of a mapping, read once; undefined for any other value. */
export const mappingLevel = (map: Json | undefined): MappingLevel | undefined => {
  if (!isMap(map)) return undefined;
  const known = levels.get(map) ?? new MappingLevel(map);
  levels.set(map, known);
  return known;
};
