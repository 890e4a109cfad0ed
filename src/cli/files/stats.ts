import { type Stats, statSync } from 'node:fs';

/** What is at a path, links followed; undefined where there is nothing, or nothing that can be looked at. */
export const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};
