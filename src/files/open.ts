import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { otherKind, systemReason, Unusable } from './reason.ts';

/** What is at a path, links followed: a file or a folder. Pipes and devices are refused, for reading them may never end. */
export const look = (absolute: string): Stats => {
  const stats = statSync(absolute);
  if (!stats.isFile() && !stats.isDirectory()) throw new Unusable(absolute, otherKind(stats));
  return stats;
};

/** Runs a piece of work on an open file. It is a file when it is opened, and opening it never waits. */
export const withFile = <T>(absolute: string, work: (file: number, stats: Stats) => T): T => {
  if (look(absolute).isDirectory()) throw new Unusable(absolute, 'it is a folder');
  const file = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Unusable(absolute, otherKind(stats));
    return work(file, stats);
  } finally {
    closeSync(file);
  }
};

/** The largest text that is read, in bytes: a template takes 16 MB at most. */
const largestText = 64 * 1024 * 1024;

export const readTextFile = (absolute: string): string => readSmallFile(absolute).toString('utf8');

/** The bytes of a file that holds a text. */
export const readSmallFile = (absolute: string): Buffer =>
  withFile(absolute, (file, { size }) => {
    if (size > largestText) throw new Unusable(absolute, 'it is larger than 64 MB');
    return readFileSync(file);
  });

/** Gives the bytes of an open file piece by piece, so that a large file does not have to fit into memory. */
export const readPieces = (file: number, take: (piece: Uint8Array) => void): void => {
  for (;;) {
    const count = readSync(file, piece, 0, piece.length, null);
    if (count === 0) return;
    take(piece.subarray(0, count));
  }
};

const piece = Buffer.allocUnsafeSlow(1 << 18);

/** The fault behind whatever was thrown while a path was read. */
export const faultOf = (error: unknown, absolute: string): Unusable => {
  if (error instanceof Unusable) return error;
  const { path } = error as { path?: unknown };
  return new Unusable(typeof path === 'string' ? path : absolute, systemReason(error));
};
