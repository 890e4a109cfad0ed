import type { ActiveRule } from './config.ts';
import { addTo } from './facts/templates/grouping.ts';

/** The positions of the rules that each type of resource calls for. */
type Positions = ReadonlyMap<string, readonly number[]>;

const known = new WeakMap<readonly ActiveRule[], Positions>();

/** The rules that can find anything in a template with resources of these types, in their order. */
export const neededRules = (rules: readonly ActiveRule[], types: Iterable<string>): ActiveRule[] => {
  const positions = known.get(rules) ?? positionsOf(rules);
  known.set(rules, positions);
  const isNeeded = new Uint8Array(rules.length);
  for (const type of types) for (const at of positions.get(type) ?? []) isNeeded[at] = 1;
  return rules.filter(({ needs }, at) => isNeeded[at] === 1 || needs.length === 0);
};

const positionsOf = (rules: readonly ActiveRule[]): Positions => {
  const positions = new Map<string, number[]>();
  for (const [at, { needs }] of rules.entries()) for (const type of needs) addTo(positions, type, at);
  return positions;
};
