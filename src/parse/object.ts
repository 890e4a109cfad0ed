import { inGroups } from '../model/counted.ts';
import { type Cause, Parsed, recordParsed, type Source } from '../model/origin.ts';
import { type Finding, message } from '../model/problem.ts';
import { thrownText } from '../model/thrown.ts';
import { type Json, type JsonMap, newMap, type Step } from '../model/tree.ts';
import { maximumDepth, TooDeep } from './entries.ts';
import type { Document } from './index.ts';
import { maximumLength, TooLarge } from './limits.ts';

const NotPlain = message(
  'not-plain-data',
  'error',
  (what: string, path: string) => `The template object contains ${what}${path === '' ? '' : `, at '${path}'`}.`,
);

const NotGiven = message(
  'not-plain-data',
  'error',
  (what: string) => `The template must be a text, its bytes or an object; it is ${what}.`,
);

/** How many values a list, or the same objects in many places, may come to: as many as aliases in a text. */
const maximumExpansion = 4_000_000;
const most = inGroups(maximumExpansion);

/**
 * Takes a template given as a JavaScript value: copied, so that the caller's object stays as it is. What is found in it
 * is traced to the JSON that it would be written as, which is never shown: so everything is done as it is for a text.
 */
export const fromObject = (value: unknown, file?: string): Document => {
  const source: Hidden = { file, text: '', hidden: true };
  const reader = new ObjectReader(source);
  let root: Json = null;
  if (value === undefined || value === null) reader.findings.push(NotGiven(String(value)));
  try {
    root = reader.read(value);
  } catch (error) {
    if (!(error instanceof Stop)) reader.refuse(`what cannot be read (${thrownText(error)})`);
  }
  source.text = reader.text;
  return { root, source, start: { source, start: 0, end: 1 }, findings: reader.findings };
};

/** A source whose text is not there before it was read. */
type Hidden = { -readonly [Key in keyof Source]: Source[Key] };

/** Ends the reading. */
class Stop extends Error {}

/** An object that was copied, and how much it comes to. */
interface Copied {
  readonly value: Json;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/**
 * Keys of version numbers, which JavaScript cannot tell from whole numbers: `3` is not a version of OpenAPI, so it was
 * `3.0`.
 */
export const versions: ReadonlySet<string> = new Set(['swagger', 'openapi', 'OpenApiVersion']);

class ObjectReader {
  readonly findings: Finding[] = [];
  readonly #source: Source;
  readonly #chunks: string[] = [];
  #length = 0;
  #weight = 0;
  readonly #open = new Set<object>();
  readonly #copied = new Map<object, Copied>();
  /** The keys and indexes that lead to what is being copied. */
  readonly #path: Step[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  get text(): string {
    return this.#chunks.join('');
  }

  read(value: unknown): Json {
    return this.#copy(value).value;
  }

  refuse(what: string): void {
    const path = this.#path.length > 10 ? `${this.#path.slice(0, 10).join('.')}…` : this.#path.join('.');
    this.findings.push(NotPlain(what, path));
  }

