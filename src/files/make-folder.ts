import { mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The folders that are missing for a path to be one, the outermost first. */
export const missingFolders = (path: string): string[] => {
  const missing: string[] = [];
  for (let at = resolve(path); statsOf(at) === undefined && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  return missing;
};

/**
 * Makes a folder and those that it lies in. Node's `recursive` never ends where a file system takes no folders, as that
 * below `/proc`.
 */
export const makeFolder = (path: string): void => {
  if (statsOf(path)?.isFile()) mkdirSync(path);
  for (const folder of missingFolders(path)) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another process may have made it.
      if (!statsOf(folder)?.isDirectory()) throw error;
    }
  }
};

/** What is at a path; undefined where nothing is, or it cannot be looked at. */
const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
};
