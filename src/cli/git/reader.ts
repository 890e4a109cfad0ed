import { createRequire } from 'node:module';
import type { Reader } from '../../model/reader.ts';
import { joined, leadsOut } from '../../parse/local-path.ts';
import { codeBelow } from './code.ts';
import { linkMode, type Tree } from './tree.ts';

/**
 * The reader of the files of a tree that are below (or beside) a folder of it. The fingerprint of a folder counts the
 * files that git knows or would add: what is ignored, as `node_modules` mostly is, is in no commit to compare with.
 */
export const treeReader = (tree: Tree, folder: string): Reader => {
  const fingerprints = new Map<string, string | undefined>();
  const pathOf = (path: string): string | undefined => {
    const whole = joined(folder, path);
    return leadsOut(whole) ? undefined : whole;
  };
  return {
    kind: (path) => {
      const whole = pathOf(path);
      if (whole === undefined) return undefined;
      if (tree.files.has(whole)) return 'file';
      return tree.below(whole).length === 0 ? undefined : 'directory';
    },
    text: (path) => {
      const whole = pathOf(path);
      const file = whole === undefined ? undefined : tree.files.get(whole);
      return file && file.mode !== linkMode ? Buffer.from(file.bytes()).toString('utf8') : undefined;
    },
    fingerprint: (path) => {
      const whole = pathOf(path);
      if (whole === undefined) return undefined;
      if (!fingerprints.has(whole)) fingerprints.set(whole, fingerprintOf(tree, joined(folder, ''), whole));
      return fingerprints.get(whole);
    },
  };
};

/** SHA-256 over the paths, modes and content ids of a file or of all files in a folder that belong to its code. */
const fingerprintOf = (tree: Tree, top: string, path: string): string | undefined => {
  const isFile = tree.files.has(path);
  const paths = isFile ? [path] : codeBelow(tree, top, path);
  if (paths.length === 0) return undefined;
  const start = isFile ? path.lastIndexOf('/') + 1 : path === '' ? 0 : path.length + 1;
  const ids = tree.ids(paths);
  const { createHash } = createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto');
  const hash = createHash('sha256');
  paths.forEach((each, at) => {
    const name = each.slice(start);
    hash.update(`${tree.files.get(each)!.mode} ${ids[at]} ${Buffer.byteLength(name)} ${name}\n`);
  });
  return hash.digest('hex');
};
