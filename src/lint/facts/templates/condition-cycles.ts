import type { Cause } from '../../../model/origin.ts';
import type { JsonMap } from '../../../model/tree.ts';
import { addTo } from './grouping.ts';
import { type Reference, referencesOf } from './references.ts';

/** Conditions that refer to each other: their names in the order of the references, and where the round closes. */
export interface ConditionCycle {
  readonly names: readonly string[];
  readonly at: Cause | undefined;
}

/** The rounds that a walk through the conditions comes back in; a condition is walked through once. */
export const conditionCycles = (template: JsonMap): readonly ConditionCycle[] => {
  const edges = new Map<string, Reference[]>();
  for (const reference of referencesOf(template)) {
    if (reference.section === 'Conditions' && reference.kind === 'Condition') addTo(edges, reference.owner, reference);
  }
  const cycles: ConditionCycle[] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    // The way from the start to the condition that is looked at, with the references that are left to follow.
    const way: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
    const onWay = new Set([start]);
    while (way.length > 0) {
      const last = way.at(-1)!;
      const edge = done.has(last.name) ? undefined : edges.get(last.name)?.[last.next++];
      if (!edge) {
        done.add(last.name);
        onWay.delete(last.name);
        way.pop();
      } else if (onWay.has(edge.name)) {
        const from = way.findIndex(({ name }) => name === edge.name);
        cycles.push({ names: [...way.slice(from).map(({ name }) => name), edge.name], at: edge.at });
      } else if (!done.has(edge.name)) {
        onWay.add(edge.name);
        way.push({ name: edge.name, next: 0 });
      }
    }
  }
  return cycles;
};
