import { hashOf } from './hash.ts';

const smallest = 8;
const large = 50_000;
const empty = -1;
const deleted = -2;

/**
 * The keys of a dict of CPython 2.7 in its hash table. Their order is that of the slots, so it depends on everything
 * that ever happened to the dict: which key came when, which were deleted, when the table grew, how often it was copied.
 */
export class KeyTable {
  // A key keeps its number for good; the slots hold numbers.
  readonly #keys: string[] = [];
  readonly #low: number[] = [];
  readonly #high: number[] = [];
  #slots = new Int32Array(smallest).fill(empty);
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
    for (const number of this.#slots) if (number >= 0) keys.push(this.#keys[number]!);
    return keys;
  }

  add(key: string): void {
    const { low, high } = hashOf(key);
    const slot = this.#find(key, low, high);
    const before = this.#slots[slot]!;
    if (before >= 0) return;
    this.#settled = false;
    this.#slots[slot] = this.#keys.length;
    this.#keys.push(key);
    this.#low.push(low);
    this.#high.push(high);
    this.#used++;
    if (before === empty) this.#fill++;
    if (this.#isFull()) this.#resize(this.#used * (this.#used > large ? 2 : 4));
  }

  remove(key: string): void {
    const { low, high } = hashOf(key);
    const slot = this.#find(key, low, high);
    if (this.#slots[slot]! < 0) return;
    this.#slots[slot] = deleted;
    this.#used--;
    this.#settled = false;
  }

  /** Takes in all keys of another dict at once (`update`): room for all is made before the first is added. */
  merge(keys: readonly string[]): void {
    if (keys.length === 0) return;
    if ((this.#fill + keys.length) * 3 >= this.#slots.length * 2) this.#resize((this.#used + keys.length) * 2);
    for (const key of keys) this.add(key);
  }

  /** What a number of deep copies in a row make of the table: each adds the keys to a fresh one in their order. */
  copy(times: number): void {
    for (let left = times; left > 0 && !this.#settled; left--) {
      const before = this.#slots;
      const order = before.filter((number) => number >= 0);
      this.#slots = new Int32Array(smallest).fill(empty);
      this.#used = this.#fill = 0;
      for (const number of order) {
        this.#place(number);
        if (this.#isFull()) this.#resize(this.#used * (this.#used > large ? 2 : 4));
      }
      const after = this.#slots;
      this.#settled = before.length === after.length && before.every((number, slot) => number === after[slot]);
    }
  }

  #isFull(): boolean {
    return this.#fill * 3 >= this.#slots.length * 2;
  }

  /** Moves the keys, in their order, to a table with more slots than were asked for. */
  #resize(request: number): void {
    let size = smallest;
    while (size <= request) size *= 2;
    const order = this.#slots.filter((number) => number >= 0);
    this.#slots = new Int32Array(size).fill(empty);
    this.#used = this.#fill = 0;
    this.#settled = false;
    for (const number of order) this.#place(number);
  }

  /** Puts a key that is not there yet into the first free slot of its probe sequence. */
  #place(number: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let low = this.#low[number]!;
    let high = this.#high[number]!;
    let walk = low & mask;
    while (slots[walk & mask]! !== empty) {
      walk = (Math.imul(walk, 5) + low + 1) | 0;
      low = ((low >>> 5) | (high << 27)) >>> 0;
      high >>>= 5;
    }
    slots[walk & mask] = number;
    this.#used++;
    this.#fill++;
  }

  /** The slot that holds a key, or the one where it would be put. */
  #find(key: string, hashLow: number, hashHigh: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let low = hashLow;
    let high = hashHigh;
    let walk = low & mask;
    let free = -1;
    for (;;) {
      const slot = walk & mask;
      const number = slots[slot]!;
      if (number === empty) return free < 0 ? slot : free;
      if (number === deleted) {
        if (free < 0) free = slot;
      } else if (this.#keys[number] === key) return slot;
      walk = (Math.imul(walk, 5) + low + 1) | 0;
      low = ((low >>> 5) | (high << 27)) >>> 0;
      high >>>= 5;
    }
  }
}
