import { type Stats, statSync } from 'node:fs';
import { realPath } from '../files/real-path.ts';
import { UsageError } from './usage.ts';

/** A file that a command reads or writes, and what it is to the command: `the template`, `'--out'`. */
export interface NamedFile {
  readonly path: string;
  readonly role: string;
}

/** Refuses to write what is read, and to write one file twice, by whatever names and links. */
export const refuseOverwriting = (written: readonly NamedFile[], read: readonly NamedFile[]): void => {
  const taken = new Map<string, NamedFile>();
  for (const file of read) for (const identity of identities(file.path)) taken.set(identity, file);
  for (const file of written) {
    const own = identities(file.path);
    for (const identity of own) {
      const other = taken.get(identity);
      if (other === undefined) continue;
      if (read.includes(other)) {
        throw new UsageError(`${file.role} would overwrite ${other.role} '${other.path}'.`, 'Name another file.');
      }
      throw new UsageError(`${other.role} and ${file.role} would both be written to '${file.path}'.`);
    }
    for (const identity of own) taken.set(identity, file);
  }
};

/** What names of one file have in common: the place, and (for hard links, and where letters' case does not count) the file. */
const identities = (path: string): string[] => {
  if (path === '-') return [];
  const stats = statsOf(path);
  if (stats === undefined) return [realPath(path)];
  return stats.isFile() ? [realPath(path), `${stats.dev}:${stats.ino}`] : [];
};

const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

/** What every command that takes templates reads. */
export const filesRead = (
  templates: readonly { readonly path: string }[],
  { parameters }: { readonly parameters?: string | undefined },
): NamedFile[] => [
  ...templates.map(({ path }) => ({ path, role: 'the template' })),
  ...(parameters === undefined ? [] : [{ path: parameters, role: 'the parameter file' }]),
];

/** The one file that `--out` names, where it names one. */
export const outputOf = (out: string | undefined): NamedFile[] =>
  out === undefined ? [] : [{ path: out, role: "'--out'" }];
