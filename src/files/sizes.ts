import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Sizes } from '../model/rule.ts';
import { look, withFile } from './open.ts';
import type { FileReader } from './reader.ts';

/** Measures what a reader of a folder sees; what is left out of archives does not count. */
export const fileSizes = (folder: string, reader: FileReader): Sizes => {
  const listed = (path: string): number | undefined => {
    const listing = reader.list(path);
    return listing?.entries.reduce((sum, { size }) => sum + size, 0);
  };
  const archives = new Map<string, number | undefined>();
  return {
    packed: (path) => listed(path) ?? sizeOf(resolve(folder, path)),
    unpacked: (path) => {
      const sum = listed(path);
      if (sum !== undefined) return sum;
      if (!archives.has(path)) archives.set(path, archiveSize(resolve(folder, path)));
      return archives.get(path);
    },
  };
};

const sizeOf = (absolute: string): number | undefined => {
  try {
    return look(absolute).size;
  } catch {
    return undefined;
  }
};

/** The sum that the archive's own directory gives; nothing is unpacked. Undefined for what is no archive. */
const archiveSize = (absolute: string): number | undefined => {
  let sum = 0;
  try {
    unzipSync(
      withFile(absolute, ({ descriptor }) => readFileSync(descriptor)),
      {
        filter: ({ originalSize }) => {
          sum += originalSize;
          return false;
        },
      },
    );
  } catch {
    return undefined;
  }
  return sum;
};
