import { createRequire } from 'node:module';
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
  for (const entry of entries) {
    if (entry.target === undefined)
      withFile(entry.absolute, (file, { size }) => {
        hash.update(recordHead(entry, size));
        readPieces(file, (piece) => hash.update(piece));
      });
    else hash.update(recordHead(entry, entry.size)).update(entry.target);
  }
  return hash.digest('hex');
};

/** What stands before the content of an entry in its record. */
export const recordHead = ({ kind, path }: Pick<Entry, 'kind' | 'path'>, size: number): string =>
  `${kind} ${Buffer.byteLength(path)} ${path} ${size}\n`;

/** The digest of a file that is uploaded as it is: the SHA-256 of its bytes. */
export const fileFingerprint = (absolute: string): string => {
  const hash = createHash('sha256');
  withFile(absolute, (file) => readPieces(file, (piece) => hash.update(piece)));
  return hash.digest('hex');
};

// Loaded when the first file is hashed: most templates that are only looked at need none of it.
const createHash: typeof import('node:crypto').createHash = (...args) =>
  (createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto')).createHash(...args);
