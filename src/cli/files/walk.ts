import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { systemReason } from '../usage.ts';

/** Folders that hold no templates of a project's own. */
export const leftOut: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.aws-sam',
  'cdk.out',
  'synth.out',
  '.venv',
]);

/** More files than a person can mean, such as those of a whole disk. */
export const mostFiles = 200_000;

/** The rules of a `.gitignore`. */
interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** What a walk meets beside files. */
export interface WalkListener {
  /** A folder that cannot be read. */
  unreadable(path: string, reason: string): void;
}

/**
 * The files below a folder in the order of their names, without what `.gitignore` names and without folders of tools.
 * Links to folders are not followed.
 */
export const filesBelow = function* (folder: string, listener: WalkListener): Generator<string> {
  const top = resolve(folder);
  const open: { readonly path: string; readonly rules: readonly Rules[] }[] = [{ path: top, rules: rulesAbove(top) }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const rules = [...at.rules, ...rulesIn(at.path)];
    const folders: string[] = [];
    for (const entry of entriesIn(at.path, listener)) {
      const path = join(at.path, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder && leftOut.has(entry.name)) continue;
      if (isIgnored(path, isFolder, rules)) continue;
      if (isFolder) folders.push(path);
      else if (entry.isFile() || entry.isSymbolicLink()) yield join(folder, relative(top, path));
    }
    for (const path of folders.reverse()) open.push({ path, rules });
  }
};

const entriesIn = (folder: string, listener: WalkListener): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    listener.unreadable(relative('', folder) || '.', systemReason(error));
    return [];
  }
};

/** The rules of the folders above, up to the top of the repository; none outside of one. */
const rulesAbove = (folder: string): Rules[] => {
  const found: Rules[][] = [];
  for (let at = folder; !existsSync(join(at, '.git')); ) {
    const parent = dirname(at);
    if (parent === at) return [];
    found.unshift(rulesIn(parent));
    at = parent;
  }
  return found.flat();
};

const rulesIn = (folder: string): Rules[] => {
  try {
    return [{ folder, rules: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) }];
  } catch {
    return [];
  }
};

const isIgnored = (path: string, isFolder: boolean, all: readonly Rules[]): boolean => {
  for (const { folder, rules } of all.toReversed()) {
    const inside = relative(folder, path).split(sep).join('/');
    const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
};
