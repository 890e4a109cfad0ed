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

/** A longer directory, in bytes, is not read: one of 65,535 entries with long names has less. */
const longestDirectory = 64 * 1024 * 1024;

/** In the place of numbers that need more than 32 bits. */
const elsewhere = 0xffff_ffff;

/**
 * What a ZIP archive (a `.jar` is one too) says that it holds; undefined for any other file. Only its directory is read,
 * whatever the size of the file.
 * @throws Unusable for a file that is called like an archive and is none
 */
export const zipContents = (absolute: string): ArchiveContents | undefined => {
  if (!look(absolute).isFile()) return undefined;
  const contents = withFile(absolute, (file) => {
    const directory = directoryIn(absolute, file);
    return directory && contentsOf(directory);
  });
  if (contents === undefined && /^\.(?:zip|jar)$/i.test(extname(absolute))) {
    throw new Unusable(absolute, 'it is not a complete ZIP archive');
  }
  return contents;
};

/** The bytes of the directory; undefined where the file does not end as an archive does. */
const directoryIn = (absolute: string, file: OpenFile): Buffer | undefined => {
  const { size } = file.stats;
  const tail = bytesAt(file, size - Math.min(size, end.length + end.longestComment), size);
  for (let at = tail.length - end.length; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== end.signature) continue;
    if (at + end.length + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const record = size - tail.length + at;
    const place = largePlace(file, record) ?? { length: tail.readUInt32LE(at + 12), before: record };
    if (place.length > place.before) return undefined;
    if (place.length > longestDirectory)
      throw new Unusable(absolute, 'the directory of the archive is larger than 64 MB');
    // Counted from its end: a program that unpacks the archive may stand in front of it.
    return bytesAt(file, place.before - place.length, place.before);
  }
  return undefined;
};

/** Where the directory of an archive ends that has a record for large numbers, and how long it is. */
const largePlace = (file: OpenFile, record: number): { length: number; before: number } | undefined => {
  const pointer = bytesAt(file, record - locator.length, record);
  if (pointer.length < locator.length || pointer.readUInt32LE(0) !== locator.signature) return undefined;
  const at = Number(pointer.readBigUInt64LE(8));
  if (at > record) return undefined;
  const large = bytesAt(file, at, at + largeEnd.length);
  if (large.length < largeEnd.length || large.readUInt32LE(0) !== largeEnd.signature) return undefined;
  return { length: Number(large.readBigUInt64LE(40)), before: at };
};

/** What a directory lists; undefined where it is broken. */
const contentsOf = (directory: Buffer): ArchiveContents | undefined => {
  let [entries, unpacked] = [0, 0];
  const outside: string[] = [];
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
    const size = directory.readUInt32LE(at + 24);
    unpacked += size === elsewhere ? largeSize(directory.subarray(fields, fields + extra)) : size;
    if (!path.endsWith('/')) entries++;
    if (leadsOut(path)) outside.push(path);
    at = next;
  }
  return { entries, unpacked, outside };
};

/** The size of an entry that needs more than 32 bits, among the further fields of its header. */
const largeSize = (fields: Buffer): number => {
  for (let at = 0; at + 4 <= fields.length; at += 4 + fields.readUInt16LE(at + 2)) {
    if (fields.readUInt16LE(at) === 1 && at + 12 <= fields.length) return Number(fields.readBigUInt64LE(at + 4));
  }
  return elsewhere;
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
