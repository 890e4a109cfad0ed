import type { Stats } from 'node:fs';
/** Why a file could not be read or written, in words. */
export const systemReason = (error: unknown): string => {
  const code = codeOf(error);
  const known = code === undefined ? undefined : reasons.get(code);
  return known ?? (error instanceof Error ? error.message : String(error));
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
  ['ENOTDIR', 'a part of its path is not a folder'],
  ['EEXIST', 'a part of its path is a file'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space left'],
  ['EDQUOT', 'the quota of this user is used up'],
  ['EFBIG', 'it is larger than a file may be here'],
  ['ELOOP', 'its symbolic links go round in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EMFILE', 'too many open files'],
  ['ENXIO', 'it is a device or a pipe without the other end'],
]);

/** What is at a path that is neither a file nor a folder. */
export const otherKind = (stats: Stats): string => {
  if (stats.isFIFO()) return 'it is a named pipe';
  if (stats.isSocket()) return 'it is a socket';
  return 'it is a device';
};
