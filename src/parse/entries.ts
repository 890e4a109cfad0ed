import { Parsed, recordParsed, type Source } from '../model/origin.ts';
import { type Message, message } from '../model/problem.ts';
import { type Json, type JsonMap, newMap } from '../model/tree.ts';

const DuplicateKey = message(
  'duplicate-key',
  'warning',
  (key: string) => `The key '${key}' appears twice in this map; the last one wins.`,
);
/** A key that a map has twice; the finding says which, for readers to whom it is an error. */
export const duplicateKey = (key: string): Message => ({ ...DuplicateKey(key), subject: key });

export const TooDeep = message(
  'nesting-too-deep',
  'error',
  () => `Values are nested more than ${maximumDepth} levels deep.`,
);

/** How deep values may be nested: far more than any template needs, far less than what a stack holds. */
export const maximumDepth = 400;

/** Reports what is wrong with a stretch of the text. */
export type ReportAt = (found: Message, start: number, end: number) => void;

/** A document's value and the offset at which it starts. */
export interface Root {
  readonly root: Json;
  readonly at: number;
}

/** Where an entry stands: the offsets of its key and of its value. */
export type Offsets = readonly [keyStart: number, keyEnd: number, start: number, end: number];

/** Gathers the entries of one map as they are read. A key that comes again keeps its place and takes the new value. */
export class Entries {
  readonly map: JsonMap = newMap();
  readonly #keys: string[] = [];
  readonly #offsets: number[] = [];
  /** Made only when a key comes again. */
  #positions: Map<string, number> | undefined;

  has(key: string): boolean {
    return Object.hasOwn(this.map, key);
  }

  set(key: string, value: Json, offsets: Offsets): void {
    if (this.has(key)) {
      const at = 4 * this.#position(key);
      for (let each = 0; each < 4; each++) this.#offsets[at + each] = offsets[each]!;
    } else {
      this.#positions?.set(key, this.#keys.length);
      this.#keys.push(key);
      this.#offsets.push(...offsets);
    }
    this.map[key] = value;
  }

  /** Notes the origins of the finished map. */
  finish(source: Source, start: number, end: number): JsonMap {
    recordParsed(this.map, { source, start, end }, new Parsed(source, this.#keys, this.#offsets));
    return this.map;
  }

  #position(key: string): number {
    this.#positions ??= new Map(this.#keys.map((each, at) => [each, at]));
    return this.#positions.get(key)!;
  }
}
