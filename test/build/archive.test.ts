import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ArchiveWriter } from '../../src/build/archive.ts';
import type { ArchiveEntry } from '../../src/model/reader.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

interface File extends Omit<ArchiveEntry, 'size'> {
  readonly pieces?: readonly string[];
  /** As it was listed. */
  readonly size?: number;
}

const archiveOf = async (files: readonly File[]) => {
  const written: Uint8Array[] = [];
  const archive = new ArchiveWriter((bytes) => written.push(bytes.slice()));
  // As a reader gives its pieces: in one buffer that it fills again.
  const buffer = new Uint8Array(1 << 16);
  for (const { pieces = [], size = Buffer.byteLength(pieces.join('')), ...entry } of files) {
    await archive.add({ ...entry, size }, (take) => {
      for (const piece of pieces) take(buffer.subarray(0, new TextEncoder().encodeInto(piece, buffer).written));
    });
  }
  await archive.end();
  return Buffer.concat(written);
};

/** The entries of an archive's directory: name, system, attributes, time. */
const directoryOf = (archive: Buffer) => {
  const entries = [];
  for (let at = archive.indexOf('PK\x01\x02'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 1)) {
    const length = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + length);
    const mode = (archive.readUInt32LE(at + 38) >>> 16).toString(8);
    entries.push({ name, system: archive[at + 5], mode, time: archive.readUInt32LE(at + 12) });
  }
  return entries;
};

describe('an archive', () => {
  it('holds what it was given', async () => {
    const archive = await archiveOf([
      { path: 'a.txt', kind: 'file', pieces: ['x'.repeat(50_000), 'y'.repeat(60_000), 'z'] },
      { path: 'empty', kind: 'file' },
      { path: 'grüße/日本.js', kind: 'executable', pieces: ['1'] },
    ]);
    const files = unzipSync(archive);
    expect(Object.keys(files)).toEqual(['a.txt', 'empty', 'grüße/日本.js']);
    expect(files['a.txt']).toEqual(bytesOf(`${'x'.repeat(50_000)}${'y'.repeat(60_000)}z`));
    expect(files['grüße/日本.js']).toEqual(bytesOf('1'));
  });

  it('has the modes of Unix, reduced to who may execute, links, and one date', async () => {
    const entries = directoryOf(
      await archiveOf([
        { path: 'a', kind: 'file', pieces: ['x'] },
        { path: 'b', kind: 'executable', pieces: ['x'] },
        { path: 'c', kind: 'link', target: '../a' },
      ]),
    );
    const time = (1 << 21) | (1 << 16) | (12 << 11);
    expect(entries).toEqual([
      { name: 'a', system: 3, mode: '100644', time },
      { name: 'b', system: 3, mode: '100755', time },
      { name: 'c', system: 3, mode: '120777', time },
    ]);
    expect(unzipSync(await archiveOf([{ path: 'c', kind: 'link', target: '../a' }]))['c']).toEqual(bytesOf('../a'));
  });

  it('has the same bytes whatever pieces its files come in', async () => {
    const pieces = Array.from({ length: 300 }, (_, at) => `${'abc'.repeat(at)}${at}`);
    const one = await archiveOf([{ path: 'a', kind: 'file', pieces }]);
    const text = pieces.join('');
    const other = await archiveOf([
      { path: 'a', kind: 'file', pieces: [text.slice(0, 60_000), text.slice(60_000, 120_000), text.slice(120_000)] },
    ]);
    expect(other.equals(one)).toBe(true);
  });

  it('holds large files too', async () => {
    const pieces = Array.from({ length: 200 }, (_, at) => `${at}`.padEnd(60_000, 'x'));
    expect(Buffer.from(unzipSync(await archiveOf([{ path: 'a', kind: 'file', pieces }]))['a']!).toString()).toBe(
      pieces.join(''),
    );
  });

  it('takes what was listed of a file that grows or shrinks meanwhile', async () => {
    const files = unzipSync(
      await archiveOf([
        { path: 'grown', kind: 'file', pieces: ['abc', 'def'], size: 4 },
        { path: 'shrunk', kind: 'file', pieces: ['abc'], size: 9 },
      ]),
    );
    expect(files['grown']).toEqual(bytesOf('abcd'));
    expect(files['shrunk']).toEqual(bytesOf('abc'));
  });
});
