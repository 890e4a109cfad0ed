/** A number with its noun: `1 route`, `3 routes`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * A whole number with a comma between each three digits: `4,000,000`. `toLocaleString` loads the data of all languages for it,
 * which takes longer than expanding a template.
 */
export const inGroups = (count: number): string => {
  const digits = String(count);
  const first = digits.length % 3;
  const groups = digits.slice(first).match(/\d{3}/g) ?? [];
  return (first === 0 ? groups : [digits.slice(0, first), ...groups]).join();
};
