import { resolve } from 'node:path';
import { realPath } from './real-path.ts';

let noted: Set<string> | undefined;

/** From now on, the files and folders that are looked at: absolute paths, as they are named and with their links followed. */
export const noteFiles = (): ReadonlySet<string> => {
  noted ??= new Set();
  return noted;
};

/** Notes that the result of a run depends on a file or a folder. */
export const note = (path: string): void => {
  noted?.add(resolve(path)).add(realPath(path));
};
