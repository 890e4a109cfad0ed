import { printable } from '../printable.ts';
import { sizeText } from '../size.ts';
import { columns } from './columns.ts';
import type { NamedFiles } from './explanation.ts';

/** The most files that are named. */
const longest = 20;

/** What a resource is made from: which files count, and what is left out by which rule. */
export const filesText = ({ property, path, made, listing }: NamedFiles): string => {
  if (listing === undefined) return `Its '${property}' is '${printable(path)}', ${uploaded[made]}\n`;
  const { entries, leftOut } = listing;
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  const count = entries.length === 1 ? '1 file' : `${entries.length} files`;
  return [
    `Its '${property}' is '${printable(path)}', uploaded as an archive of ${count}, ${sizeText(bytes)}\n`,
    rows(entries.map((entry) => [printable(entry.path), sizeText(entry.size)])),
    ...(leftOut.length === 0
      ? []
      : ['Left out are\n', rows(leftOut.map((each) => [printable(each.path), printable(each.by)]))]),
  ].join('');
};

const uploaded = {
  archive: 'which is an archive already',
  file: 'uploaded as it is',
  template: 'uploaded as it expands',
  image: 'built into an image',
} as const;

const rows = (all: readonly (readonly string[])[]): string => {
  const more = all.length > longest ? `  and ${all.length - longest} more\n` : '';
  return columns(all.slice(0, longest)) + more;
};
