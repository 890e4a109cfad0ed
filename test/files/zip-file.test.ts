import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipContents } from '../../src/files/zip-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'synth-zip-'));
const contentsOf = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes);
  return zipContents(join(folder, name));
};
const archive = (files: Zippable): Uint8Array => zipSync(files);
const small = archive({ 'index.js': new Uint8Array(3), 'lib/a.js': new Uint8Array(4), 'empty/': new Uint8Array(0) });
/** The archive with another number at a place, counted from its end where that is less than nothing. */
const changed = (place: number, number: number, length = 4): Buffer => {
  const bytes = Buffer.from(small);
  bytes.writeUIntLE(number, place < 0 ? bytes.length + place : place, length);
  return bytes;
};
const told = { entries: 2, unpacked: 7, outside: [] };

/** What stands before the bytes of an entry. */
const local = Buffer.from('PK\x03\x04', 'latin1');
/** A directory entry of the file at the beginning of an archive. */
const entry = (name: string, size: number, extra = Buffer.alloc(0)): Buffer => {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(Buffer.byteLength(name), 28);
  head.writeUInt16LE(extra.length, 30);
  return Buffer.concat([head, Buffer.from(name), extra]);
};
/** An archive of one file, whatever its directory says, with the record for large numbers. */
const large = (count: number, directory: Buffer): Buffer => {
  const record = Buffer.alloc(56 + 20 + 22);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(local.length), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(local.length + directory.length), 64);
  record.writeUInt32LE(0x06054b50, 76);
  record.fill(0xff, 84, 96);
  return Buffer.concat([local, directory, record]);
};

describe('what an archive holds', () => {
  it('is what its directory says', () => {
    expect(contentsOf('a.zip', small)).toEqual(told);
    expect(contentsOf('a.jar', small)).toEqual(told);
    expect(contentsOf('a', small)).toEqual(told);
    expect(contentsOf('none.zip', archive({}))).toEqual({ entries: 0, unpacked: 0, outside: [] });
  });

  it('is read where a program stands before it and a comment after it, whatever that says', () => {
    const comment = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(60_000, 'x')]);
    const commented = Buffer.concat([small, comment]);
    commented.writeUInt16LE(comment.length, small.length - 2);
    expect(contentsOf('b.zip', commented)).toEqual(told);
    expect(contentsOf('b.jar', Buffer.concat([Buffer.from('#!/bin/sh\nexec java\n'), small]))).toEqual(told);
  });

  it('counts in more than 32 bits', () => {
    const size = Buffer.alloc(12);
    size.writeUInt16LE(1, 0);
    size.writeUInt16LE(8, 2);
    size.writeBigUInt64LE(5_000_000_000n, 4);
    const directory = Buffer.concat([entry('large', 0xffff_ffff, size), entry('small', 1)]);
    expect(contentsOf('large.zip', large(2, directory))).toEqual({ entries: 2, unpacked: 5_000_000_001, outside: [] });
  });

  it('counts more than 65,535 files', () => {
    const directory = Buffer.concat(Array.from({ length: 70_000 }, (_, at) => entry(`f${at}`, 1)));
    expect(contentsOf('many.zip', large(70_000, directory))).toEqual({
      entries: 70_000,
      unpacked: 70_000,
      outside: [],
    });
  });

  it('names what leads out of the folder', () => {
    const names = ['/etc/a', '../a', 'a/../../b', 'C:/a', '..\\a', 'a/..', 'fine/..a', 'a..b/c'];
    const files = Object.fromEntries(names.map((name) => [name, new Uint8Array(0)]));
    expect(contentsOf('out.zip', archive(files))?.outside).toEqual(names.slice(0, 6));
  });

  it('is found without reading the rest of a large file', () => {
    const path = join(folder, 'sparse.zip');
    const directory = entry('a', 1);
    const end = large(1, directory).subarray(local.length + directory.length);
    const before = 3_000_000_000;
    writeFileSync(path, local);
    truncateSync(path, before);
    end.writeBigUInt64LE(BigInt(before), 48);
    end.writeBigUInt64LE(BigInt(before + directory.length), 64);
    writeFileSync(path, Buffer.concat([directory, end]), { flag: 'a' });
    expect(zipContents(path)).toEqual({ entries: 1, unpacked: 1, outside: [] });
  });
});

describe('what is no archive', () => {
  const broken: [string, Uint8Array | string][] = [
    ['a text', 'hello'],
    ['nothing', ''],
    ['a part of one', small.subarray(0, small.length - 30)],
    ['one with a longer comment than there is', Buffer.concat([small.subarray(0, -2), Buffer.from([9, 0])])],
    ['one with a broken directory', Buffer.concat([Buffer.alloc(64), small.subarray(-22)])],
    ['one whose directory begins elsewhere', changed(-6, 5)],
    ['one whose directory begins behind its end', changed(-6, 0xffff_ffff)],
    ['one with fewer entries than it says', changed(-12, 0xffff, 2)],
    ['one whose file is not where it says', changed(small.length - 22 - 46 - 6 + 42, 1)],
    ['compressed data', deflateRawSync('x'.repeat(1000))],
  ];

  it.each(broken)('is %s', (_, bytes) => {
    expect(contentsOf('plain', bytes)).toBeUndefined();
    for (const name of ['named.zip', 'named.JAR']) {
      expect(() => contentsOf(name, bytes)).toThrow('it is not a complete ZIP archive');
    }
  });

  it('is a folder', () => expect(zipContents(folder)).toBeUndefined());
});
