/** How many things there are of each key; those without one are left out. */
export const countBy = <T>(things: Iterable<T>, keyOf: (thing: T) => string | undefined): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};
