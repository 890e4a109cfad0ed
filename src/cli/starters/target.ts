import { existsSync, lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { realPath } from '../../files/real-path.ts';
import { whenStopped } from '../../files/stopped.ts';
import { refuseLeadingOut } from '../leading-out.ts';
import { isUsageError, systemReason, UsageError, writingReason } from '../usage.ts';
import { writeFile } from '../write-file.ts';
import { Before } from './before.ts';

/** What may lie in a folder that counts as empty. */
const unimportant = new Set(['.git', '.DS_Store', 'Thumbs.db']);

/**
 * Refuses a place that a project cannot be written to.
 * @param force whether it may hold files already
 */
export const checkTarget = (folder: string, force: boolean): void => {
  if (statsOf(folder) === undefined) return;
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new UsageError(`'${folder}' is a file, so no project can be written into it.`, 'Name a folder.');
  }
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

/** A file of a project that is made of the others. */
export interface LaterFile {
  readonly path: string;
  /** Writes it, once the others are there. */
  write(): Written['how'];
}

/**
 * Writes the files of a project, all of them or none; those that are there with the same content are left alone. Nothing is
 * written where a file stands in the way.
 */
export const writeProject = (folder: string, files: ReadonlyMap<string, string>, later: LaterFile): Written[] => {
  const paths = [...files.keys(), later.path];
  for (const path of paths) {
    refuseOtherThanFile(join(folder, path));
    refuseFileForFolder(folder, path);
    refuseLink(folder, path);
  }
  const places = [...files].map(([path, text]) => ({ path, text, how: fateOf(join(folder, path), text) }));
  const before = new Before(paths.map((path) => join(folder, path)));
  // While the process listens, a signal to stop waits until the project is there as a whole.
  const listenNoMore = whenStopped(() => {});
  try {
    for (const { path, text, how } of places) if (how !== 'unchanged') writeFile(join(folder, path), text);
    return [...places.map(({ path, how }) => ({ path, how })), { path: later.path, how: later.write() }];
  } catch (error) {
    const left = before.restore();
    if (!isUsageError(error)) throw error;
    throw new UsageError(
      error.message,
      left.length === 0
        ? 'The folder is as it was before.'
        : `These files could not be put back as they were: ${left.map((path) => `'${path}'`).join(', ')}.`,
    );
  } finally {
    listenNoMore();
  }
};

const fateOf = (path: string, text: string): Written['how'] => {
  if (!existsSync(path)) return 'created';
  try {
    return readFileSync(path, 'utf8') === text ? 'unchanged' : 'overwritten';
  } catch (error) {
    throw new UsageError(`'${path}' cannot be overwritten: ${systemReason(error)}.`);
  }
};

/** Refuses a folder, a pipe or a device in the place of a file. */
const refuseOtherThanFile = (path: string): void => {
  if (existsSync(path) && !statSync(path).isFile())
    throw new UsageError(`'${path}' cannot be overwritten: it is not a regular file.`, 'Move or remove it first.');
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

/** Refuses a link in the place of a file, and folders that lead out: what they lead to has nothing to do with the project. */
const refuseLink = (folder: string, path: string): void => {
  const target = join(folder, path);
  refuseLeadingOut(folder, target);
  if (statsOf(target)?.isSymbolicLink())
    throw new UsageError(
      `'${target}' is a link to '${join(folder, relative(realPath(folder), realPath(target)))}'.`,
      'Remove the link first.',
    );
};
