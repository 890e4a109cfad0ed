import { existsSync, lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { realPath } from '../../files/real-path.ts';
import { systemReason, UsageError, writingReason } from '../usage.ts';
import { writeFile } from '../write-file.ts';

/** What may lie in a folder that counts as empty. */
const unimportant = new Set(['.git', '.DS_Store', 'Thumbs.db']);

/**
 * Refuses a place that a project cannot be written to.
 * @param force whether it may hold files already
 */
export const checkTarget = (folder: string, force: boolean): void => {
  const stats = statsOf(folder);
  if (stats === undefined) return;
  const names = namesIn(folder).filter((name) => !unimportant.has(name));
  if (names.length === 0 || force) return;
  throw new UsageError(
    `The folder '${folder}' is not empty: it holds ${named(names)}.`,
    "Name another folder, or write into this one with '--force'; files of the same name are overwritten then.",
  );
};

const named = ([first, second, ...more]: readonly string[]): string => {
  if (second === undefined) return `'${first}'`;
  return more.length === 0 ? `'${first}' and '${second}'` : `'${first}', '${second}' and ${more.length} more`;
};

/** What is at a place; undefined where nothing is, and something can be put. */
const statsOf = (path: string): Stats | undefined => {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unwritable(path, writingReason(error, path));
  }
};

const unwritable = (folder: string, reason: string): UsageError =>
  new UsageError(`The project cannot be written to '${folder}': ${reason}.`);

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw unwritable(folder, systemReason(error));
  }
};

/** What happened to a file of a project. */
export interface Written {
  readonly path: string;
  readonly how: 'created' | 'overwritten' | 'unchanged';
}

/**
 * Writes the files of a project; those that are there with the same content are left alone. Nothing is written where a
 * file stands in the way.
 * @param later what is written afterwards
 */
export const writeProject = (
  folder: string,
  files: ReadonlyMap<string, string>,
  later: readonly string[],
): Written[] => {
  const places = [...files].map(([path, text]) => ({ path, text, how: fateOf(join(folder, path), text) }));
  for (const path of [...files.keys(), ...later]) {
    refuseLinksOutside(folder, path);
    refuseFileForFolder(folder, path);
  }
  for (const { path, text, how } of places) if (how !== 'unchanged') writeFile(join(folder, path), text);
  return places.map(({ path, how }) => ({ path, how }));
};

const fateOf = (path: string, text: string): Written['how'] => {
  if (!existsSync(path)) return 'created';
  try {
    if (!statSync(path).isFile()) throw new UsageError(`'${path}' cannot be overwritten: it is not a regular file.`);
    return readFileSync(path, 'utf8') === text ? 'unchanged' : 'overwritten';
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`'${path}' cannot be overwritten: ${systemReason(error)}.`);
  }
};

/** Refuses a file that lies where the project has a folder, before anything is written. */
const refuseFileForFolder = (folder: string, path: string): void => {
  const parts = path.split('/').slice(0, -1);
  const around = parts.map((_, at) => join(folder, ...parts.slice(0, at + 1)));
  const file = around.find((each) => existsSync(each) && !statSync(each).isDirectory());
  if (file === undefined) return;
  throw new UsageError(
    `'${file}' is a file, but the project has a folder of this name.`,
    'Move or remove the file first.',
  );
};

/** A link in the folder may lead to a file that has nothing to do with the project. */
const refuseLinksOutside = (folder: string, path: string): void => {
  const target = join(folder, path);
  const real = join(realPath(dirname(target)), basename(target));
  const places = [real, realPath(target)];
  const root = realPath(folder);
  const outside = places.find((place) => relative(root, place).startsWith('..'));
  if (outside === undefined) return;
  throw new UsageError(`'${target}' leads out of the folder '${folder}', to '${outside}'.`, 'Remove the link first.');
};
