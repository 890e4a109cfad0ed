import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { realPath } from '../files/real-path.ts';
import { writingReason } from '../files/reason.ts';
import { clearScratchFiles, scratchFileName } from '../files/scratch.ts';
import { UsageError } from './usage.ts';

/**
 * Writes a file whole or not at all, making the folders that it needs: a new file beside it is filled and takes its
 * place, with the mode and the owner of the old one. A link stays a link; what it leads to is written. A file of several
 * names (hard links) is written in its place, so that it stays one file; pipes and devices are written to directly.
 */
export const writeFile = (path: string, content: string | Uint8Array): void => {
  try {
    const present = statSync(path, { throwIfNoEntry: false });
    if (present && !present.isFile()) return writeFileSync(path, content);
    if (present) accessSync(path, constants.W_OK);
    const target = realPath(path);
    if (present && present.nlink > 1) return overwrite(target, content);
    makeFolder(dirname(target));
    replace(target, content, present);
  } catch (error) {
    throw new UsageError(`'${path}' cannot be written: ${writingReason(error, path)}.`);
  }
};

const quietly = <T>(ask: () => T): T | undefined => {
  try {
    return ask();
  } catch {
    return undefined;
  }
};

const replace = (target: string, content: string | Uint8Array, present: Stats | undefined): void => {
  const folder = dirname(target);
  clearScratchFiles(folder);
  const beside = join(folder, scratchFileName());
  let file: number;
  try {
    file = openSync(beside, 'wx');
  } catch (error) {
    // A folder that takes no new files may still hold one that can be written.
    if (present && isRefusal(error)) return overwrite(target, content);
    throw error;
  }
  try {
    const sameOwner = keepOwner(file, present);
    if (sameOwner) {
      writeFileSync(file, content);
      fsyncSync(file);
      renameSync(beside, target);
    } else {
      unlinkSync(beside);
      overwrite(target, content);
    }
  } catch (error) {
    quietly(() => unlinkSync(beside));
    throw error;
  } finally {
    closeSync(file);
  }
};

/** Gives a new file the owner and the mode of the old one; false where that is not permitted. */
const keepOwner = (file: number, present: Stats | undefined): boolean => {
  if (!present) return true;
  const { uid, gid } = fstatSync(file);
  try {
    if (uid !== present.uid || gid !== present.gid) fchownSync(file, present.uid, present.gid);
    fchmodSync(file, present.mode & 0o7777);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
};

const isRefusal = (error: unknown): boolean =>
  /^(EACCES|EPERM|EROFS)$/.test(String((error as { code?: unknown }).code));

const overwrite = (target: string, content: string | Uint8Array): void => {
  const file = openSync(target, 'r+');
  try {
    writeFileSync(file, content);
    ftruncateSync(file, Buffer.byteLength(content));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
