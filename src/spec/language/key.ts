import { type Cause, carryEvenNull, type Entry, entryOf, place, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { Codec, Reading, Writing } from './codec.ts';
import { type Draft, drop, holderOf, propertyOf, put, type Target, valueAt } from './draft.ts';
import { GivenTwice } from './messages.ts';
import type { JsonSchema } from './schema.ts';
import type { Spot } from './spot.ts';

export type Raising = Writing;

/**
 * One key of the language, declared once: lowering, the way back, the schema of editors and the reference page come
 * from here.
 */
export interface Key {
  readonly key: string;
  /** The SAM properties that it can say, and attributes with an `@` before them. */
  readonly to: readonly Target[];
  /** One sentence for the reference and for editors. */
  readonly doc: string;
  /** Values in YAML, one for each form. They are tests. */
  readonly examples: readonly string[];
  readonly schema: () => JsonSchema;
  /** How its value is read and written, where it is one value. */
  readonly codec?: Codec;
  /** `defaults` lays it under each entry even where SAM's `Globals` would take the property. */
  readonly perEntry?: true;
  /** The keys that a text of it is short for: a stage that changes one of them keeps the others. */
  readonly shortFor?: { readonly keys: readonly string[]; open(spot: Spot, cx: Reading): JsonMap | undefined };
  /** Sets what the value means. */
  lower(spot: Spot, draft: Draft, cx: Reading): void;
  /** The value that says a part of the draft, and that part taken away; undefined where the draft has no such part. */
  raise(draft: Draft, cx: Raising): Raised | undefined;
}

/** A compact value and what in the draft it stands for. */
export interface Raised {
  readonly value: Json;
  /** The targets that it says. */
  readonly says: readonly Target[];
}

interface Options {
  readonly perEntry?: true;
}

/** A key that is one property. */
export const property = (
  key: string,
  to: Target,
  codec: Codec,
  doc: string,
  examples: string | readonly string[],
  options: Options = {},
): Key => ({
  ...options,
  key,
  to: [to],
  doc,
  examples: typeof examples === 'string' ? [examples] : examples,
  schema: () => codec.schema(),
  codec,
  lower: (spot, draft, cx) => {
    const value = codec.read(spot, cx);
    if (value !== undefined) set(draft, to, value, spot, cx);
  },
  raise: (draft, cx) => {
    const value = valueAt(draft, to);
    if (value === undefined || value === null) return undefined;
    const written = codec.write(value, cx);
    return written === undefined ? undefined : { value: written, says: [to] };
  },
});

const BothSet = message(
  'spec-given-twice',
  'error',
  (key: string, other: string, property: string) =>
    `'${other}' and '${key}' both set '${property}'. Say it in one of them only.`,
);

/** Sets a property from a key, and reports when it is set already. */
export const set = (draft: Draft, to: Target, value: Json, spot: Spot, cx: Reading): void => {
  const entry = entryOf(spot.holder, spot.step);
  if (put(draft, to, value, entry)) return;
  const [key, other] = [String(spot.step), setterOf(draft, to)];
  cx.report(other && other !== key ? BothSet(key, other, propertyOf(to)) : GivenTwice(key, propertyOf(to)), spot.keyAt);
};

/** The key of the language that the author wrote for what stands at a target. */
const setterOf = (draft: Draft, to: Target): string | undefined => {
  const at = holderOf(draft, to);
  const written = at && entryOf(at.holder, at.key)?.key;
  const text = written?.source.text.slice(written.start, written.end) ?? '';
  return /^[a-z][a-z-]*$/.test(text) ? text : undefined;
};

/** A compact map as it is made: its entries come back in the order in which the author wrote what they say. */
export class RaisedMap {
  readonly #order: ReadonlyMap<string, number>;
  readonly #entries: { readonly key: string; readonly at: number }[] = [];
  readonly #map: JsonMap = newMap();

  /** @param names the properties of the author in their order */
  constructor(names: Iterable<string>) {
    this.#order = new Map([...names].map((name, at) => [name, at]));
  }

  /** Moves what a key can say from a draft. */
  raise(key: Key, draft: Draft, cx: Raising): void {
    const raised = key.raise(draft, cx);
    if (raised === undefined) return;
    const [first] = raised.says;
    const from = first === undefined ? undefined : holderOf(draft, first);
    this.set(
      key.key,
      raised.value,
      first === undefined ? '' : propertyOf(first),
      from && entryOf(from.holder, from.key),
    );
    for (const target of raised.says) drop(draft, target);
  }

  /** Adds an entry that says a property. */
  set(key: string, value: Json, property: string, entry: Entry | undefined): void {
    this.#map[key] = value;
    place(this.#map, key, entry);
    this.#entries.push({ key, at: this.#order.get(property) ?? -1 });
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#map, key);
  }

  finish(origin: Cause | undefined): JsonMap {
    const out = newMap();
    for (const { key } of this.#entries.toSorted((left, right) => left.at - right.at))
      carryEvenNull(this.#map, key, out);
    return stamp(out, origin);
  }
}
