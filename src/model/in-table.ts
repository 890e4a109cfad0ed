/**
 * The entry of a table that is written in the code, by a name from anywhere. What every object inherits (`constructor`,
 * `toString`) is not an entry of it.
 */
export const inTable = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
