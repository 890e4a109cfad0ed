import { isList, isMap, isNothing, type Json, type JsonMap, newMap, type Step } from './tree.ts';

/** A text that values come from: a template, an included file. */
export interface Source {
  readonly file?: string | undefined;
  readonly text: string;
  /** The text was made for a template that was given as an object: it is handled like any other, but never shown. */
  readonly hidden?: boolean;
}

/** A stretch of a source, as offsets in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Why a generated thing exists: the place that caused it, and further places that took part. */
export interface Cause extends Span {
  readonly related?: readonly Span[];
  /** The property whose absence is the reason, and what lacks it. */
  readonly lacks?: { readonly property: string; readonly of: Span };
}

/** A cause that is one because a property is absent; what is at its place decides on the rest. */
export const lacking = (cause: Cause | undefined, property: string, of: Cause | undefined = cause): Cause | undefined =>
  cause && of && { ...cause, lacks: { property, of } };

/** Where one entry of a container was written. For a list item key and value are the same place. */
export interface Entry {
  readonly key: Cause;
  readonly value: Cause;
}

interface Record {
  /** The container as a whole. */
  whole?: Cause | undefined;
  /** What the parser saw: never changed, shared between copies. */
  readonly parsed?: Parsed | undefined;
  /** Entries placed later: copied from elsewhere or generated. */
  placed?: Map<Step, Entry>;
  /** The two maps that were laid over each other to make this one. */
  merged?: Merged | undefined;
  /** What stood in the place of scalars before a rewrite put them there. */
  replaced?: Map<Step, JsonMap>;
  /** Entries whose numbers were calculated from what stands at their places. */
  calculated?: Set<Step>;
}

/** Two maps of which one was laid over the other. */
export interface Merged {
  readonly below: JsonMap;
  readonly above: JsonMap;
}

/** The parser's notes on one container: its keys in written order and four offsets for each (key, value). */
export class Parsed {
  readonly source: Source;
  readonly keys: readonly Step[];
  readonly offsets: readonly number[];
  #index: Map<Step, number> | undefined;
  /** Those that were asked for: the transform and many rules ask for the same ones. */
  #entries: (Entry | undefined)[] | undefined;

  constructor(source: Source, keys: readonly Step[], offsets: readonly number[]) {
    this.source = source;
    this.keys = keys;
    this.offsets = offsets;
  }

  entry(step: Step): Entry | undefined {
    const at = this.#find(step);
    if (at === undefined || at < 0) return undefined;
    this.#entries ??= new Array(this.keys.length);
    this.#entries[at] ??= { key: this.#span(4 * at), value: this.#span(4 * at + 2) };
    return this.#entries[at];
  }

  #span(at: number): Span {
    return { source: this.source, start: this.offsets[at]!, end: this.offsets[at + 1]! };
  }

  #find(step: Step): number | undefined {
    if (typeof step === 'number' && this.keys[step] === step) return step;
    if (this.keys.length <= 8) return this.keys.indexOf(step);
    if (this.#index === undefined) {
      this.#index = new Map();
      for (let at = 0; at < this.keys.length; at++) this.#index.set(this.keys[at]!, at);
    }
    return this.#index.get(step);
  }
}

/** Gives back what it is given, so that the fields of a derived class are added to that. */
class Given {
  constructor(container: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what it is for
    return container;
  }
}

/**
 * The records ride on the containers themselves, in a private field that nothing else can see: not `Object.keys`, not
 * JSON, not a spread. A WeakMap would do the same, but its table costs the garbage collector more than the expansion.
 */
class Records extends Given {
  #record: Record | undefined;

  static get(container: object): Record | undefined {
    return #record in container ? (container as Records).#record : undefined;
  }

