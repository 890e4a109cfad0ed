import type { Cause } from '../../model/origin.ts';
import { get, isMap, type JsonMap } from '../../model/tree.ts';
import { type Reference, referencesOf } from './references.ts';

/** One resource needs another one, because of a reference or `DependsOn`. */
export interface Dependency {
  readonly from: string;
  readonly to: string;
  readonly kind: Reference['kind'];
  readonly at: Cause | undefined;
}

const cache = new WeakMap<JsonMap, ReadonlyMap<string, readonly Dependency[]>>();

/** What each resource of a template waits for when the stack is made: the first reference to each. */
export const dependenciesOf = (template: JsonMap): ReadonlyMap<string, readonly Dependency[]> => {
  const known = cache.get(template);
  if (known) return known;
  const graph = new Map<string, Dependency[]>();
  const resources = get(template, 'Resources');
  if (isMap(resources)) for (const id of Object.keys(resources)) graph.set(id, []);
  const seen = new Set<string>();
  for (const { kind, name, owner, section, at } of referencesOf(template)) {
    if (section !== 'Resources' || kind === 'Condition' || kind === 'Fn::FindInMap' || !graph.has(name)) continue;
    const pair = `${owner} ${name}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    graph.get(owner)?.push({ from: owner, to: name, kind, at });
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
