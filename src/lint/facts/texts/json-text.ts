import { endOfJsonString } from '../../../model/json-string.ts';
import { type Cause, place, stamp } from '../../../model/origin.ts';
import { type Json, type JsonMap, newMap } from '../../../model/tree.ts';
import type { WrittenText } from './written-text.ts';

const maximumDepth = 200;

/** What a JSON text holds, or where it stops to be JSON. */
export type JsonResult =
  | { readonly value: Json; readonly at: Cause | undefined }
  | { readonly expected: string; readonly found: string; readonly at: Cause | undefined };

/**
 * Reads a JSON text that stands in a template; every entry knows where it was written. A `${…}` outside of strings
 * stands for any value, and becomes an `Fn::Sub`.
 */
export const readJson = (written: WrittenText): JsonResult => {
  const reader = new Reader(written);
  try {
    return reader.document();
  } catch (error) {
    if (error instanceof Stop) return { expected: error.expected, found: error.found, at: error.at };
    throw error;
  }
};

class Stop extends Error {
  readonly expected: string;
  readonly found: string;
  readonly at: Cause | undefined;

  constructor(expected: string, found: string, at: Cause | undefined) {
    super();
    this.expected = expected;
    this.found = found;
    this.at = at;
  }
}

/** What a JSON string says; undefined where it is not one. */
const parsedString = (written: string): string | undefined => {
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
};

class Reader {
  readonly #written: WrittenText;
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(written: WrittenText) {
    this.#written = written;
    this.#text = written.text;
  }

  document(): JsonResult {
    const { value, at } = this.#value();
    this.#blank();
    if (this.#at < this.#text.length) this.#stop('the end of the text');
    return { value, at };
  }

  #value(): { value: Json; at: Cause | undefined } {
    this.#blank();
    const start = this.#at;
    const value = this.#bare();
    const at = this.#written.span(start, this.#at);
    if (typeof value === 'object' && value !== null) stamp(value, at);
    return { value, at };
  }

  #bare(): Json {
    const character = this.#text[this.#at];
    if (character === '{') return this.#nested(() => this.#map());
    if (character === '[') return this.#nested(() => this.#list());
    if (character === '"') return this.#string();
    if (character === '$') return this.#placeholder();
    const token = /(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.])/y;
    token.lastIndex = this.#at;
    const found = token.exec(this.#text);
    if (!found) return this.#stop('a value');
    this.#at = token.lastIndex;
    return JSON.parse(found[0]) as Json;
  }

  #nested(read: () => Json): Json {
    if (++this.#depth > maximumDepth) this.#stop(`at most ${maximumDepth} levels`);
    const value = read();
    this.#depth--;
    return value;
  }

  #map(): JsonMap {
    const map = newMap();
    this.#at++;
    for (let first = true; !this.#closes('}'); first = false) {
      if (!first) this.#expect(',', "',' or '}'");
      this.#blank();
      const start = this.#at;
      if (this.#text[start] !== '"') this.#stop('a name in double quotes');
      const key = this.#string();
      const keyAt = this.#written.span(start, this.#at);
      this.#expect(':', "':'");
      const { value, at } = this.#value();
      map[key] = value;
      if (keyAt && at) place(map, key, { key: keyAt, value: at });
    }
    return map;
  }

  #list(): Json[] {
    const list: Json[] = [];
    this.#at++;
    for (let first = true; !this.#closes(']'); first = false) {
      if (!first) this.#expect(',', "',' or ']'");
      const { value, at } = this.#value();
      if (at) place(list, list.length, { key: at, value: at });
      list.push(value);
    }
    return list;
  }

  /** Whether the container ends here; asked at its start and after entries, not after a comma. */
  #closes(bracket: string): boolean {
    this.#blank();
    if (this.#text[this.#at] !== bracket) return false;
    this.#at++;
    return true;
  }

  #string(): string {
    const end = endOfJsonString(this.#text, this.#at);
    const value = end === undefined ? undefined : parsedString(this.#text.slice(this.#at, end));
    if (value === undefined) return this.#stop('a string that ends on its line');
    this.#at = end!;
    return value;
  }

  #placeholder(): Json {
    const token = /\$\{[^}]*\}/y;
    token.lastIndex = this.#at;
    const found = token.exec(this.#text);
    if (!found) return this.#stop('a value');
    this.#at = token.lastIndex;
    return Object.assign(newMap(), { 'Fn::Sub': found[0] });
  }

  #expect(character: string, expected: string): void {
    this.#blank();
    if (this.#text[this.#at] !== character) this.#stop(expected);
    this.#at++;
  }

  #blank(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #stop(expected: string): never {
    const found = this.#text[this.#at];
    const at = Math.min(this.#at, Math.max(0, this.#text.length - 1));
    throw new Stop(expected, found === undefined ? 'the end' : `'${found}'`, this.#written.span(at, at + 1));
  }
}
