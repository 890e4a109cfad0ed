import { type Stats, statSync } from 'node:fs';

/** What is at a path, links followed; undefined where nothing exists or access is denied. */
export const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};
