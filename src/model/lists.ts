/** Adds items to the end of a list. (`push(...items)` fails where they are more than the stack holds.) */
export const append = <T>(list: T[], items: Iterable<T>): void => {
  for (const item of items) list.push(item);
};

/** The least of some numbers; infinity for none. */
export const leastOf = (numbers: readonly number[]): number =>
  numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);

/** The greatest of some numbers; minus infinity for none. */
export const greatestOf = (numbers: readonly number[]): number =>
  numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY);
