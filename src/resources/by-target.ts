import type { Contribution } from '../model/plugin.ts';

/** What all contributions ask of each resource. */
export const byTarget = <T>(contributions: readonly Contribution<T>[]): ReadonlyMap<string, Contribution<T>[]> => {
  const groups = new Map<string, Contribution<T>[]>();
  for (const contribution of contributions) {
    const group = groups.get(contribution.target);
    if (group) group.push(contribution);
    else groups.set(contribution.target, [contribution]);
  }
  return groups;
};
