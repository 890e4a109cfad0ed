import { get, isMap, type Json } from '../model/tree.ts';
import type { Change } from './index.ts';
import type { Side } from './side.ts';

/** A nested stack that is made from a local template. */
export interface NestedStack {
  readonly id: string;
  /** The path of its template, from the folder of the one around it. */
  readonly path: string;
  /** The parameters that it is given values for. */
  readonly passed: ReadonlySet<string>;
  /** The values, as far as they are known. */
  readonly parameters: Readonly<Record<string, Json>>;
}

/** A nested stack before and after; one of the two where it comes or goes. */
export interface NestedPair {
  readonly before: NestedStack | undefined;
  readonly after: NestedStack | undefined;
}

/** The nested stacks whose templates can be compared as well. */
export const nestedPairs = ({ before, after, compared }: Change): NestedPair[] => {
  const pairs: NestedPair[] = [];
  for (const [oldId, newId] of compared.partners) {
    const [old, now] = [stackOf(before, oldId), stackOf(after, newId)];
    if (oldId === newId && old && now) pairs.push({ before: old, after: now });
  }
  for (const { before: old, after: now, renamed, oldCopy } of compared.resources) {
    if (old && now && !renamed) continue;
    const [gone, come] = [old && stackOf(before, old.id), now && stackOf(after, now.id)];
    if (gone && oldCopy !== 'retained') pairs.push({ before: gone, after: undefined });
    if (come) pairs.push({ before: undefined, after: come });
  }
  return pairs;
};

const stackOf = ({ localTemplates, resources, meaning }: Side, id: string): NestedStack | undefined => {
  const [path, resource] = [localTemplates.get(id), resources.get(id)];
  if (path === undefined || resource === undefined) return undefined;
  const given = get(meaning.properties(resource.body), 'Parameters');
  const all = Object.entries(isMap(given) ? given : {});
  const known = all.filter(([, value]) => typeof value !== 'object');
  return { id, path, passed: new Set(all.map(([name]) => name)), parameters: Object.fromEntries(known) };
};
