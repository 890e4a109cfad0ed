import { type Cause, type Entry, entryOf, orderedKeys, originOf } from '../../model/origin.ts';
import { isList, isMap, type Json, type JsonMap, type Scalar, type Step } from '../../model/tree.ts';
import { tableOf } from './order.ts';
import { KeyTable } from './table.ts';

/**
 * What an editable document is made of. Strings, lists and plain objects are the transform's own; what the template
 * says is `Written`; `Dict` is a map that can be edited.
 */
export type Node = Scalar | Node[] | { readonly [key: string]: Node } | Dict | Written;

/** What happened to a document as a whole: how often all of it was copied. */
export class History {
  copies = 0;
  readonly #isTraced: boolean;

  /** @param isTraced false for a document without a fingerprint: its maps keep the order in which entries came */
  constructor(isTraced = true) {
    this.#isTraced = isTraced;
  }

  /** A value of the template, known by the place it stands at, or on its own. */
  written(value: Json, container?: Json, step?: Step): Written {
    return new Written(value, this.copies, container, step);
  }

  dict(cause?: Cause): Dict {
    return new Dict(this, this.#isTraced ? new KeyTable() : undefined, cause);
  }

  /** A map with these entries, put in one after the other. */
  dictOf(entries: { readonly [key: string]: Node } | Iterable<readonly [string, Node]>, cause?: Cause): Dict {
    const dict = this.dict(cause);
    const pairs = Symbol.iterator in entries ? entries : Object.entries(entries);
    for (const [key, value] of pairs as Iterable<readonly [string, Node]>) dict.set(key, value);
    return dict;
  }

  /** A map that keeps the order in which its entries came. */
  ordered(entries: { readonly [key: string]: Node } = {}, cause?: Cause): Dict {
    const dict = new Dict(this, undefined, cause);
    for (const [key, value] of Object.entries(entries)) dict.set(key, value);
    return dict;
  }

  /** A map of the template, opened for editing. */
  open(map: JsonMap): Dict {
    return this.opened(this.written(map));
  }

  /** @internal */
  opened({ value, since }: Written): Dict {
    const map = value as JsonMap;
    const dict = new Dict(this, this.#isTraced ? tableOf(map) : undefined, originOf(map), map, since);
    for (const key of orderedKeys(map)) dict.adopt(key, new Written(map[key]!, since, map, key));
    return dict;
  }
}

/** A value as the template has it, with everything in it. */
export class Written {
  readonly value: Json;
  /** How often the document had been copied when the value came in. */
  readonly since: number;
  readonly container: Json | undefined;
  readonly step: Step | undefined;

  constructor(value: Json, since: number, container: Json | undefined, step: Step | undefined) {
    this.value = value;
    this.since = since;
    this.container = container;
    this.step = step;
  }

  get entry(): Entry | undefined {
    return this.step === undefined ? undefined : entryOf(this.container, this.step);
  }
}

/** How an entry comes into a map. */
export interface Mark {
  /** The key is a string of the template. */
  readonly written?: boolean;
  readonly entry?: Entry | undefined;
}

interface Slot {
  value: Node;
  readonly written: boolean;
  entry: Entry | undefined;
}

/** A map that can be edited and remembers what its order comes from. */
export class Dict {
  history: History;
  /** What caused it, or the place where the template has it. */
  readonly cause: Cause | undefined;
  /** The map of the template that it was opened from. */
  readonly origin: JsonMap | undefined;
  readonly #entries = new Map<string, Slot>();
  #table: KeyTable | undefined;
  #copied: number;

  constructor(
    history: History,
    table: KeyTable | undefined,
    cause?: Cause,
    origin?: JsonMap,
    since: number = history.copies,
  ) {
    this.history = history;
    this.cause = cause;
    this.origin = origin;
    this.#table = table;
    this.#copied = since;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get(key: string): Node | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Where an entry comes from. */
  entry(key: string): Entry | undefined {
    const slot = this.#entries.get(key);
    return slot?.entry ?? (slot?.value instanceof Written ? slot.value.entry : undefined) ?? entryOf(this.origin, key);
  }

  set(key: string, value: Node, { written = false, entry }: Mark = {}): void {
    const slot = this.#entries.get(key);
    if (slot) {
      slot.value = value;
      slot.entry = entry ?? slot.entry;
      return;
    }
    this.#entries.set(key, { value, written, entry });
    this.#order?.add(key);
  }

  delete(key: string): void {
    if (this.#entries.delete(key)) this.#order?.remove(key);
  }

  /** The keys in the order in which the transform visits them. */
  keys(): string[] {
    return this.#order?.keys() ?? [...this.#entries.keys()];
  }

  /** Takes in all entries of another map at once. */
  merge(other: Dict): void {
    const keys = other.keys();
    this.#order?.merge(keys);
    for (const key of keys) {
      const { value, written } = other.#entries.get(key)!;
      const slot = this.#entries.get(key);
      if (slot) slot.value = value;
      else this.#entries.set(key, { value, written, entry: other.entry(key) });
    }
  }

  /** Makes it what a shallow copy of it would be. */
  copyKeys(): void {
    const order = this.#order;
    if (order === undefined) return;
    this.#table = new KeyTable();
    this.#table.merge(order.keys());
  }

  /** @internal Makes it part of a document with another history, with all that it holds. */
  moveTo(history: History): void {
    for (const slot of this.#entries.values()) slot.value = moved(slot.value, this.history, history);
    void this.#order;
    this.#copied = history.copies;
    this.history = history;
  }

  /** The map under a key, opened for editing; undefined when something else is there. */
  dict(key: string): Dict | undefined {
    const slot = this.#entries.get(key);
    if (slot === undefined) return undefined;
    slot.value = openedMap(slot.value, this.history);
    return slot.value instanceof Dict ? slot.value : undefined;
  }

  /** The list under a key, opened for editing; undefined when something else is there. */
  list(key: string): Node[] | undefined {
    const slot = this.#entries.get(key);
    if (slot === undefined) return undefined;
    slot.value = openedList(slot.value);
    return Array.isArray(slot.value) ? slot.value : undefined;
  }

  /** The keys in the order in which they came. */
  writtenKeys(): Iterable<string> {
    return this.#entries.keys();
  }

  /** Whether a key is a string of the template. */
  isWritten(key: string): boolean {
    return this.#entries.get(key)?.written ?? false;
  }

  /** @internal An entry whose key is in the table already. */
  adopt(key: string, value: Written): void {
    this.#entries.set(key, { value, written: true, entry: undefined });
  }

  get #order(): KeyTable | undefined {
    if (this.#table && this.#copied < this.history.copies) {
      this.#table.copy(this.history.copies - this.#copied);
      this.#copied = this.history.copies;
    }
    return this.#table;
  }
}

/** A node with a map of the template replaced by one that can be edited. */
export const openedMap = (node: Node, history: History): Node =>
  node instanceof Written && isMap(node.value) ? history.opened(node) : node;

/** A node of one document as part of another one. */
export const moved = (node: Node, from: History, to: History): Node => {
  if (node instanceof Dict) {
    node.moveTo(to);
    return node;
  }
  if (node instanceof Written) {
    return new Written(node.value, to.copies - (from.copies - node.since), node.container, node.step);
  }
  if (Array.isArray(node)) return node.map((item) => moved(item, from, to));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, moved(value, from, to)]));
};

/** The lists of the template that opened lists came from. */
export const listOrigins = new WeakMap<object, Json[]>();

/** A node with a list of the template replaced by one that can be edited. */
export const openedList = (node: Node): Node => {
  if (!(node instanceof Written && isList(node.value))) return node;
  const { value: list, since } = node;
  const opened: Node[] = list.map((item, at) => new Written(item, since, list, at));
  listOrigins.set(opened, list);
  return opened;
};

/** What a node says, where it is a scalar. */
export const plain = (node: Node | undefined): Node | Json | undefined => (node instanceof Written ? node.value : node);
