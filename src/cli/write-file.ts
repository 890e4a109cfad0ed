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
  readFileSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
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

/**
 * Writes a text in the place of another one. The room that it needs more is taken first, so that a full disk is met before
 * anything is lost; where something fails later, the old text is put back, whose room is there. Where one of the two is
 * longer, line breaks stand behind the other one meanwhile: they say nothing to who finds the file after a run was killed.
 */
const overwrite = (target: string, content: string | Uint8Array): void => {
  const text = Buffer.from(content);
  const file = openSync(target, 'r+');
  try {
    const before = readFileSync(file);
    const length = Math.max(before.length, text.length);
    try {
      writeAt(file, lineBreaks(length - before.length), before.length);
      fsyncSync(file);
      writeAt(file, Buffer.concat([text, lineBreaks(length - text.length)]), 0);
      ftruncateSync(file, text.length);
      fsyncSync(file);
    } catch (error) {
      writeAt(file, before, 0);
      ftruncateSync(file, before.length);
      fsyncSync(file);
      throw error;
    }
  } finally {
    closeSync(file);
  }
};

const lineBreaks = (count: number): Buffer => Buffer.alloc(count, '\n');

const writeAt = (file: number, bytes: Uint8Array, offset: number): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, offset + at);
};
