import type { ArchiveEntry } from './reader.ts';

/** Takes bytes, piece by piece; they are only good until it returns. */
export type Take = (bytes: Uint8Array) => void;

/** What a ready archive holds, as its own directory says. */
export interface ArchiveContents {
  /** How many files. */
  readonly entries: number;
  /** Their bytes before packing. */
  readonly unpacked: number;
  /** The names that lead out of the folder that it is unpacked into. */
  readonly outside: readonly string[];
}

/**
 * Where the bytes of what is packaged come from. What cannot be read is thrown as `Unusable`; what a callback throws comes
 * through. Paths are relative to the folder of the outermost template.
 */
export interface Source {
  /** What a file holds that is an archive already, which is packaged as it is; undefined for anything else. */
  archive(path: string): ArchiveContents | undefined;
  /**
   * Reads what an archive of a path holds, entry by entry in its order.
   * @param visit called for each and waited for; `read` gives its bytes
   * @param dockerfile of the folder of an image: its Dockerfile
   * @returns the digest of what was read, as `Reader.fingerprint` gives it
   */
  readEntries(
    path: string,
    visit: (entry: ArchiveEntry, read: (take: Take) => void) => Promise<void>,
    dockerfile?: string,
  ): Promise<string>;
  /** Reads a file; gives the digest of what was read. */
  readFile(path: string, take: Take): string;
}

/** A file as it was written. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** A folder that is made whole, or not at all. */
export interface Output {
  /** Takes a file over from what the folder holds now; false where it is not there as it was written. */
  reuse(name: string, known: WrittenFile): boolean;
  /** Writes a file; `fill` gives its bytes. */
  write(name: string, fill: (take: Take) => void | Promise<void>, isExecutable?: boolean): Promise<WrittenFile>;
  /** Makes a symbolic link. */
  link(name: string, target: string): void;
}
