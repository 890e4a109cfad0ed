import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { faultOf, readTextFile } from '../../files/open.ts';
import { slashed } from '../../files/slashed.ts';

/** The rules of a `.gitignore`. */
export interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Is given each `.gitignore` that cannot be read, and why. */
export type Unreadable = (path: string, reason: string) => void;

const name = '.gitignore';

/** The rules of a folder; none where it has no `.gitignore` that can be read. */
export const rulesIn = (folder: string, unreadable: Unreadable): Rules[] => {
  const file = join(folder, name);
  try {
    return [{ folder, rules: ignore().add(readTextFile(file)) }];
  } catch (error) {
    if (existsSync(file)) unreadable(relative('', file), faultOf(error, file).reason);
    return [];
  }
};

/** The rules of the folders above, up to the top of the repository; none outside of one. */
export const rulesAbove = (folder: string, unreadable: Unreadable): Rules[] => {
  const above: string[] = [];
  for (let at = folder; !existsSync(join(at, '.git')); ) {
    const parent = dirname(at);
    if (parent === at) return [];
    above.unshift(parent);
    at = parent;
  }
  return above.flatMap((each) => rulesIn(each, unreadable));
};

/** Whether rules leave a path out; the nearest ones count first. */
export const isIgnored = (path: string, isFolder: boolean, all: readonly Rules[]): boolean => {
  for (const { folder, rules } of all.toReversed()) {
    const inside = slashed(relative(folder, path));
    const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
};

/** Whether a path below a folder, or a folder that it lies in, is left out. Both are absolute. */
export const isIgnoredBelow = (folder: string, path: string): boolean => {
  const silently = (): void => undefined;
  let rules = rulesAbove(folder, silently);
  const parts = relative(folder, path).split(sep);
  let at = folder;
  return parts.some((part, index) => {
    rules = [...rules, ...rulesIn(at, silently)];
    at = join(at, part);
    return isIgnored(at, index < parts.length - 1, rules);
  });
};
