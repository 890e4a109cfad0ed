import { macroCall } from '../../model/macros.ts';
import type { Cause } from '../../model/origin.ts';
import { get, intrinsicName, isList, isMap, type Json, type JsonMap, type Step, sameData } from '../../model/tree.ts';
import { isLocalCode } from '../meaning/local-code.ts';
import { isPolicy } from '../meaning/policy.ts';
import { positionOf } from '../meaning/positions.ts';
import { isComparison, isPattern, keptOrder, type Order, orderOf } from '../meaning/sets.ts';
import type { ActionsOf } from '../permissions/covers.ts';
import { samePermissions } from '../permissions/same.ts';
import { placeAt } from '../places.ts';
import { type IsResource, mayBeSame } from './possible.ts';

/** One difference between two values: the smallest part of them that is not the same. */
export interface Difference {
  /** The keys and indexes that lead to it, as the new template has them; an item with a name goes by its name. */
  readonly path: readonly Step[];
  /** In the plainest form; undefined where it is absent. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** False where both may come to the same when the values of parameters are known. */
  readonly certain: boolean;
  readonly wasAt: Cause | undefined;
  readonly at: Cause | undefined;
}

/** Compares values in their plainest form, part by part. */
export class Differences {
  readonly found: Difference[] = [];
  readonly #isResource: IsResource;
  readonly #actions: ActionsOf;
  /** How many choices of unknown conditions are around the values that are compared just now. */
  #choices = 0;

  /** @param isResource whether a name is that of a resource, before or after */
  constructor(isResource: IsResource, actions: ActionsOf) {
    this.#isResource = isResource;
    this.#actions = actions;
  }

  maps(before: JsonMap, after: JsonMap, path: readonly Step[], places: Places): void {
    for (const key of keysOf(before, after)) {
      this.#values(get(before, key), get(after, key), [...path, key], {
        wasAt: placeAt(before, key) ?? places.wasAt,
        at: placeAt(after, key) ?? places.at,
      });
    }
  }

  #values(before: Json | undefined, after: Json | undefined, path: readonly Step[], places: Places): void {
    if (sameData(before, after)) return;
    // Only the packaging step knows where local code comes to be: it may be the place of before.
    if (isLocalCode(before) !== isLocalCode(after)) this.#add(before, after, path, places, false);
    else if (isPlain(before) && isPlain(after)) {
      if (isPolicy(before) && isPolicy(after) && samePermissions(before, after, this.#actions)) return;
      this.maps(before, after, path, places);
    } else if (isList(before) && isList(after)) this.#lists(before, after, path, places);
    else if (sameChoice(before, after)) this.#branches(before as JsonMap, after as JsonMap, path, places);
    else if (bothJson(before, after)) {
      const key = 'Fn::ToJsonString';
      this.#values(get(before, key), get(after, key), path, places);
    } else this.#add(before, after, path, places);
  }

  #add(
    before: Json | undefined,
    after: Json | undefined,
    path: readonly Step[],
    places: Places,
    certain = this.#choices === 0 && !path.includes(macroCall) && !mayBeSame(before, after, this.#isResource),
  ): void {
    const wasAt = before === undefined ? undefined : places.wasAt;
    this.found.push({ path, before, after, certain, wasAt, at: places.at });
  }

  #lists(before: Json[], after: Json[], path: readonly Step[], places: Places): void {
    const order = keptOrder(before) ?? keptOrder(after) ?? orderAt(path, before, after);
    if (order === 'set') this.#sets(before, after, path, places);
    else if (order === 'position') this.#sequences(before, after, path, places);
    else this.#named(before, after, order, path, places);
  }

  /** Items with a name: each with the one of the same name. */
  #named(
    before: Json[],
    after: Json[],
    { by, unnamed }: Exclude<Order, string>,
    path: readonly Step[],
    places: Places,
  ): void {
    const [left, right] = [before, after].map((list) => byName(list, by));
    if (!left || !right) {
      if (unnamed === 'position') this.#sequences(before, after, path, places);
      else this.#sets(before, after, path, places);
      return;
    }
    for (const name of new Set([...left.keys(), ...right.keys()])) {
      const [from, to] = [left.get(name), right.get(name)];
      this.#values(
        from === undefined ? undefined : before[from],
        to === undefined ? undefined : after[to],
        [...path, name],
        {
          wasAt: place(before, from) ?? places.wasAt,
          at: place(after, to) ?? places.at,
        },
      );
    }
  }

  /** Items of a set: those that only one of them has. One for one they are taken as changed. */
  #sets(before: Json[], after: Json[], path: readonly Step[], places: Places): void {
    const [lost, gained] = [missing(before, after), missing(after, before)];
    const paired = lost.length === 1 && gained.length === 1 && isPlain(before[lost[0]!]) && isPlain(after[gained[0]!]);
    if (paired) this.#item(before, lost[0], after, gained[0], path, places);
    else {
      for (const at of lost) this.#item(before, at, after, undefined, path, places);
      for (const at of gained) this.#item(before, undefined, after, at, path, places);
    }
  }

  #item(
    before: Json[],
    from: number | undefined,
    after: Json[],
    to: number | undefined,
    path: readonly Step[],
    places: Places,
  ) {
    const step = to === undefined ? positionOf(before, from!) : positionOf(after, to);
    this.#values(
      from === undefined ? undefined : before[from],
      to === undefined ? undefined : after[to],
      [...path, step],
      {
        wasAt: place(before, from) ?? places.wasAt,
        at: place(after, to) ?? places.at,
      },
    );
  }

  /** Items in an order: what both begin and end with is the same; what is between them is compared one by one. */
  #sequences(before: Json[], after: Json[], path: readonly Step[], places: Places): void {
    let start = 0;
    while (start < before.length && start < after.length && sameData(before[start], after[start])) start++;
    let end = 0;
    const most = Math.min(before.length, after.length) - start;
    while (end < most && sameData(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
    const [left, right] = [before.length - end, after.length - end];
    for (let at = start; at < Math.max(left, right); at++) {
      this.#item(before, at < left ? at : undefined, after, at < right ? at : undefined, path, places);
    }
  }

  #branches(before: JsonMap, after: JsonMap, path: readonly Step[], places: Places): void {
    const [left, right] = [before, after].map((each) => each['Fn::If'] as Json[]) as [Json[], Json[]];
    this.#choices++;
    for (const branch of [1, 2]) {
      this.#values(left[branch], right[branch], path, {
        wasAt: place(left, branch) ?? places.wasAt,
        at: place(right, branch) ?? places.at,
      });
    }
    this.#choices--;
  }
}

