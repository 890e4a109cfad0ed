/** A number with its noun: `1 route`, `3 routes`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * A whole number with a comma between each three digits: `4,000,000`. `toLocaleString` loads the data of all languages for it,
 * which takes longer than expanding a template.
 */
export const inGroups = (count: number): string => String(count).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
