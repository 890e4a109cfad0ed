import { hashOf } from './hash.ts';

const smallest = 8;
const large = 50_000;

/** What a slot holds beside the number of a key, which counts from one. */
const empty = 0;
const deleted = -1;

/**
 * The keys of a dict of CPython 2.7 in its hash table. Their order is that of the slots, so it depends on everything
 * that ever happened to the dict: which key came when, which were deleted, when the table grew, how often it was copied.
 */
export class KeyTable {
  // A key keeps its number for good.
  readonly #keys: string[] = [];
  #hashes: Int32Array = new Int32Array(2 * smallest);
  #slots: Int32Array = new Int32Array(smallest);
  #used = 0;
  #fill = 0;
  /** Copying this table again changes nothing. */
  #settled = true;

  constructor(keys: Iterable<string> = []) {
    for (const key of keys) this.add(key);
  }

  /** The keys in the order in which the dict is iterated. */
  keys(): string[] {
    const keys: string[] = [];
    for (const number of this.#slots) if (number > 0) keys.push(this.#keys[number - 1]!);
    return keys;
  }

  add(key: string): void {
    const { low, high } = hashOf(key);
    const slot = this.#find(key, low, high);
    const before = this.#slots[slot]!;
    if (before > 0) return;
    this.#settled = false;
    this.#slots[slot] = this.#number(key, low, high);
    this.#used++;
    if (before === empty) this.#fill++;
    if (isFull(this.#fill, this.#slots.length)) this.#resize(grown(this.#used));
  }

  remove(key: string): void {
    const { low, high } = hashOf(key);
    const slot = this.#find(key, low, high);
    if (this.#slots[slot]! <= 0) return;
    this.#slots[slot] = deleted;
    this.#used--;
    this.#settled = false;
  }

  /** Takes in all keys of another dict at once (`update`): room for all is made before the first is added. */
  merge(keys: readonly string[]): void {
    if (keys.length === 0) return;
    if (isFull(this.#fill + keys.length, this.#slots.length)) this.#resize((this.#used + keys.length) * 2);
    for (const key of keys) this.add(key);
  }

  /**
   * What a number of deep copies in a row make of the table: each adds the keys to a fresh one in their order. The
   * tables soon repeat themselves, often at once, sometimes in turn; then the rest is known without more copies. One
   * earlier table is kept to compare with, replaced after 1, 2, 4, 8 … copies, so that no cycle is too long for it.
   */
  copy(times: number): void {
    if (times <= 0 || this.#settled) return;
    let earlier = this.#slots;
    let since = 0;
    let patience = 1;
    for (let left = times; left > 0; left--) {
      this.#slots = layOut(this.#slots, this.#used, this.#hashes);
      since++;
      if (areEqual(earlier, this.#slots)) {
        this.#settled = since === 1;
        left = 1 + ((left - 1) % since);
      } else if (since === patience) {
        earlier = this.#slots;
        patience *= 2;
        since = 0;
      }
    }
    this.#fill = this.#used;
  }

  #number(key: string, low: number, high: number): number {
    const at = 2 * this.#keys.length;
    if (at >= this.#hashes.length) {
      const hashes = new Int32Array(2 * this.#hashes.length);
      hashes.set(this.#hashes);
      this.#hashes = hashes;
    }
    this.#hashes[at] = low;
    this.#hashes[at + 1] = high;
    return this.#keys.push(key);
  }

  /** Moves the keys, in their order, to a table with more slots than were asked for. */
  #resize(request: number): void {
    this.#slots = moved(this.#slots, sizeAbove(request), this.#hashes);
    this.#fill = this.#used;
    this.#settled = false;
  }

  /** The slot that holds a key, or the one where it would be put. */
  #find(key: string, hashLow: number, hashHigh: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let low = hashLow | 0;
    let high = hashHigh | 0;
    let walk = low & mask;
    let free = -1;
    for (;;) {
      const slot = walk & mask;
      const number = slots[slot]!;
      if (number === empty) return free < 0 ? slot : free;
      if (number === deleted) {
        if (free < 0) free = slot;
      } else if (this.#keys[number - 1] === key) return slot;
      walk = (Math.imul(walk, 5) + low + 1) | 0;
      low = (low >>> 5) | (high << 27);
      high >>>= 5;
    }
  }
}

const isFull = (fill: number, slots: number): boolean => fill * 3 >= slots * 2;

/** How many slots a full table asks for. */
const grown = (used: number): number => used * (used > large ? 2 : 4);

const sizeAbove = (request: number): number => {
  let size = smallest;
  while (size <= request) size *= 2;
  return size;
};

const areEqual = (left: Int32Array, right: Int32Array): boolean => {
  if (left.length !== right.length) return false;
  for (let slot = 0; slot < left.length; slot++) if (left[slot] !== right[slot]) return false;
  return true;
};

/** Puts a key that is not there yet into the first free slot of its probe sequence. */
const place = (slots: Int32Array, number: number, hashes: Int32Array): void => {
  const mask = slots.length - 1;
  let low = hashes[2 * number - 2]!;
  let slot = low & mask;
  if (slots[slot] !== empty) {
    let high = hashes[2 * number - 1]!;
    let walk = slot;
    do {
      walk = (Math.imul(walk, 5) + low + 1) | 0;
      low = (low >>> 5) | (high << 27);
      high >>>= 5;
      slot = walk & mask;
    } while (slots[slot] !== empty);
  }
  slots[slot] = number;
};

/** The keys of a table, in their order, in one of another size. */
const moved = (from: Int32Array, size: number, hashes: Int32Array): Int32Array => {
  const slots = new Int32Array(size);
  for (let slot = 0; slot < from.length; slot++) {
    const number = from[slot]!;
    if (number > 0) place(slots, number, hashes);
  }
  return slots;
};

/** The keys of a table, in their order, added one by one to a fresh one, which grows with them. */
const layOut = (from: Int32Array, used: number, hashes: Int32Array): Int32Array => {
  let slots: Int32Array = new Int32Array(smallest);
  let fill = 0;
  for (let slot = 0; fill < used; slot++) {
    const number = from[slot]!;
    if (number <= 0) continue;
    place(slots, number, hashes);
    fill++;
    if (isFull(fill, slots.length)) slots = moved(slots, sizeAbove(grown(fill)), hashes);
  }
  return slots;
};
