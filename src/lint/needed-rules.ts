import type { ResourceNode } from '../model/rule.ts';
import type { ActiveRule } from './config.ts';
import { addTo } from './facts/templates/grouping.ts';

/** The positions of the rules that resources of one type call for. */
interface OfType {
  /** Whatever the resource is like. */
  readonly any: number[];
  /** Where it has a property. */
  readonly byProperty: Map<string, number[]>;
}

interface Needs {
  /** 1 at the position of each rule that runs on every template, 0 at the others. */
  readonly always: Uint8Array;
  /** The same for the template that is looked at just now: to make it anew would take longer than to fill it. */
  readonly now: Uint8Array;
  readonly byType: ReadonlyMap<string, OfType>;
}

const known = new WeakMap<readonly ActiveRule[], Needs>();

/** The rules that can find anything in a template with these resources, in their order. */
export const neededRules = (
  rules: readonly ActiveRule[],
  ...resources: readonly (readonly ResourceNode[])[]
): readonly ActiveRule[] => {
  const { always, now: isNeeded, byType } = needsOf(rules);
  isNeeded.set(always);
  for (const nodes of resources) {
    for (const { type, properties } of nodes) {
      const ofType = byType.get(type);
      if (!ofType) continue;
      for (const at of ofType.any) isNeeded[at] = 1;
      if (ofType.byProperty.size === 0) continue;
      for (const name in properties) for (const at of ofType.byProperty.get(name) ?? []) isNeeded[at] = 1;
    }
  }
  const needed: ActiveRule[] = [];
  for (let at = 0; at < rules.length; at++) if (isNeeded[at] === 1) needed.push(rules[at]!);
  return needed;
};

const needsOf = (rules: readonly ActiveRule[]): Needs => {
  const made = known.get(rules);
  if (made) return made;
  const always = Uint8Array.from(rules, ({ needs }) => (needs.length === 0 ? 1 : 0));
  const byType = new Map<string, OfType>();
  for (const [at, { needs, reads }] of rules.entries()) {
    for (const type of needs) {
      const ofType: OfType = byType.get(type) ?? { any: [], byProperty: new Map() };
      byType.set(type, ofType);
      if (reads.length === 0) ofType.any.push(at);
      for (const name of reads) addTo(ofType.byProperty, name, at);
    }
  }
  const needs = { always, now: always.slice(), byType };
  known.set(rules, needs);
  return needs;
};
