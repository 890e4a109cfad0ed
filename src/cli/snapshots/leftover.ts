import { readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { readText } from '../../parse/text.ts';
import { originIn } from '../../snapshots/text.ts';
import { isThere, statsOf } from '../files/stats.ts';
import { refuseLeadingOut } from '../leading-out.ts';
import { readFile } from '../read-file.ts';
import { systemReason, UsageError } from '../usage.ts';
import { usualFolder } from './places.ts';

/** A snapshot that belongs to nothing any more. */
export interface Leftover {
  readonly file: string;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
}

/**
 * The snapshots in some folders whose template is gone, or whose stage is.
 * @param current the snapshots that the templates of this run have
 * @param complete the templates of which these are the snapshots of all stages
 */
export const leftoversIn = (
  folders: Iterable<string>,
  current: ReadonlySet<string>,
  complete: ReadonlySet<string>,
): Leftover[] => {
  const files = [...new Set([...folders].flatMap(filesIn))].filter((file) => !current.has(file)).sort();
  return files.flatMap((file) => {
    const origin = originIn(readText(readFile(file)).text);
    if (origin === undefined) return [];
    const template = join(dirname(file), origin.template);
    if (!isThere(template)) return [{ file, reason: `its template '${template}' is gone` }];
    const isStale = origin.stage !== undefined && complete.has(template);
    return isStale ? [{ file, reason: `there is no stage '${origin.stage}' any more` }] : [];
  });
};

/** The folders of snapshots beside the templates that folders and patterns name, and those that a folder for all has. */
export const snapshotFolders = async (paths: readonly string[], dir: string | undefined): Promise<string[]> => {
  const { filesOf } = await import('../files/find.ts');
  const below = paths.flatMap((path) => filesOf(path).map(dirname)).filter((each) => basename(each) === usualFolder);
  return [...new Set([...below, ...(dir === undefined ? [] : filesOf(dir).map(dirname))].map(normalize))];
};

/** The files of a folder that may be snapshots. */
const filesIn = (folder: string): string[] => {
  if (!statsOf(folder)?.isDirectory()) return [];
  return namesIn(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
    .filter((file) => isThere(file) && statsOf(file)?.isFile());
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new UsageError(`The folder '${folder}' cannot be read: ${systemReason(error)}.`);
  }
};

/**
 * Removes a snapshot.
 * @param root the folder that its folder belongs to
 */
export const removeSnapshot = (file: string, root: string): void => {
  refuseLeadingOut(root, dirname(file));
  try {
    unlinkSync(file);
  } catch (error) {
    throw new UsageError(`'${file}' cannot be removed: ${systemReason(error)}.`);
  }
};