/** Where a difference stands: before and after. */
export interface Places {
  readonly wasAt: Cause | undefined;
  readonly at: Cause | undefined;
}

const place = (list: Json[], at: number | undefined): Cause | undefined =>
  at === undefined ? undefined : placeAt(list, at);

const keysOf = (before: JsonMap, after: JsonMap): Iterable<string> =>
  new Set([...Object.keys(before), ...Object.keys(after)]);

/** A map that is not a function. */
const isPlain = (value: Json | undefined): value is JsonMap => isMap(value) && intrinsicName(value) === undefined;

const sameChoice = (before: Json | undefined, after: Json | undefined): boolean => {
  const [left, right] = [get(before, 'Fn::If'), get(after, 'Fn::If')];
  return isList(left) && isList(right) && left.length === 3 && right.length === 3 && left[0] === right[0];
};

const bothJson = (before: Json | undefined, after: Json | undefined): boolean =>
  [before, after].every((value) => intrinsicName(value) === 'Fn::ToJsonString');

const policyLists: ReadonlySet<string> = new Set([
  'Statement',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'AWS',
]);

/** How the items of two lists at a path are matched. */
const orderAt = (path: readonly Step[], before: Json[], after: Json[]): Order => {
  const name = path.findLast((step) => typeof step === 'string') ?? '';
  if (isComparison(name, before) || isComparison(name, after)) return 'position';
  if (policyLists.has(name) || path.some((step) => isPattern(String(step)))) return 'set';
  return isTags(before) && isTags(after) ? { by: 'Key' } : orderOf(name, undefined);
};

const isTags = (list: Json[]): boolean =>
  list.length > 0 && list.every((each) => isPlain(each) && Object.keys(each).sort().join() === 'Key,Value');

/** Index by name; undefined where an item has none or shares it. */
const byName = (list: readonly Json[], by: string): Map<string, number> | undefined => {
  const found = new Map<string, number>();
  for (const [at, item] of list.entries()) {
    const value = get(item, by);
    if (value === undefined) return undefined;
    found.set(typeof value === 'string' ? value : JSON.stringify(value), at);
  }
  return found.size === list.length ? found : undefined;
};

/** The positions of the items of one list that the other does not have, each counted as often as it stands there. */
const missing = (list: readonly Json[], other: readonly Json[]): number[] => {
  const counts = new Map<string, number>();
  for (const item of other) {
    const text = JSON.stringify(item);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...list.keys()].filter((at) => {
    const text = JSON.stringify(list[at]);
    const count = counts.get(text) ?? 0;
    if (count > 0) counts.set(text, count - 1);
    return count === 0;
  });
};
