import type { Cause } from '../../../model/origin.ts';
import { get, isMap, type JsonMap } from '../../../model/tree.ts';
import { type Reference, referencesOf } from './references.ts';

/** One resource needs another one, because of a reference or `DependsOn`. */
export interface Dependency {
  readonly from: string;
  readonly to: string;
  readonly kind: Reference['kind'];
  readonly at: Cause | undefined;
  /** What must hold, or (with a `!`) must not, for the reference to be there. */
  readonly branches: readonly string[];
}

const cache = new WeakMap<JsonMap, ReadonlyMap<string, readonly Dependency[]>>();

/** What each resource of a template waits for when the stack is made: one reference to each, the least conditional. */
export const dependenciesOf = (template: JsonMap): ReadonlyMap<string, readonly Dependency[]> => {
  const known = cache.get(template);
  if (known) return known;
  const graph = new Map<string, Dependency[]>();
  const resources = get(template, 'Resources');
  if (isMap(resources)) for (const id of Object.keys(resources)) graph.set(id, []);
  const seen = new Map<string, number>();
  for (const { kind, name, owner, section, at, branches } of referencesOf(template)) {
    if (section !== 'Resources' || kind === 'Condition' || kind === 'Fn::FindInMap' || !graph.has(name)) continue;
    const pair = `${owner} ${name}`;
    const list = graph.get(owner);
    const index = seen.get(pair);
    if (index === undefined) {
      seen.set(pair, list?.length ?? 0);
      list?.push({ from: owner, to: name, kind, at, branches });
    } else if (list && branches.length < list[index]!.branches.length) {
      list[index] = { from: owner, to: name, kind, at, branches };
    }
  }
  cache.set(template, graph);
  return graph;
};

/** Whether a resource waits for another one, directly or through others. */
export const dependsOn = (template: JsonMap, from: string, to: string): boolean => {
  const graph = dependenciesOf(template);
  const seen = new Set([from]);
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to: next } of graph.get(id) ?? []) {
      if (next === to) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
};
