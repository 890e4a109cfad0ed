import type { ArchiveContents } from './build-files.ts';
import { message } from './problem.ts';

/** How local files and folders are seen. Paths are relative to the folder of the template. */
export interface Reader {
  /** What is at a path, links followed; undefined where there is neither a file nor a folder. */
  kind(path: string): 'file' | 'directory' | undefined;
  /** The text of a file, or undefined when it cannot be read. */
  text(path: string): string | undefined;
  /**
   * A digest, in hex, of what will be uploaded for a path; undefined where that cannot be read.
   * @param as an archive of the folder (or of the one file), or the file as it is
   * @param dockerfile of the folder of an image: its Dockerfile, which counts in any case
   */
  fingerprint(path: string, as: PackagedAs, dockerfile?: string): string | undefined;
  /** Why `text` or `fingerprint` gave nothing; undefined where the path does not exist. */
  fault?(path: string): Fault | undefined;
  /** The names in a folder, sorted; undefined where it cannot be read. A reader that knows no folders may leave it out. */
  names?(folder: string): readonly string[] | undefined;
  /** What an archive of a file or folder holds, for those who want to show it. */
  list?(path: string, dockerfile?: string): Listing | undefined;
  /** What a file holds that is an archive already; undefined for anything else. A reader that does not look into files may leave it out. */
  archive?(path: string): ArchiveContents | undefined;
  /** Whether a path is a symbolic link. A reader that knows none may leave it out. */
  isLink?(path: string): boolean;
  /** Whether a path leads out of the folder of the template, links followed. A reader that follows none may leave it out. */
  isOutside?(path: string): boolean;
}

/** A file, or a link that stays one, that will be in an archive. */
export interface ArchiveEntry {
  /** In the archive: parts are separated by `/`. */
  readonly path: string;
  readonly kind: 'file' | 'executable' | 'link';
  /** In bytes; of a link, what it points to. */
  readonly size: number;
  /** What a link points to, relative to its own folder. */
  readonly target?: string;
}

/** A file or folder that is left out. */
export interface LeftOut {
  /** In the archive, had it been taken; with a slash at the end where it is a folder. */
  readonly path: string;
  /** Why: `.synthignore:3`, 'by default', 'an output of synth'. */
  readonly by: string;
}

/** What a folder, or a single file, gives an archive. */
export interface Listing<E extends ArchiveEntry = ArchiveEntry> {
  /** In the order of the bytes of their paths. */
  readonly entries: readonly E[];
  readonly leftOut: readonly LeftOut[];
}

/** How a file or folder is packaged. */
export type PackagedAs = 'archive' | 'file';

/** What keeps a file or folder from being read. */
export interface Fault {
  /** The file at fault: the one that was asked for, or one below it. */
  readonly path: string;
  /** As the end of a sentence: 'permission denied', 'it is a named pipe'. */
  readonly reason: string;
}

/** A file or folder that is there and cannot be read, or holds one that cannot. */
export const CannotRead = message('path-not-readable', 'error', (path: string, fault: Fault) =>
  fault.path === path
    ? `'${path}' cannot be read: ${fault.reason}.`
    : `'${path}' cannot be read: at '${fault.path}', ${fault.reason}.`,
);
