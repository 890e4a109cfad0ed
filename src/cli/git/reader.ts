import { createRequire } from 'node:module';
import { neverPackaged } from '../../files/ignore.ts';
import type { Reader } from '../../model/reader.ts';
import { joined, leadsOut } from '../../parse/local-path.ts';
import type { Tree } from './tree.ts';

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
      return below(tree, whole).next().done ? undefined : 'directory';
    },
    text: (path) => {
      const whole = pathOf(path);
      const file = whole === undefined ? undefined : tree.files.get(whole);
      return file && file.mode !== '120000' ? Buffer.from(file.bytes()).toString('utf8') : undefined;
    },
    fingerprint: (path) => {
      const whole = pathOf(path);
      if (whole === undefined) return undefined;
      if (!fingerprints.has(whole)) fingerprints.set(whole, fingerprintOf(tree, whole));
      return fingerprints.get(whole);
    },
  };
};

/** The paths of the files in a folder of a tree; all of them for the top. */
function* below(tree: Tree, folder: string): Generator<string> {
  const start = folder === '' ? '' : `${folder}/`;
  for (const path of tree.files.keys()) if (path.startsWith(start)) yield path;
}

const isCode = (path: string): boolean => !path.split('/').some((part) => never.has(part));

const never: ReadonlySet<string> = new Set(neverPackaged);

/** SHA-256 over the paths, modes and content ids of a file or of all files in a folder. */
const fingerprintOf = (tree: Tree, path: string): string | undefined => {
  const single = tree.files.get(path);
  const paths = single ? [path] : [...below(tree, path)].filter((each) => isCode(each.slice(path.length))).sort();
  if (paths.length === 0) return undefined;
  const { createHash } = createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto');
  const hash = createHash('sha256');
  for (const each of paths) {
    const { mode, id } = tree.files.get(each)!;
    const name = each.slice(single ? path.lastIndexOf('/') + 1 : path === '' ? 0 : path.length + 1);
    hash.update(`${mode} ${id()} ${Buffer.byteLength(name)} ${name}\n`);
  }
  return hash.digest('hex');
};
