import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { Unusable } from '../model/unusable.ts';
import { note } from './noted.ts';
import { otherKind, systemReason } from './reason.ts';

/** What is at a path, links followed: a file or a folder. Pipes and devices are refused, for reading them may never end. */
export const look = (absolute: string): Stats => {
  note(absolute);
  const stats = statSync(absolute);
  if (!stats.isFile() && !stats.isDirectory()) throw new Unusable(absolute, otherKind(stats));
  return stats;
};

/** An open file. */
export interface OpenFile {
  readonly descriptor: number;
  readonly stats: Stats;
}

/** Runs a piece of work on an open file. It is a file when it is opened, and opening it never waits. */
export const withFile = <T>(absolute: string, work: (file: OpenFile) => T): T => {
  const file = reading(absolute, () => openFile(absolute));
  try {
    return work(file);
  } finally {
    closeSync(file.descriptor);
  }
};

const openFile = (absolute: string): OpenFile => {
  if (look(absolute).isDirectory()) throw new Unusable(absolute, 'it is a folder');
  const descriptor = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return { descriptor, stats };
  closeSync(descriptor);
  throw new Unusable(absolute, otherKind(stats));
};

/** The largest text that is read, in bytes: a template takes 16 MB at most. */
export const largestText = 64 * 1024 * 1024;

/** What is said of a larger one. */
export const tooLarge = 'it is larger than 64 MB';

export const readTextFile = (absolute: string): string => readSmallFile(absolute).toString('utf8');

/** The bytes of a file that holds a text. */
export const readSmallFile = (absolute: string): Buffer =>
  withFile(absolute, ({ descriptor, stats }) => {
    if (stats.size > largestText) throw new Unusable(absolute, tooLarge);
    return reading(absolute, () => readFileSync(descriptor));
  });

/** Gives the bytes of a file piece by piece, so that a large one does not have to fit into memory. */
export const readPieces = (absolute: string, { descriptor }: OpenFile, take: (piece: Uint8Array) => void): void => {
  for (;;) {
    const count = reading(absolute, () => readSync(descriptor, piece, 0, piece.length, null));
    if (count === 0) return;
    take(piece.subarray(0, count));
  }
};

const piece = Buffer.allocUnsafeSlow(1 << 18);

/** Reads; whatever fails becomes the fault of a file. */
export const reading = <T>(absolute: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw faultOf(error, absolute);
  }
};

export const faultOf = (error: unknown, absolute: string): Unusable => {
  if (error instanceof Unusable) return error;
  const { path } = error as { path?: unknown };
  return new Unusable(typeof path === 'string' ? path : absolute, systemReason(error));
};
