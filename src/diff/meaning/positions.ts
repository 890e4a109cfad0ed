import type { Json } from '../../model/tree.ts';

const positions = new WeakMap<readonly Json[], readonly number[]>();

/** Remembers where the items of a list in its plainest form stand in the list that it was made of. */
export const keepPositions = (list: readonly Json[], from: readonly number[]): void => {
  if (from.some((position, at) => position !== at)) positions.set(list, from);
};

/** Where an item of a list in its plainest form stands in the template. */
export const positionOf = (list: readonly Json[], at: number): number => positions.get(list)?.[at] ?? at;
