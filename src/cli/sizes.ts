import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Sizes } from '../model/rule.ts';

/** Measures what lies below a folder. */
export const fileSizes = (folder: string): Sizes => {
  const known = new Map<string, number | undefined>();
  const remembered = (key: string, measure: () => number): number | undefined => {
    if (!known.has(key)) known.set(key, quietly(measure));
    return known.get(key);
  };
  return {
    unpacked: (path) => remembered(`unpacked ${path}`, () => unpackedSize(resolve(folder, path))),
    packed: (path) => remembered(`packed ${path}`, () => treeSize(resolve(folder, path))),
  };
};

const quietly = (measure: () => number): number | undefined => {
  try {
    return measure();
  } catch {
    return undefined;
  }
};

const unpackedSize = (path: string): number => (/\.(zip|jar)$/i.test(path) ? archiveSize(path) : treeSize(path));

/** The sum that the archive's own directory gives; nothing is unpacked. */
const archiveSize = (path: string): number => {
  let sum = 0;
  unzipSync(readFileSync(path), {
    filter: ({ originalSize }) => {
      sum += originalSize;
      return false;
    },
  });
  return sum;
};

/** A file's size, or that of all files in a folder; symbolic links count as themselves, so there are no loops. */
const treeSize = (root: string): number => {
  if (!statSync(root).isDirectory()) return statSync(root).size;
  let sum = 0;
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const stats = lstatSync(path);
      if (stats.isDirectory()) folders.push(path);
      else sum += stats.size;
    }
  }
  return sum;
};
