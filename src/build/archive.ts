import { deflateSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Take } from '../model/build-files.ts';
import type { ArchiveEntry } from '../model/reader.ts';

/** The most entries of an archive, and the most bytes before and after packing, without the extension for larger ones. */
export const maximumEntries = 0xffff;
export const maximumBytes = 0xffff_ffff;

/** Noon of the first day that an archive can name: the same in every time zone, whatever the clock says. */
const date = new Date(1980, 0, 1, 12);

/** What the system that the archive is from is called: Unix, which has modes and links. */
const unix = 3;
const modes = { file: 0o100644, executable: 0o100755, link: 0o120777 } as const;

/** As most tools pack; a higher one takes much longer for little. */
const level = 6;

/** Files above this size, in bytes, are packed piece by piece, which needs little memory but 2 MB for each. */
const largest = 8_000_000;

/** A file that is packed at once. */
class WholeFile extends ZipPassThrough {
  constructor(path: string) {
    super(path);
    this.compression = 8;
  }

  protected override process(bytes: Uint8Array, final: boolean): void {
    this.ondata(null, deflateSync(bytes, { level }), final);
  }
}

/** The bytes of a file together. What it has grown by since it was listed is left out; its digest tells of that. */
const wholeOf = (size: number, read: (take: Take) => void): Uint8Array => {
  const whole = new Uint8Array(size);
  let filled = 0;
  read((bytes) => {
    whole.set(bytes.subarray(0, size - filled), filled);
    filled = Math.min(size, filled + bytes.length);
  });
  return whole.subarray(0, filled);
};

/** Writes an archive whose bytes depend on nothing but the entries, their order and their contents. */
export class ArchiveWriter {
  readonly #zip: Zip;

  constructor(take: Take) {
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      take(bytes);
    });
  }

  /** Adds an entry; `read` gives the bytes of a file. */
  add(entry: ArchiveEntry, read: (take: Take) => void): void {
    const { path, kind, size, target } = entry;
    const file =
      target !== undefined
        ? new ZipPassThrough(path)
        : size > largest
          ? new ZipDeflate(path, { level })
          : new WholeFile(path);
    file.mtime = date;
    file.os = unix;
    file.attrs = modes[kind] * 0x1_0000;
    this.#zip.add(file);
    if (target !== undefined) file.push(new TextEncoder().encode(target), true);
    else if (file instanceof WholeFile) file.push(wholeOf(size, read), true);
    else {
      // The compressor keeps what it is given, and the reader uses its piece again.
      read((bytes) => file.push(bytes.slice()));
      file.push(new Uint8Array(0), true);
    }
  }

  end(): void {
    this.#zip.end();
  }
}