  static set(container: object, record: Record): void {
    if (!(#record in container)) new Records(container);
    (container as Records).#record = record;
  }
}

/** Notes what the parser saw of a container. */
export const recordParsed = (container: Json[] | JsonMap, whole: Span, parsed: Parsed): void => {
  Records.set(container, { whole, parsed });
};

/** Notes what caused a generated container; everything in it without an origin of its own shares that cause. */
export const stamp = <T extends Json[] | JsonMap>(container: T, cause: Cause | undefined): T => {
  if (cause === undefined) return container;
  const record = Records.get(container);
  if (record) record.whole = cause;
  else Records.set(container, { whole: cause });
  return container;
};

/** Notes where one entry of a container comes from. */
export const place = (container: Json[] | JsonMap, step: Step, entry: Entry | undefined): void => {
  if (entry === undefined) return;
  let record = Records.get(container);
  if (!record) {
    record = {};
    Records.set(container, record);
  }
  record.placed ??= new Map();
  record.placed.set(step, entry);
};

/** Notes that the value of an entry was made from a place, which may not be known. */
export const trace = (container: Json[] | JsonMap, step: Step, cause: Cause | undefined): void =>
  place(container, step, cause && { key: cause, value: cause });

/** Notes that a map was made by laying one map over another. */
export const recordMerged = (map: JsonMap, merged: Merged): void => {
  const record = Records.get(map);
  if (record) record.merged = merged;
  else Records.set(map, { merged });
};

/** The two maps that a map was merged from, if it was. */
export const mergedFrom = (map: JsonMap): Merged | undefined => Records.get(map)?.merged;

/** The function that a scalar, or another text of `Fn::Sub`, has taken the place of in a rewrite. */
export const replacedBy = (container: Json | undefined, step: Step): JsonMap | undefined =>
  typeof container === 'object' && container !== null ? Records.get(container)?.replaced?.get(step) : undefined;

/** How a scalar is spelt in its source; undefined for a number that was calculated from what is written there. */
export const spellingOf = (container: Json | undefined, step: Step): string | undefined => {
  if (isList(container) || isMap(container)) if (Records.get(container)?.calculated?.has(step)) return undefined;
  const span = entryOf(container, step)?.value;
  return span?.source.text.slice(span.start, span.end);
};

/** How a container was written by its author: between brackets, or line by line. Undefined for what was made. */
export const styleOf = (container: Json[] | JsonMap): 'flow' | 'block' | undefined => {
  const record = Records.get(container);
  const parsed = record?.parsed;
  if (parsed === undefined || record?.whole?.source !== parsed.source) return undefined;
  return /[[{]/.test(parsed.source.text[record.whole.start] ?? '') ? 'flow' : 'block';
};

/** Where a container as a whole comes from. */
export const originOf = (container: Json | undefined): Cause | undefined =>
  typeof container === 'object' && container !== null ? Records.get(container)?.whole : undefined;

/** Where an entry of a container comes from: its key and its value. */
export const entryOf = (container: Json | undefined, step: Step): Entry | undefined => {
  if (typeof container !== 'object' || container === null) return undefined;
  const record = Records.get(container);
  return record?.placed?.get(step) ?? record?.parsed?.entry(step);
};

/** Where the value under a key comes from; the container's own origin when the entry has none. */
export const valueOrigin = (container: Json | undefined, step: Step): Cause | undefined => {
  const value = isMap(container) || isList(container) ? (container as JsonMap)[step as string] : undefined;
  return entryOf(container, step)?.value ?? originOf(value) ?? originOf(container);
};

/**
 * Where the value of an entry stands, as a person sees it: a map or a list in block style, which starts below its key,
 * begins at the key.
 */
export const placeOfEntry = (container: Json | undefined, step: Step): Cause | undefined => {
  const entry = entryOf(container, step);
  if (entry === undefined) return undefined;
  const inner = (container as JsonMap)[step as string];
  const { key, value } = entry;
  const together = typeof inner === 'object' && inner !== null && key.source === value.source && key.end <= value.start;
  return together && startsBelow(key, value) ? { ...value, start: key.start } : value;
};

const startsBelow = (key: Span, value: Span): boolean => key.source.text.slice(key.end, value.start).includes('\n');

/** The keys of a map in the order in which they were written (JavaScript moves integer-like keys to the front). */
export const orderedKeys = (map: JsonMap): string[] => {
  const keys = Object.keys(map);
  const first = keys[0];
  if (first === undefined || !/^\d+$/.test(first)) return keys;
  const record = Records.get(map);
  const ordered = new Set<string>();
  for (const written of [record?.parsed?.keys, record?.placed?.keys()]) {
    for (const key of written ?? []) if (Object.hasOwn(map, key)) ordered.add(String(key));
  }
  for (const key of keys) ordered.add(key);
  return [...ordered];
};

/** Sets `to[toStep]` to what stands at `from[fromStep]`, origin included. Nothing happens when nothing is there. */
export const carry = (from: Json, fromStep: Step, to: Json[] | JsonMap, toStep: Step = fromStep): void => {
  if (!isNothing((from as JsonMap)[fromStep as string])) carryEvenNull(from, fromStep, to, toStep);
};

/** As `carry`, but an entry that is there stays there when its value is null. */
export const carryEvenNull = (from: Json, fromStep: Step, to: Json[] | JsonMap, toStep: Step = fromStep): void => {
  const value = (from as JsonMap)[fromStep as string];
  if (value === undefined) return;
  (to as JsonMap)[toStep as string] = value;
  place(to, toStep, entryOf(from, fromStep));
};

const inherit = (copy: Json[] | JsonMap, original: object): void => {
  const record = Records.get(original);
  if (!record) return;
  const next: Record = { whole: record.whole, parsed: record.parsed, merged: record.merged };
  if (record.placed) next.placed = new Map(record.placed);
  if (record.replaced) next.replaced = new Map(record.replaced);
  if (record.calculated) next.calculated = new Set(record.calculated);
  Records.set(copy, next);
};

/** A copy of a map or list that shares its values; origins are kept. */
export const shallowCopy = <T extends Json[] | JsonMap>(container: T): T => {
  const copy = isList(container) ? [...container] : Object.assign(newMap(), container);
  inherit(copy as Json[] | JsonMap, container);
  return copy as T;
};

/**
 * Rebuilds a tree from its leaves up. `visit` sees every map (its values already rebuilt) and gives what stands in its
 * place. Parts in which nothing changed are shared with the input, the others keep their origins.
 */
export const rewrite = (value: Json, visit: (map: JsonMap) => Json): Json => {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return rewriteEntries(value, visit);
  return visit(rewriteEntries(value, visit) as JsonMap);
};

/** Puts a number in the place of a value that it was calculated from; it keeps the place and not the spelling. */
export const calculate = (container: JsonMap, key: string, value: number): void => {
  container[key] = value;
  const record = recordOf(container);
  record.calculated ??= new Set();
  record.calculated.add(key);
};

const recordOf = (container: JsonMap): Record => {
  const known = Records.get(container);
  if (known) return known;
  const record: Record = {};
  Records.set(container, record);
  return record;
};

const recordReplaced = (container: JsonMap, step: Step, before: JsonMap): void => {
  const record = recordOf(container);
  record.replaced ??= new Map();
  record.replaced.set(step, before);
};

const isScalar = (value: Json): boolean => typeof value !== 'object' || value === null;

const rewriteEntries = <T extends Json[] | JsonMap>(container: T, visit: (map: JsonMap) => Json): T => {
  let copy: JsonMap | undefined;
  const change = (key: string, before: Json): void => {
    if (typeof before !== 'object' || before === null) return;
    const after = rewrite(before, visit);
    if (after === before) return;
    copy ??= shallowCopy(container) as JsonMap;
    copy[key] = after;
    if (isMap(before) && (isScalar(after) || Object.hasOwn(before, 'Fn::Sub'))) recordReplaced(copy, key, before);
  };
  if (isList(container)) for (let at = 0; at < container.length; at++) change(at as unknown as string, container[at]!);
  else for (const key in container) change(key, (container as JsonMap)[key]!);
  return (copy as T | undefined) ?? container;
};
