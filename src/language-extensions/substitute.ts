import { type Cause, entryOf, originOf, place, type Span, shallowCopy, stamp } from '../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap, type Step } from '../model/tree.ts';

/** What the identifiers of a loop stand for in one round. */
export interface Round {
  readonly values: ReadonlyMap<string, RoundValue>;
  /** The items that were picked in this loop and those around it: they took part in everything the round makes. */
  readonly items: readonly Span[];
  /** Called with each text that takes the place of a placeholder, before it does; may throw. */
  readonly puttingIn: (text: string) => void;
}

/** What an identifier stands for, whole and with letters and digits only. */
export class RoundValue {
  readonly whole: string;
  #plain: string | undefined;

  constructor(whole: string) {
    this.whole = whole;
  }

  get plain(): string {
    this.#plain ??= this.whole.replace(/[^A-Za-z0-9]/g, '');
    return this.#plain;
  }
}

const placeholder = /([$&])\{([A-Za-z0-9]+)\}/g;

/** Puts the values of a round into a text: `${Name}` as they are, `&{Name}` with letters and digits only. */
const substituteText = (text: string, { values, puttingIn }: Round, own?: JsonMap): string =>
  text.replace(placeholder, (whole, kind: string, name: string) => {
    const value = values.get(name);
    if (value === undefined || (kind === '$' && own !== undefined && Object.hasOwn(own, name))) return whole;
    const put = kind === '$' ? value.whole : value.plain;
    puttingIn(put);
    return put;
  });

/** Whether a text has a placeholder for one of some identifiers. */
export const mentions = (text: string, identifiers: readonly string[]): boolean =>
  [...text.matchAll(placeholder)].some(([, , name]) => identifiers.includes(name!));

/** Adds the items of a round to a place, as further causes. */
export const withItems = (at: Cause | undefined, { items }: Round): Cause | undefined =>
  at && { ...at, related: [...items, ...(at.related ?? []).filter((span) => !items.includes(span))] };

/** A copy of a loop's body for one round. What does not depend on the round is shared with the body. */
export const substitute = (value: Json, round: Round): Json => {
  if (isString(value)) return substituteText(value, round);
  if (isList(value)) return substituteItems(value, round);
  if (!isMap(value)) return value;
  return substituteReference(value, round) ?? substituteEntries(value, round);
};

/** `Ref` to an identifier is the value; `Fn::Sub` is its text once nothing is left to put in. */
const substituteReference = (map: JsonMap, round: Round): Json | undefined => {
  if (Object.keys(map).length !== 1) return undefined;
  const name = get(map, 'Ref');
  if (isString(name) && round.values.has(name)) return round.values.get(name)!.whole;
  const argument = get(map, 'Fn::Sub');
  if (argument === undefined) return undefined;
  const text = isList(argument) ? argument[0] : argument;
  const own = isList(argument) && isMap(argument[1]) ? argument[1] : undefined;
  if (!isString(text)) return undefined;
  const after = substituteText(text, round, own);
  if (after !== text && !after.includes('${')) return after;
  if (own === undefined) return undefined;
  const list = substituteItems(argument as Json[], round, after);
  if (list === argument) return map;
  const copy = shallowCopy(map);
  copy['Fn::Sub'] = list;
  return copy;
};

const substituteItems = (list: Json[], round: Round, first?: string): Json[] => {
  let copy: Json[] | undefined;
  for (let at = 0; at < list.length; at++) {
    const before = list[at]!;
    const after = at === 0 && first !== undefined ? first : substitute(before, round);
    if (after === before) continue;
    copy ??= shallowCopy(list);
    copy[at] = after;
    note(copy, at, list, at, round);
  }
  return copy ?? list;
};

const substituteEntries = (map: JsonMap, round: Round): JsonMap => {
  const keys = Object.keys(map);
  if (keys.some((key) => substituteText(key, round) !== key)) return renamedEntries(map, keys, round);
  let copy: JsonMap | undefined;
  for (const key of keys) {
    const before = map[key]!;
    const after = substitute(before, round);
    if (after === before) continue;
    copy ??= shallowCopy(map);
    copy[key] = after;
    note(copy, key, map, key, round);
  }
  return copy ?? map;
};

const renamedEntries = (map: JsonMap, keys: readonly string[], round: Round): JsonMap => {
  const copy = newMap();
  for (const key of keys) {
    const name = substituteText(key, round);
    copy[name] = substitute(map[key]!, round);
    note(copy, name, map, key, round);
  }
  return stamp(copy, originOf(map));
};

/** What a round changed comes from the body, and from the items that were picked. */
const note = (copy: Json[] | JsonMap, step: Step, from: Json[] | JsonMap, fromStep: Step, round: Round): void => {
  const entry = entryOf(from, fromStep);
  if (entry === undefined) return;
  place(copy, step, { key: withItems(entry.key, round)!, value: withItems(entry.value, round)! });
};
