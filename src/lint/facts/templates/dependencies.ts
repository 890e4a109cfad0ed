import { get, isMap, type JsonMap } from '../../../model/tree.ts';
import { type Reference, referencesOf } from './references.ts';

/** One resource needs another one, because of a reference or `DependsOn`. */
export interface Dependency {
  readonly from: string;
  readonly to: string;
  readonly reference: Pick<Reference, 'kind' | 'at' | 'branches'>;
}

const cache = new WeakMap<JsonMap, ReadonlyMap<string, readonly Dependency[]>>();

/** What each resource of a template waits for when the stack is made: one reference to each, the least conditional. */
export const dependenciesOf = (template: JsonMap): ReadonlyMap<string, readonly Dependency[]> => {
  const known = cache.get(template);
  if (known) return known;
  const graph = new Map<string, Map<string, Dependency>>();
  const resources = get(template, 'Resources');
  if (isMap(resources)) for (const id of Object.keys(resources)) graph.set(id, new Map());
  for (const reference of referencesOf(template)) {
    const { kind, name, owner, section, branches } = reference;
    if (section !== 'Resources' || kind === 'Condition' || kind === 'Fn::FindInMap' || !graph.has(name)) continue;
    const own = graph.get(owner);
    const before = own?.get(name);
    if (before && branches.length >= before.reference.branches.length) continue;
    own?.set(name, { from: owner, to: name, reference });
  }
  const found = new Map([...graph].map(([id, own]) => [id, [...own.values()]]));
  cache.set(template, found);
  return found;
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
