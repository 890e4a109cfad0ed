import { type Dirent, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { systemReason } from '../usage.ts';
import { isIgnored, type Rules, rulesAbove, rulesIn, type Unreadable } from './gitignore.ts';

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

/** What a walk meets beside files. */
export interface WalkListener {
  /** A folder that cannot be read. */
  readonly unreadable: Unreadable;
  /** A `.gitignore` that cannot be read. */
  readonly unreadableRules: Unreadable;
}

/**
 * The files below a folder in the order of their names, without what `.gitignore` names and without folders of tools.
 * Links to folders are not followed.
 */
export const filesBelow = function* (folder: string, listener: WalkListener): Generator<string> {
  const top = resolve(folder);
  const open: { readonly path: string; readonly rules: readonly Rules[] }[] = [
    { path: top, rules: rulesAbove(top, listener.unreadableRules) },
  ];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const rules = [...at.rules, ...rulesIn(at.path, listener.unreadableRules)];
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
