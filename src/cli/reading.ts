import { fstatSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileIdentity } from '../files/listing.ts';
import { type FileReader, type FileReaderOptions, fileReader } from '../files/reader.ts';
import { realPath } from '../files/real-path.ts';
import type { Reader } from '../model/reader.ts';
import type { NamedFile } from './overwriting.ts';

/**
 * The reader of the files beside a template. What the command writes (and what its output is redirected to) is not code,
 * wherever it lies: else every run would make the next one different.
 * @param outputs files and folders that are written
 */
export const readerFor = (
  { folder }: { readonly folder: string },
  outputs: readonly (string | undefined)[] = [],
  options: FileReaderOptions = {},
): FileReader => {
  const written = outputs.filter((path) => path !== undefined && path !== '-') as string[];
  const paths = new Set(written.map((path) => join(realPath(dirname(path)), basename(path))));
  const files = new Set([1, 2, ...written].map(identity));
  const isOutput = (absolute: string, file: FileIdentity): boolean => paths.has(absolute) || files.has(numbersOf(file));
  return fileReader(folder, { ...options, isOutput });
};

/** A reader that notes the files whose text it gives. */
export const noting = <T extends Reader>(
  reader: T,
  { folder }: { readonly folder: string },
  files: NamedFile[],
): T => ({
  ...reader,
  text: (path) => {
    files.push({ path: join(folder, path), role: 'the file' });
    return reader.text(path);
  },
});

/** What a path, or an open descriptor, shares with no other file; undefined where no such file exists. */
const identity = (file: number | string): string | undefined => {
  try {
    const stats = typeof file === 'number' ? fstatSync(file) : statSync(file);
    return typeof file === 'string' || stats.isFile() ? numbersOf(stats) : undefined;
  } catch {
    return undefined;
  }
};

const numbersOf = ({ dev, ino }: FileIdentity): string => `${dev}:${ino}`;
