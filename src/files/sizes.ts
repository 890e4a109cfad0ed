import { resolve } from 'node:path';
import type { Sizes } from '../model/rule.ts';
import { look } from './open.ts';
import type { FileReader } from './reader.ts';

/** Measures what a reader of a folder sees; what is left out of archives does not count. */
export const fileSizes = (folder: string, reader: FileReader): Sizes => {
  const listed = (path: string): number | undefined => {
    const listing = reader.list(path);
    return listing?.entries.reduce((sum, { size }) => sum + size, 0);
  };
  return {
    packed: (path) => listed(path) ?? sizeOf(resolve(folder, path)),
    unpacked: (path) => listed(path) ?? reader.archive(path)?.unpacked,
  };
};

const sizeOf = (absolute: string): number | undefined => {
  try {
    return look(absolute).size;
  } catch {
    return undefined;
  }
};
