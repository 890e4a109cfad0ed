import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Source } from '../model/build-files.ts';
import type { Fault, Listing, Reader } from '../model/reader.ts';
import type { Unusable } from '../model/unusable.ts';
import { archiveFingerprint, fileFingerprint, readEntries, readWhole } from './fingerprint.ts';
import { type Entry, type ListingOptions, list } from './listing.ts';
import { look, reading, readTextFile } from './open.ts';
import { realPath } from './real-path.ts';
import { isMissing } from './reason.ts';
import { slashed } from './slashed.ts';
import { isWithin } from './within.ts';
import { zipContents } from './zip-file.ts';

/** A reader of real files, which also gives their bytes. */
export interface FileReader extends Required<Reader>, Source {
  /** What a file or folder gives an archive; undefined for an archive, and where `fault` says why. */
  list(path: string, dockerfile?: string): Listing<Entry> | undefined;
}

/** What decides beside the files on what is packaged. */
export type FileReaderOptions = Omit<ListingOptions, 'top' | 'dockerfile'>;

/** The reader of files below (or beside) a folder: the one of the template. It looks at each path once. */
export const fileReader = (folder: string, options: FileReaderOptions = {}): FileReader => {
  const faults = new Map<string, Fault>();
  const known = new Map<string, unknown>();
  /** Reads once, and keeps why nothing could be read. */
  const once = <T>(path: string, kind: string, read: (absolute: string) => T): T | undefined => {
    const absolute = resolve(folder, path);
    const key = `${kind} ${absolute}`;
    if (!known.has(key)) known.set(key, attempt(path, absolute, read));
    return known.get(key) as T | undefined;
  };
  const attempt = <T>(path: string, absolute: string, read: (absolute: string) => T): T | undefined => {
    try {
      look(absolute);
    } catch (error) {
      if (isMissing(error)) return undefined;
    }
    try {
      return reading(absolute, () => read(absolute));
    } catch (error) {
      const { path: at, reason } = error as Unusable;
      faults.set(path, { path: at === absolute ? path : shownPath(folder, at), reason });
      return undefined;
    }
  };
  const listed = (absolute: string, dockerfile?: string): Listing<Entry> =>
    list(absolute, { ...options, top: folder, dockerfile });
  return {
    kind: (path) =>
      attempt(path, resolve(folder, path), (absolute) => (look(absolute).isFile() ? 'file' : 'directory')),
    text: (path) => attempt(path, resolve(folder, path), readTextFile),
    list: (path, dockerfile) =>
      once(path, `list ${dockerfile}`, (absolute) => (isArchive(absolute) ? undefined : listed(absolute, dockerfile))),
    fingerprint: (path, as, dockerfile) =>
      once(path, `${as} ${dockerfile}`, (absolute) =>
        as === 'file' || isArchive(absolute)
          ? fileFingerprint(absolute)
          : archiveFingerprint(listed(absolute, dockerfile).entries),
      ),
    names: (path) => attempt(path, resolve(folder, path), (absolute) => readdirSync(absolute).sort()),
    archive: (path) => once(path, 'archive', zipContents),
    readEntries: async (path, visit, dockerfile) => {
      const absolute = resolve(folder, path);
      return readEntries(reading(absolute, () => listed(absolute, dockerfile)).entries, visit);
    },
    readFile: (path, take) => readWhole(resolve(folder, path), take),
    fault: (path) => faults.get(path),
    isLink: (path) => lstatSync(resolve(folder, path), { throwIfNoEntry: false })?.isSymbolicLink() ?? false,
    isOutside: (path) => !isWithin(realPath(folder), realPath(resolve(folder, path))),
  };
};

/** Whether there is an archive already. */
const isArchive = (absolute: string): boolean => zipContents(absolute) !== undefined;

/** An absolute path as the template could have written it, where it is below its folder. */
const shownPath = (folder: string, absolute: string): string => {
  const way = relative(realPath(folder), join(realPath(dirname(absolute)), basename(absolute)));
  return way === '' || way.startsWith('..') || isAbsolute(way) ? absolute : slashed(way);
};
