import { IgnoreRules, ignoreFile } from '../../files/ignore.ts';
import type { Tree } from './tree.ts';

/**
 * The paths of the files below a folder of a tree that belong to its code: those that `.synthignore` leaves are left out,
 * as they are of files on the disk.
 * @param top the folder of the template, whose `.synthignore` holds for all code below it
 */
export const codeBelow = (tree: Tree, top: string, folder: string): string[] => {
  const start = folder.startsWith(below(top)) ? below(top) : below(folder);
  const code = below(folder);
  const known = new Map<string, IgnoreRules | undefined>();

  /** The rules in a folder, which ends with a slash; undefined where it is left out itself. */
  const rulesIn = (path: string): IgnoreRules | undefined => {
    if (!known.has(path)) known.set(path, readRules(path));
    return known.get(path);
  };
  const readRules = (path: string): IgnoreRules | undefined => {
    const outer = path === start ? IgnoreRules.none : rulesIn(parentOf(path));
    if (outer === undefined || (path.length > code.length && isLeftOut(outer, path))) return undefined;
    const file = tree.files.get(path + ignoreFile);
    return file ? outer.and(path.slice(start.length), Buffer.from(file.bytes()).toString('utf8')) : outer;
  };
  const isLeftOut = (rules: IgnoreRules, path: string): boolean => {
    const plain = path.endsWith('/') ? path.slice(0, -1) : path;
    return rules.leavesOut(path.slice(start.length), plain.slice(plain.lastIndexOf('/') + 1)) !== undefined;
  };

  return tree.below(folder).filter((path) => {
    const rules = rulesIn(parentOf(path));
    return rules !== undefined && !isLeftOut(rules, path);
  });
};

/** What the paths below a folder begin with. */
const below = (folder: string): string => (folder === '' ? '' : `${folder}/`);

/** The folder around a path, with a slash at the end; empty for the top. */
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
