import type { Edit } from './apply.ts';

type Stretch = Edit['at'];

/**
 * Which sets of edits wait for others: what they rest on is changed by another one, which may make them needless.
 * @param rests for each set the stretches of the text that it rests on
 */
export const waiting = (
  sets: readonly (readonly Edit[])[],
  rests: readonly (readonly Stretch[])[],
): ReadonlySet<number> => {
  const all = sets.flat().map(({ at }) => at);
  const starts = sorted(all.map(({ start }) => start));
  const ends = sorted(all.map(({ end }) => end));
  const found = new Set<number>();
  sets.forEach((edits, index) => {
    const isChanged = (stretch: Stretch): boolean => {
      const own = edits.filter(({ at }) => at.start < stretch.end && at.end > stretch.start).length;
      return below(starts, stretch.end) - below(ends, stretch.start + 1) > own;
    };
    if (rests[index]?.some(isChanged)) found.add(index);
  });
  return found;
};

const sorted = (numbers: number[]): readonly number[] => numbers.sort((left, right) => left - right);

/** How many of some sorted numbers are less than a limit. */
const below = (numbers: readonly number[], limit: number): number => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};
