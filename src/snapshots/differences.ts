import { get, isList, isMap, isString, type Json, type JsonMap, type Step, sameData } from '../model/tree.ts';

/** The smallest part of a snapshot that is not the same any more. */
export interface Difference {
  /** The keys and indexes that lead to it, from the resource or entry that it belongs to. Empty for that as a whole. */
  readonly path: readonly Step[];
  /** Undefined where it is absent. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** The steps in the new template that lead to the value, or to what is left around it. */
  readonly at: readonly Step[];
}

/** What differs in one resource, or in one entry of another section. */
export interface Group {
  readonly section: string;
  /** The logical id, or the name of the entry; undefined for a section that has no entries. */
  readonly name: string | undefined;
  /** The type of a resource. */
  readonly type: string | undefined;
  readonly fate: 'added' | 'removed' | 'changed';
  readonly differences: readonly Difference[];
}

/** What differs between a snapshot and what the template becomes now, in the order of that. */
export const groupsBetween = (before: JsonMap, after: JsonMap): Group[] =>
  keysOf(before, after).flatMap((section) => {
    const [old, now] = [get(before, section), get(after, section)];
    if (sameData(old, now)) return [];
    if (!isEntries(old) || !isEntries(now)) return [groupOf(section, undefined, old, now)];
    const [from, to] = [old ?? {}, now ?? {}];
    return keysOf(from, to)
      .filter((name) => !sameData(get(from, name), get(to, name)))
      .map((name) => groupOf(section, name, get(from, name), get(to, name)));
  });

const isEntries = (value: Json | undefined): value is JsonMap | undefined => value === undefined || isMap(value);

const groupOf = (
  section: string,
  name: string | undefined,
  before: Json | undefined,
  after: Json | undefined,
): Group => {
  const type = get(after ?? before, 'Type');
  const at = name === undefined ? [section] : [section, name];
  const fate = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return {
    section,
    name,
    type: section === 'Resources' && isString(type) ? type : undefined,
    fate,
    differences: fate === 'changed' ? differencesIn(before, after, [], at) : [{ path: [], before, after, at }],
  };
};

const differencesIn = (
  before: Json | undefined,
  after: Json | undefined,
  path: readonly Step[],
  at: readonly Step[],
): Difference[] => {
  if (isMap(before) && isMap(after)) {
    return keysOf(before, after).flatMap((key) => {
      const [old, now] = [get(before, key), get(after, key)];
      if (sameData(old, now)) return [];
      return differencesIn(old, now, [...path, key], now === undefined ? at : [...at, key]);
    });
  }
  if (isList(before) && isList(after)) return itemDifferences(before, after, path, at);
  return [{ path, before, after, at }];
};

/** Items that are the same at both ends are left out; what lies between them is compared one by one. */
const itemDifferences = (
  before: readonly Json[],
  after: readonly Json[],
  path: readonly Step[],
  at: readonly Step[],
): Difference[] => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && sameData(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && sameData(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1;
  const count = Math.max(before.length, after.length) - start - end;
  return Array.from({ length: count }, (_, each) => start + each).flatMap((index) => {
    const old = index < before.length - end ? before[index] : undefined;
    const now = index < after.length - end ? after[index] : undefined;
    return sameData(old, now) ? [] : differencesIn(old, now, [...path, index], now === undefined ? at : [...at, index]);
  });
};

/** The keys of both, in the order of the second. */
const keysOf = (before: JsonMap, after: JsonMap): string[] => [
  ...new Set([...Object.keys(after), ...Object.keys(before)]),
];
