import { endOfJsonString } from '../model/json-string.ts';
import { Parsed, recordParsed, type Source } from '../model/origin.ts';
import type { Json } from '../model/tree.ts';
import { duplicateKey, Entries, maximumDepth, type ReportAt, type Root, TooDeep } from './entries.ts';

/** Tells that the text is not JSON, or that reading it is over. */
class Stop extends Error {}

/**
 * Reads JSON by JSON's own rules, which differ from those of YAML: `1e3` is a number.
 * @returns undefined when the text is not JSON; it may still be YAML
 */
export const parseJson = (source: Source, report: ReportAt): Root | undefined => {
  if (!/^\s*\{/.test(source.text)) return undefined;
  const reader = new JsonReader(source, report);
  try {
    return { root: reader.document(), at: source.text.indexOf('{') };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (reader.tooDeepAt === undefined) return undefined;
    report(TooDeep(), reader.tooDeepAt, reader.tooDeepAt + 1);
    return { root: null, at: 0 };
  }
};

const space = /[ \t\r\n]*/y;
const plainString = /"[^"\\\u0000-\u001f]*"/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const words: readonly [string, Json][] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** What a JSON string says, escapes and all. */
const parsedString = (written: string): string => {
  try {
    return JSON.parse(written) as string;
  } catch {
    throw new Stop();
  }
};

class JsonReader {
  tooDeepAt: number | undefined;
  readonly #source: Source;
  readonly #text: string;
  readonly #report: ReportAt;
  readonly #duplicates: [key: string, start: number, end: number][] = [];
  #at = 0;

  constructor(source: Source, report: ReportAt) {
    this.#source = source;
    this.#text = source.text;
    this.#report = report;
  }

  document(): Json {
    this.#match(space);
    const root = this.#value(0);
    this.#match(space);
    if (this.#at < this.#text.length) throw new Stop();
    for (const [key, start, end] of this.#duplicates) this.#report(duplicateKey(key), start, end);
    return root;
  }

  #value(depth: number): Json {
    if (depth > maximumDepth) {
      this.tooDeepAt = this.#at;
      throw new Stop();
    }
    const first = this.#text[this.#at];
    if (first === '{') return this.#map(depth);
    if (first === '[') return this.#list(depth);
    if (first === '"') return this.#string();
    for (const [word, value] of words) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#number();
  }

  #map(depth: number): Json {
    const start = this.#at++;
    const entries = new Entries();
    this.#match(space);
    if (!this.#take('}')) {
      do {
        this.#match(space);
        const keyStart = this.#at;
        const key = this.#string();
        const keyEnd = this.#at;
        this.#match(space);
        this.#expect(':');
        this.#match(space);
        const from = this.#at;
        const value = this.#value(depth + 1);
        if (entries.has(key)) this.#duplicates.push([key, keyStart, keyEnd]);
        entries.set(key, value, [keyStart, keyEnd, from, this.#at]);
        this.#match(space);
      } while (this.#take(','));
      this.#expect('}');
    }
    return entries.finish(this.#source, start, this.#at);
  }

  #list(depth: number): Json {
    const start = this.#at++;
    const list: Json[] = [];
    const offsets: number[] = [];
    this.#match(space);
    if (!this.#take(']')) {
      do {
        this.#match(space);
        const from = this.#at;
        list.push(this.#value(depth + 1));
        offsets.push(from, this.#at, from, this.#at);
        this.#match(space);
      } while (this.#take(','));
      this.#expect(']');
    }
    const whole = { source: this.#source, start, end: this.#at };
    recordParsed(list, whole, new Parsed(this.#source, [...list.keys()], offsets));
    return list;
  }

  #string(): string {
    const start = this.#at;
    if (this.#match(plainString)) return this.#text.slice(start + 1, this.#at - 1);
    const end = this.#text[start] === '"' ? endOfJsonString(this.#text, start) : undefined;
    if (end === undefined) throw new Stop();
    this.#at = end;
    return parsedString(this.#text.slice(start, end));
  }

  #number(): Json {
    const start = this.#at;
    if (!this.#match(number)) throw new Stop();
    const text = this.#text.slice(start, this.#at);
    if (text === '-0') return 0;
    const value = Number(text);
    // What a double cannot hold stays text.
    return Number.isSafeInteger(value) || (Number.isFinite(value) && /[.eE]/.test(text)) ? value : text;
  }

  /** Moves past what a sticky pattern matches here; false when it does not match. */
  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    const moved = pattern.lastIndex > this.#at;
    this.#at = pattern.lastIndex;
    return moved;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw new Stop();
  }
}
