import { type Stats, statSync } from 'node:fs';
import { realPath } from '../files/real-path.ts';
import { findConfig } from './configuration/find.ts';
import type { Input } from './inputs.ts';
import { findSamConfig } from './settings/find-sam-config.ts';
import type { SettingsFlags } from './settings/settings.ts';
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

/** A template that is read: a file, or stdin with the path of the file that it is for. */
type Template = Pick<Input, 'path' | 'name' | 'folder'>;

/** What every command that takes templates reads. */
export const filesRead = (
  templates: readonly Template[],
  { parameters, config }: { readonly parameters?: string | undefined } & SettingsFlags,
): NamedFile[] => {
  const folders = [...new Set(templates.map(({ folder }) => folder))];
  const configs = new Set([config || undefined, ...folders.map((folder) => findConfig(folder)?.file)]);
  const samConfigs = new Set([...folders, '.'].map((folder) => findSamConfig([folder])));
  return [
    ...templates.map(({ path, name }) => ({ path: path === '-' ? name : path, role: 'the template' })),
    ...named([parameters], 'the parameter file'),
    ...named(configs, 'the configuration'),
    ...named(samConfigs, 'the configuration of the SAM CLI'),
  ];
};

const named = (paths: Iterable<string | undefined>, role: string): NamedFile[] =>
  [...paths].flatMap((path) => (path === undefined ? [] : [{ path, role }]));

/** The one file that `--out` names, where it names one. */
export const outputOf = (out: string | undefined): NamedFile[] => named([out], "'--out'");
