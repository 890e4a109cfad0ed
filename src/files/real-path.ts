import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** How many links that lead nowhere are followed: as many as Linux follows. */
const mostLinks = 40;

/** The path with its links followed, as far as there is something; a link that leads nowhere is where it leads to. */
export const realPath = (path: string, links = 0): string => {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const target = links < mostLinks ? targetOf(absolute) : undefined;
    if (target !== undefined) return realPath(target, links + 1);
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPath(parent, links), basename(absolute));
  }
};

const targetOf = (absolute: string): string | undefined => {
  try {
    if (!lstatSync(absolute).isSymbolicLink()) return undefined;
    return resolve(dirname(absolute), readlinkSync(absolute));
  } catch {
    return undefined;
  }
};
