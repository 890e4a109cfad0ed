import { fstatSync, statSync, writeSync } from 'node:fs';
import { largestText, tooLarge } from '../files/open.ts';
import { systemReason, UsageError } from './usage.ts';

/**
 * Writes data to stdout. A reader that went away (`synth … | head`) ends the command quietly.
 * @throws UsageError where stdout takes no more: it is on a full disk
 */
export const writeOut = async (text: string): Promise<void> => {
  try {
    await write(1, text);
  } catch (error) {
    throw new UsageError(`stdout cannot be written: ${systemReason(error)}.`);
  }
};

/** Writes to stderr; a failure there is ignored, because there is nowhere left to report it. */
export const writeError = (text: string): Promise<void> => write(2, text).catch(() => undefined);

/**
 * Straight to the descriptor: setting up Node's streams costs some milliseconds of a short-lived process. Where the
 * descriptor does not wait for a slow reader, the stream takes what is left.
 */
const write = async (descriptor: 1 | 2, text: string): Promise<void> => {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'EAGAIN') return stream(descriptor, bytes.subarray(written));
      return closed(code, error);
    }
  }
};

const stream = (descriptor: 1 | 2, bytes: Uint8Array): Promise<void> => {
  const target = descriptor === 1 ? process.stdout : process.stderr;
  return new Promise((resolve, reject) => {
    // Asked for here, or Node ends the process with a stack trace of its own.
    target.once('error', () => undefined);
    target.write(bytes, (error) => {
      if (!error) return resolve();
      try {
        resolve(closed((error as { code?: string }).code, error));
      } catch (thrown) {
        reject(thrown);
      }
    });
  });
};

/** A reader that went away is not an error. */
const closed = (code: string | undefined, error: unknown): void => {
  if (code !== 'EPIPE' && code !== 'EOF') throw error;
};

/** Reads all of stdin. What is larger than a file that is read is refused as soon as that shows. */
export const readIn = async (): Promise<Uint8Array> => {
  if (process.stdin.isTTY) throw new UsageError("'-' reads the template from stdin, and nothing is piped into it.");
  // Node reads a folder as if it were an empty file.
  if (fstatSync(0).isDirectory()) throw new UsageError('stdin cannot be read: it is a folder.');
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Uint8Array);
      length += (chunk as Uint8Array).length;
      if (length > largestText) break;
    }
  } catch (error) {
    throw new UsageError(`stdin cannot be read: ${systemReason(error)}.`);
  }
  if (length > largestText) throw new UsageError(`stdin cannot be read: ${tooLarge}.`);
  return Buffer.concat(chunks);
};

/** Whether to colour what goes to stderr (or stdout): on a terminal, unless NO_COLOR (https://no-color.org) is set. */
export const coloured = (descriptor: 1 | 2 = 2): boolean => {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return TERM !== 'dumb' && isTerminal(descriptor);
};

/**
 * Whether a person looks at stdout (or stderr) as it comes. `isTTY` would set up Node's streams; other devices than terminals
 * are no place for output, but for the one that takes all.
 */
export const isTerminal = (descriptor: 1 | 2): boolean => {
  if (process.platform === 'win32') return (descriptor === 1 ? process.stdout : process.stderr).isTTY === true;
  try {
    const stats = fstatSync(descriptor);
    return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null').rdev;
  } catch {
    return false;
  }
};
