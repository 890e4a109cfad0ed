import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Reader } from '../model/reader.ts';

/**
 * The reader of files below (or beside) a folder: the one of the template.
 *
 * The fingerprint of a file or folder is the SHA-256 of one record per file, in the order of the bytes of their paths:
 *
 *     <kind> <length of path> <path> <length of content>\n<content>
 *
 * - kind: `file`, `executable` (its owner may run it) or `link`.
 * - path: relative to the folder, parts separated by `/`, in UTF-8; the name of the file when it stands alone.
 * - content: the bytes of the file. A symbolic link inside the folder is not followed: its content is what it points
 *   to, relative to its own folder where that lies inside. So there are no loops, and nothing outside is looked at.
 *
 * Every file counts, those in `node_modules` and `.aws-sam` too. Empty folders, times and owners do not, nor does the
 * order in which the file system lists names. The path itself may be a link.
 */
export const fileReader = (folder: string): Reader => {
  const fingerprints = new Map<string, string | undefined>();
  return {
    kind: (path) => {
      const stats = quietly(() => statSync(resolve(folder, path)));
      if (stats?.isDirectory()) return 'directory';
      return stats?.isFile() ? 'file' : undefined;
    },
    text: (path) => quietly(() => readFileSync(resolve(folder, path), 'utf8')),
    fingerprint: (path) => {
      const absolute = resolve(folder, path);
      // Many functions often share one folder.
      if (!fingerprints.has(absolute))
        fingerprints.set(
          absolute,
          quietly(() => fingerprintOf(absolute)),
        );
      return fingerprints.get(absolute);
    },
  };
};

/** What cannot be read is not there; the caller tells where that matters. */
const quietly = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** A file, or a link, to be counted. */
interface Item {
  /** Relative to the root, separated by `/`. */
  readonly path: string;
  readonly absolute: string;
  readonly stats: Stats;
}

const fingerprintOf = (absolute: string): string | undefined => {
  const stats = statSync(absolute);
  if (!stats.isDirectory() && !stats.isFile()) return undefined;
  const items = stats.isFile() ? [{ path: basename(absolute), absolute, stats }] : itemsBelow(absolute);
  const hash = createHash('sha256');
  for (const item of items) addRecord(hash, item, absolute);
  return hash.digest('hex');
};

// Loaded when the first folder is hashed: most templates that are only looked at need none of it.
const createHash: typeof import('node:crypto').createHash = (...args) =>
  (createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto')).createHash(...args);

type Hash = ReturnType<typeof createHash>;

const itemsBelow = (root: string): Item[] => {
  const items: Item[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const name of readdirSync(join(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const absolute = join(root, path);
      const stats = lstatSync(absolute);
      if (stats.isDirectory()) folders.push(path);
      else if (stats.isFile() || stats.isSymbolicLink()) items.push({ path, absolute, stats });
    }
  }
  return items
    .map((item) => ({ item, bytes: Buffer.from(item.path) }))
    .sort((left, right) => Buffer.compare(left.bytes, right.bytes))
    .map(({ item }) => item);
};

const addRecord = (hash: Hash, { path, absolute, stats }: Item, root: string): void => {
  const head = (kind: string, length: number) => `${kind} ${Buffer.byteLength(path)} ${path} ${length}\n`;
  if (stats.isSymbolicLink()) {
    const target = Buffer.from(targetOf(absolute, root));
    hash.update(head('link', target.length)).update(target);
    return;
  }
  hash.update(head((stats.mode & 0o100) === 0 ? 'file' : 'executable', stats.size));
  addContent(hash, absolute);
};

/** Piece by piece, so that a large file does not have to fit into memory. */
const addContent = (hash: Hash, absolute: string): void => {
  const file = openSync(absolute, 'r');
  try {
    for (;;) {
      const count = readSync(file, piece, 0, piece.length, null);
      if (count === 0) return;
      hash.update(piece.subarray(0, count));
    }
  } finally {
    closeSync(file);
  }
};

const piece = Buffer.allocUnsafeSlow(1 << 18);

/** What a link points to: the same for every place in which the folder may stand, as far as that can be. */
const targetOf = (link: string, root: string): string => {
  const target = readlinkSync(link);
  const absolute = resolve(dirname(link), target);
  const inside = absolute === root || absolute.startsWith(root + sep);
  return (inside ? relative(dirname(link), absolute) : target).split(sep).join('/');
};
