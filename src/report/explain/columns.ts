import { greatestOf } from '../../model/lists.ts';

/** Rows as lines of text, each column as wide as what is in it. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, at) => greatestOf(rows.map((row) => row[at]!.length)));
  return rows
    .map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at]!)).join('  ')}`.trimEnd())
    .map((row) => `${row}\n`)
    .join('');
};
