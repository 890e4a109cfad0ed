import { Zip, ZipDeflate, type ZipInputFile, ZipPassThrough } from 'fflate';
import type { Take } from '../model/build-files.ts';
import type { ArchiveEntry } from '../model/reader.ts';
import { type Deflated, deflate, level } from '../packaging/deflate.ts';

/** The most entries of an archive, and the most bytes before and after packing, without the extension for larger ones. */
export const maximumEntries = 0xffff;
export const maximumBytes = 0xffff_ffff;

/** Noon of the first day that an archive can name: the same in every time zone, whatever the clock says. */
const date = new Date(1980, 0, 1, 12);

/** What the system that the archive is from is called: Unix, which has modes and links. */
const unix = 3;
const modes = { file: 0o100644, executable: 0o100755, link: 0o120777 } as const;

/** Files above this size, in bytes, are packed piece by piece and not held in memory. */
const largest = 8_000_000;

/** How many bytes may wait to be packed, before the first of them has to be written. */
const maximumWaiting = 24_000_000;

/** Packs the bytes of a file, which are its own then. */
export type Deflate = (bytes: Uint8Array) => Promise<Deflated>;

/** An entry whose bytes are being packed. */
interface Waiting {
  readonly entry: ArchiveEntry;
  readonly packed: Promise<Deflated>;
}

/** Writes an archive whose bytes depend on nothing but the entries, their order and their contents. */
export class ArchiveWriter {
  readonly #zip: Zip;
  readonly #deflate: Deflate;
  readonly #waiting: Waiting[] = [];
  #waitingBytes = 0;

  /** @param deflate packs several files at once, in other threads say */
  constructor(take: Take, pack: Deflate = async (bytes) => deflate(bytes)) {
    this.#deflate = pack;
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      take(bytes);
    });
  }

  /** Adds an entry; `read` gives the bytes of a file. */
  async add(entry: ArchiveEntry, read: (take: Take) => void): Promise<void> {
    if (entry.target !== undefined)
      return this.#addNow(entry, new ZipPassThrough(entry.path), (push) => push(bytesOf(entry.target!)));
    // The compressor keeps what it is given, and the reader uses its piece again.
    if (entry.size > largest) {
      return this.#addNow(entry, new ZipDeflate(entry.path, { level }), (push) => read((bytes) => push(bytes.slice())));
    }
    const bytes = wholeOf(entry.size, read);
    this.#waitingBytes += bytes.length;
    const packed = this.#deflate(bytes);
    // Told when its turn comes, if it does.
    packed.catch(() => undefined);
    this.#waiting.push({ entry, packed });
    while (this.#waitingBytes > maximumWaiting) await this.#writeFirst();
  }

  async end(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeFirst();
    this.#zip.end();
  }

  async #addNow(entry: ArchiveEntry, file: ZipPassThrough | ZipDeflate, fill: (push: Take) => void): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeFirst();
    this.#zip.add(Object.assign(file, headOf(entry)));
    fill((bytes) => file.push(bytes));
    file.push(new Uint8Array(0), true);
  }

  async #writeFirst(): Promise<void> {
    const { entry, packed } = this.#waiting.shift()!;
    const { bytes, crc, size } = await packed;
    this.#waitingBytes -= size;
    const file = { filename: entry.path, compression: 8, size, crc, ...headOf(entry) } as ZipInputFile;
    this.#zip.add(file);
    file.ondata!(null, bytes, true);
  }
}

/** What the directory says of an entry. */
const headOf = ({ kind }: ArchiveEntry) => ({ mtime: date, os: unix, attrs: modes[kind] * 0x1_0000 });

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes of a file together. What it has grown by since it was listed is left out; its digest shows that. */
const wholeOf = (size: number, read: (take: Take) => void): Uint8Array => {
  const whole = new Uint8Array(size);
  let filled = 0;
  read((bytes) => {
    whole.set(bytes.subarray(0, size - filled), filled);
    filled = Math.min(size, filled + bytes.length);
  });
  return whole.subarray(0, filled);
};
