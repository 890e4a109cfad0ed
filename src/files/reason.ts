import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Why a file could not be read or written, in words. */
export const systemReason = (error: unknown): string => {
  const code = codeOf(error);
  const known = code === undefined ? undefined : reasons.get(code);
  return known ?? (error instanceof Error ? error.message : String(error));
};

/** Why nothing can be written to a path, in words: names what lies where a folder would have to be. */
export const writingReason = (error: unknown, path: string): string => {
  // The folders above are made first.
  if (codeOf(error) === 'ENOENT') return 'no folder can be made there';
  const wrong = ['ENOTDIR', 'EEXIST'].includes(codeOf(error) ?? '') ? fileAbove(path) : undefined;
  return wrong === undefined ? systemReason(error) : `'${wrong}' is not a folder`;
};

/** The file that a path would have to lie in. */
const fileAbove = (path: string): string | undefined => {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    try {
      return statSync(at).isDirectory() ? undefined : at;
    } catch {
      // Nothing is there, or what is above it is the file.
    }
  }
  return undefined;
};

/** Whether a path could not be read because it does not exist. */
export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');

const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : undefined;
};

const reasons = new Map([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['EISDIR', 'it is a folder'],
  ['EBADF', 'it is not open for that'],
  ['ENOTDIR', 'a part of its path is not a folder'],
  ['EEXIST', 'a part of its path is a file'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space left'],
  ['EDQUOT', 'the quota of this user is used up'],
  ['EFBIG', 'it is larger than a file may be here'],
  ['ELOOP', 'its symbolic links go round in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EMFILE', 'too many open files'],
  ['ERR_INVALID_ARG_VALUE', 'its path has a null character'],
  ['ENXIO', 'it is a device or a pipe without the other end'],
]);

/** What is at a path that is neither a file nor a folder. The types of Node are not named: the published types need none. */
export const otherKind = (stats: { isFIFO(): boolean; isSocket(): boolean }): string => {
  if (stats.isFIFO()) return 'it is a named pipe';
  if (stats.isSocket()) return 'it is a socket';
  return 'it is a device';
};
