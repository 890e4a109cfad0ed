import { createRequire } from 'node:module';
import type { Take } from '../model/build-files.ts';
import type { Entry } from './listing.ts';
import { readPieces, withFile } from './open.ts';

/**
 * The digest of an archive's contents: the SHA-256 of one record per entry, in the order of the bytes of their paths:
 *
 *     <kind> <length of path> <path> <length of content>\n<content>
 *
 * - kind: `file`, `executable` (its owner may run it) or `link`.
 * - path: relative to the folder, parts separated by `/`, in UTF-8; the name of the file when it stands alone.
 * - content: the bytes of the file; of a link, what it points to, relative to its own folder.
 */
export const archiveFingerprint = (entries: readonly Entry[]): string => {
  const hash = createHash('sha256');
  for (const entry of entries) addEntry(hash, entry, () => undefined);
  return hash.digest('hex');
};

/** Reads entries in their order, each as `visit` asks for it; gives the digest of what was read. */
export const readEntries = async (
  entries: readonly Entry[],
  visit: (entry: Entry, read: (take: Take) => void) => Promise<void>,
): Promise<string> => {
  const hash = createHash('sha256');
  for (const entry of entries) {
    let isRead = false;
    await visit(entry, (take) => {
      isRead = true;
      addEntry(hash, entry, take);
    });
    if (!isRead) addEntry(hash, entry, () => undefined);
  }
  return hash.digest('hex');
};

const addEntry = (hash: Hash, entry: Entry, take: Take): void => {
  if (entry.target === undefined) addFile(hash, entry, take);
  else hash.update(recordHead(entry, entry.size)).update(entry.target);
};

const addFile = (hash: Hash, entry: Entry, take: Take): void =>
  withFile(entry.absolute, (file) => {
    hash.update(recordHead(entry, file.stats.size));
    readPieces(entry.absolute, file, (piece) => {
      hash.update(piece);
      take(piece);
    });
  });

/** What stands before the content of an entry in its record. */
const recordHead = ({ kind, path }: Pick<Entry, 'kind' | 'path'>, size: number): string =>
  `${kind} ${Buffer.byteLength(path)} ${path} ${size}\n`;

/** The digest of a file that is uploaded as it is: the SHA-256 of its bytes. */
export const fileFingerprint = (absolute: string): string => readWhole(absolute, () => undefined);

/** Reads a file; gives its digest. */
export const readWhole = (absolute: string, take: Take): string => {
  const hash = createHash('sha256');
  withFile(absolute, (file) =>
    readPieces(absolute, file, (piece) => {
      hash.update(piece);
      take(piece);
    }),
  );
  return hash.digest('hex');
};

type Hash = ReturnType<typeof import('node:crypto').createHash>;

// Loaded when the first file is hashed: most templates that are only looked at need none of it.
export const createHash: typeof import('node:crypto').createHash = (...args) =>
  (createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto')).createHash(...args);
