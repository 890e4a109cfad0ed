import { inGroups } from './counted.ts';
import { message } from './problem.ts';
import { isList, isMap, type Json } from './tree.ts';

/**
 * How many values a template may have by aliases, or by objects that stand in several places, where each value is written
 * out again: as text, or as an entry of a source map.
 */
const mostRepeated = 200_000;

/** What is said where a template has more of them. */
export const TooManyRepeated = message(
  'alias-expansion',
  'error',
  (count: number) =>
    `Aliases make ${inGroups(count)} values of this template; at most ${inGroups(mostRepeated)} are written out.`,
);

/** How many values aliases make in a tree, where they are more than can be written out; otherwise undefined. */
export const tooManyRepeated = (root: Json): number | undefined => {
  const sizes = new Map<object, number>();
  let repeated = 0;
  const sizeOf = (value: Json): number => {
    if (!isList(value) && !isMap(value)) return 1;
    const known = sizes.get(value);
    if (known !== undefined) {
      repeated += known;
      return known;
    }
    let size = 1;
    for (const item of Object.values(value)) size += sizeOf(item);
    sizes.set(value, size);
    return size;
  };
  sizeOf(root);
  return repeated > mostRepeated ? repeated : undefined;
};
