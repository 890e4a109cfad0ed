import { append } from '../../model/lists.ts';
import type { Reader } from '../../model/reader.ts';
import { matchesStars } from '../../model/stars.ts';
import { joined } from '../../parse/local-path.ts';

/** How many folders `**` looks into. */
const mostFolders = 1000;

export const isPattern = (path: string): boolean => /[*?]/.test(path);

/** What stands before the first wildcard of a pattern. */
export const fixedPart = (pattern: string): string => pattern.split(/[*?]/, 1)[0]!;

/**
 * The files that a pattern finds, in the order of their names: `*` stands for any part of a name, `?` for one character,
 * `**` for any number of folders, links not followed. Names that begin with a dot are found only where the pattern has the dot.
 */
export const filesLike = (pattern: string, reader: Reader): string[] => {
  const parts = joined('', pattern).split('/');
  let folders = [''];
  for (const part of parts.slice(0, -1))
    folders = folders.flatMap((folder) =>
      part === '**' ? foldersBelow(folder, reader) : foldersLike(part, folder, reader),
    );
  const last = parts.at(-1)!;
  const found = folders.flatMap((folder) => pathsLike(last === '**' ? '*' : last, folder, reader));
  return [...new Set(found)].filter((path) => reader.kind(path) === 'file');
};

const foldersLike = (part: string, folder: string, reader: Reader): string[] =>
  pathsLike(part, folder, reader).filter((path) => reader.kind(path) === 'directory');

const foldersBelow = (folder: string, reader: Reader): string[] => {
  const found = [folder];
  for (const path of found) {
    if (found.length >= mostFolders) break;
    const below = foldersLike('*', path, reader).filter(
      (each) => !/(?:^|\/)node_modules$/.test(each) && !reader.isLink?.(each),
    );
    append(found, below.slice(0, mostFolders));
  }
  return found;
};

/** Paths in a folder whose names fit one part of a pattern. */
const pathsLike = (part: string, folder: string, reader: Reader): string[] => {
  const below = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  if (!isPattern(part)) return [below(part)];
  const names = reader.names?.(folder === '' ? '.' : folder) ?? [];
  return names.filter((name) => (part.startsWith('.') || !name.startsWith('.')) && fits(name, part)).map(below);
};

const fits = (name: string, part: string): boolean =>
  matchesStars(part.length, name.length, {
    isStar: (at) => part[at] === '*',
    fits: (at, step) => part[at] === '?' || part[at] === name[step],
  });
