import { readSync } from 'node:fs';
import { extname } from 'node:path';
import type { ArchiveContents } from '../model/build-files.ts';
import { Unusable } from '../model/unusable.ts';
import { look, type OpenFile, withFile } from './open.ts';

// The record that ends an archive, with a comment of up to 65,535 bytes, and those that stand before it in a large one.
const end = { signature: 0x06054b50, length: 22, longestComment: 0xffff } as const;
const largeEnd = { signature: 0x06064b50, length: 56 } as const;
const locator = { signature: 0x07064b50, length: 20 } as const;
/** What the directory of an archive says of one entry, before its name. */
const header = { signature: 0x02014b50, length: 46 } as const;
/** What stands before the bytes of an entry. */
const localSignature = 0x04034b50;

/** A longer directory, in bytes, is not read: one of 65,535 entries with long names has less. */
const longestDirectory = 64 * 1024 * 1024;

/** In the place of numbers that need more than 32 bits. */
const elsewhere = 0xffff_ffff;

/**
 * What a ZIP archive (a `.jar` is one too) says that it holds; undefined for any other file. Only its directory is read,
 * whatever the size of the file.
 * @throws Unusable for a file that has the name of an archive, but is not one
 */
export const zipContents = (absolute: string): ArchiveContents | undefined => {
  if (!look(absolute).isFile()) return undefined;
  const contents = withFile(absolute, (file) => {
    const directory = directoryIn(absolute, file);
    const listed = directory && listedIn(directory.bytes);
    if (listed === undefined || !directory!.hasCount(listed.count)) return undefined;
    const isThere = (place: number): boolean => isEntryAt(file, directory!.shift + place);
    return listed.places.every(isThere) ? listed.contents : undefined;
  });
  if (contents === undefined && /^\.(?:zip|jar)$/i.test(extname(absolute))) {
    throw new Unusable(absolute, 'it is not a complete ZIP archive');
  }
  return contents;
};

/** The directory of an archive. */
interface Directory {
  readonly bytes: Buffer;
  /** Whether it is said to have so many entries. */
  hasCount(count: number): boolean;
  /** What is added to the places that it names: a program that unpacks the archive may stand in front of it. */
  readonly shift: number;
}

/** The directory; undefined where the file does not end as an archive does. */
const directoryIn = (absolute: string, file: OpenFile): Directory | undefined => {
  const { size } = file.stats;
  const tail = bytesAt(file, size - Math.min(size, end.length + end.longestComment), size);
  for (let at = tail.length - end.length; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== end.signature) continue;
    if (at + end.length + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const record = size - tail.length + at;
    const place = largePlace(file, record) ?? {
      hasCount: hasCountIn(tail.readUInt16LE(at + 10)),
      length: tail.readUInt32LE(at + 12),
      start: tail.readUInt32LE(at + 16),
      before: record,
    };
    const shift = place.before - place.length - place.start;
    if (shift < 0) return undefined;
    if (place.length > longestDirectory)
      throw new Unusable(absolute, 'the directory of the archive is larger than 64 MB');
    return { bytes: bytesAt(file, place.before - place.length, place.before), hasCount: place.hasCount, shift };
  }
  return undefined;
};

/** Some programs that know no larger numbers let this one begin again. */
const hasCountIn =
  (said: number) =>
  (count: number): boolean =>
    count % 0x1_0000 === said;

/** Where a directory is said to be, and where it ends. */
interface DirectoryPlace extends Pick<Directory, 'hasCount'> {
  readonly length: number;
  readonly start: number;
  readonly before: number;
}

/** The place of the directory of an archive that has a record for large numbers. */
const largePlace = (file: OpenFile, record: number): DirectoryPlace | undefined => {
  const pointer = bytesAt(file, record - locator.length, record);
  if (pointer.length < locator.length || pointer.readUInt32LE(0) !== locator.signature) return undefined;
  const at = Number(pointer.readBigUInt64LE(8));
  if (at > record) return undefined;
  const large = bytesAt(file, at, at + largeEnd.length);
  if (large.length < largeEnd.length || large.readUInt32LE(0) !== largeEnd.signature) return undefined;
  const [count, length, start] = [32, 40, 48].map((place) => Number(large.readBigUInt64LE(place))) as [
    number,
    number,
    number,
  ];
  return { hasCount: (entries) => entries === count, length, start, before: at };
};

/** Whether the bytes of an entry begin at a place. */
const isEntryAt = (file: OpenFile, place: number): boolean => {
  const bytes = bytesAt(file, place, place + 4);
  return bytes.length === 4 && bytes.readUInt32LE(0) === localSignature;
};

/** What a directory lists: the contents, how many entries there are and their places. */
interface Listed {
  readonly contents: ArchiveContents;
  readonly count: number;
  readonly places: readonly number[];
}

/** What a directory lists; undefined where it is broken. */
const listedIn = (directory: Buffer): Listed | undefined => {
  let [entries, unpacked] = [0, 0];
  const outside: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < directory.length; ) {
    if (at + header.length > directory.length || directory.readUInt32LE(at) !== header.signature) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const fields = at + header.length + name;
    const next = fields + extra + comment;
    if (next > directory.length) return undefined;
    const path = directory.toString('utf8', at + header.length, fields);
    const [size, , place] = numbersOf(directory, at, directory.subarray(fields, fields + extra));
    unpacked += size;
    places.push(place);
    if (!path.endsWith('/')) entries++;
    if (leadsOut(path)) outside.push(path);
    at = next;
  }
  return { contents: { entries, unpacked, outside }, count: places.length, places };
};

/** The size of an entry, that of its packed bytes, and its place: those that need more than 32 bits stand in its further fields. */
const numbersOf = (directory: Buffer, at: number, fields: Buffer): [number, number, number] => {
  let large = largeField(fields);
  return [24, 20, 42].map((place) => {
    const number = directory.readUInt32LE(at + place);
    if (number !== elsewhere || large.length < 8) return number;
    const found = Number(large.readBigUInt64LE(0));
    large = large.subarray(8);
    return found;
  }) as [number, number, number];
};

/** The further field of an entry that holds its large numbers, one after the other; empty without one. */
const largeField = (fields: Buffer): Buffer => {
  for (let at = 0; at + 4 <= fields.length; at += 4 + fields.readUInt16LE(at + 2)) {
    if (fields.readUInt16LE(at) === 1) return fields.subarray(at + 4, at + 4 + fields.readUInt16LE(at + 2));
  }
  return fields.subarray(0, 0);
};

/** Whether a name leads out of the folder that an archive is unpacked into. */
const leadsOut = (name: string): boolean => /^(?:[\\/]|[A-Za-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(name);

/** The bytes between two places of a file, as far as it has them. */
const bytesAt = ({ descriptor }: OpenFile, from: number, to: number): Buffer => {
  const start = Math.max(0, from);
  const bytes = Buffer.alloc(Math.max(0, to - start));
  let filled = 0;
  for (let count = -1; count !== 0 && filled < bytes.length; filled += count) {
    count = readSync(descriptor, bytes, filled, bytes.length - filled, start + filled);
  }
  return bytes.subarray(0, filled);
};