  /** Refuses something, and reads no further. */
  #refuseAll(what: string): never {
    this.refuse(what);
    throw new Stop();
  }

  #stop(found: ReturnType<typeof TooDeep>): never {
    this.findings.push(found);
    throw new Stop();
  }

  #write(text: string): void {
    this.#chunks.push(text);
    this.#length += text.length;
    if (this.#length > maximumLength) this.#stop(TooLarge(this.#length));
  }

  #copy(node: unknown): Copied {
    const start = this.#length;
    const before = this.#weight++;
    if (typeof node === 'object' && node !== null && !(node instanceof Date)) return this.#container(node);
    const value = this.#scalar(node);
    const step = this.#path.at(-1);
    const isVersion = typeof value === 'number' && Number.isInteger(value) && versions.has(String(step));
    this.#write(`${JSON.stringify(value)}${isVersion ? '.0' : ''}`);
    return { value, start, end: this.#length, weight: this.#weight - before };
  }

  #scalar(node: unknown): string | number | boolean | null {
    if (node === null || node === undefined) return null;
    if (typeof node === 'string' || typeof node === 'boolean') return node;
    // A template has no negative zero.
    if (typeof node === 'number' && Number.isFinite(node)) return node === 0 ? 0 : node;
    if (node instanceof Date && !Number.isNaN(node.getTime())) return node.toISOString();
    if (node instanceof Date) this.refuse('an invalid date');
    else
      this.refuse(
        `${typeof node === 'number' ? `the number ${node}` : `a ${typeof node}`}, which no template can hold`,
      );
    return null;
  }

  #container(node: object): Copied {
    const known = this.#copied.get(node);
    if (known) {
      this.#weight += known.weight;
      if (this.#weight <= maximumExpansion) return known;
      this.#refuseAll(`the same objects in so many places that they come to more than ${most} values`);
    }
    const start = this.#length;
    const before = this.#weight;
    const value = this.#fresh(node);
    const copied = { value, start, end: this.#length, weight: this.#weight - before + 1 };
    this.#copied.set(node, copied);
    return copied;
  }

  #fresh(node: object): Json {
    const kind = kindOf(node);
    if (this.#open.has(node) || kind !== undefined) {
      this.refuse(kind === undefined ? 'a reference to itself' : `${kind}, which no template can hold`);
      this.#write('null');
      return null;
    }
    if (this.#open.size > maximumDepth) this.#stop(TooDeep());
    this.#open.add(node);
    const value = Array.isArray(node) ? this.#list(node) : this.#map(node);
    this.#open.delete(node);
    return value;
  }

  #list(items: readonly unknown[]): Json[] {
    const count = items.length;
    if (count > maximumExpansion) this.#refuseAll(`a list of ${inGroups(count)} items (at most ${most} are read)`);
    const list: Json[] = [];
    const offsets: number[] = [];
    const start = this.#length;
    this.#write('[');
    for (let at = 0; at < count; at++) {
      this.#write(at === 0 ? '\n' : ',\n');
      const { value, start: from, end } = this.#below(at, items[at]);
      list.push(value);
      offsets.push(from, end, from, end);
    }
    this.#write('\n]');
    recordParsed(list, this.#span(start), new Parsed(this.#source, [...list.keys()], offsets));
    return list;
  }

  #map(entries: object): JsonMap {
    const map = newMap();
    const keys: string[] = [];
    const offsets: number[] = [];
    const start = this.#length;
    this.#write('{');
    for (const [key, item] of Object.entries(entries)) {
      if (item === undefined) continue;
      this.#write(keys.length === 0 ? '\n' : ',\n');
      const keyStart = this.#length;
      this.#write(JSON.stringify(key));
      const keyEnd = this.#length;
      this.#write(': ');
      const { value, start: from, end } = this.#below(key, item);
      map[key] = value;
      keys.push(key);
      offsets.push(keyStart, keyEnd, from, end);
    }
    this.#write('\n}');
    recordParsed(map, this.#span(start), new Parsed(this.#source, keys, offsets));
    return map;
  }

  #below(step: Step, node: unknown): Copied {
    this.#path.push(step);
    const copied = this.#copy(node);
    this.#path.pop();
    return copied;
  }

  #span(start: number): Cause {
    return { source: this.#source, start, end: this.#length };
  }
}

/** What an object is that is not a map of a template; undefined for the others. */
const kindOf = (node: object): string | undefined => {
  for (const [type, name] of foreign) if (node instanceof type) return name;
  return undefined;
};

const foreign: readonly (readonly [abstract new (...args: never[]) => object, string])[] = [
  [Map, 'a Map'],
  [Set, 'a Set'],
  [RegExp, 'a regular expression'],
  [Promise, 'a promise'],
  [ArrayBuffer, 'bytes'],
  [Object.getPrototypeOf(Uint8Array), 'bytes'],
];
