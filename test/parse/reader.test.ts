import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileReader } from '../../src/parse/reader.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synth-reader-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

/** A new reader each time: one reader looks at a path once. */
const fingerprint = (path: string): string | undefined => fileReader(folder).fingerprint(path);

describe('the fingerprint of a folder', () => {
  beforeEach(() => {
    write('code/index.js', 'exports.handler = 1;');
    write('code/lib/a.js', 'a');
    write('code/lib.js', 'b');
  });

  it('is that of its definition', () => {
    const records = 'file 8 index.js 20\nexports.handler = 1;file 6 lib.js 1\nbfile 8 lib/a.js 1\na';
    expect(fingerprint('code')).toBe(createHash('sha256').update(records).digest('hex'));
  });

  it('stays the same in another place, at another time, and however the files came to be', () => {
    const before = fingerprint('code');
    write('copy/lib.js', 'b');
    write('copy/lib/a.js', 'a');
    write('copy/index.js', 'exports.handler = 1;');
    mkdirSync(join(folder, 'copy/empty'));
    utimesSync(join(folder, 'copy/index.js'), 1, 1);
    expect(fingerprint('copy')).toBe(before);
    expect(fileReader(join(folder, 'code')).fingerprint('.')).toBe(before);
    expect(fileReader('/').fingerprint(join(folder, 'code'))).toBe(before);
  });

  it.each([
    ['a content', () => write('code/index.js', 'exports.handler = 2;')],
    ['a new file', () => write('code/b', '')],
    ['a file in node_modules', () => write('code/node_modules/a/index.js', '')],
    ['a file in .aws-sam', () => write('code/.aws-sam/a', '')],
    ['a name', () => renameSync(join(folder, 'code/lib.js'), join(folder, 'code/lib2.js'))],
    ['the right to run it', () => chmodSync(join(folder, 'code/index.js'), 0o755)],
    ['a link', () => symlinkSync('lib.js', join(folder, 'code/link'))],
  ])('changes with %s', (_, change) => {
    const before = fingerprint('code');
    change();
    expect(fingerprint('code')).not.toBe(before);
  });

  it('looks at what a link says, not at what it leads to', () => {
    symlinkSync('..', join(folder, 'code/lib/loop'));
    symlinkSync('../outside', join(folder, 'code/out'));
    symlinkSync('nowhere', join(folder, 'code/broken'));
    const before = fingerprint('code');
    write('outside/secret', 'x');
    expect(fingerprint('code')).toBe(before);
    rmSync(join(folder, 'code/out'));
    symlinkSync('../elsewhere', join(folder, 'code/out'));
    expect(fingerprint('code')).not.toBe(before);
  });

  it('takes an absolute link inside as the relative one', () => {
    symlinkSync('lib/a.js', join(folder, 'code/link'));
    const before = fingerprint('code');
    rmSync(join(folder, 'code/link'));
    symlinkSync(join(folder, 'code/lib/a.js'), join(folder, 'code/link'));
    expect(fingerprint('code')).toBe(before);
  });

  it('is that of the folder when the path is a link to it', () => {
    symlinkSync('code', join(folder, 'link'));
    expect(fingerprint('link')).toBe(fingerprint('code'));
  });
});

it('tells files of other names apart', () => {
  write('a.zip', 'x');
  write('b.zip', 'x');
  write('c/a.zip', 'x');
  expect(fingerprint('a.zip')).not.toBe(fingerprint('b.zip'));
  expect(fingerprint('a.zip')).toBe(fingerprint('c/a.zip'));
});

it('reads files larger than one piece', () => {
  const large = new Uint8Array(1_000_000).fill(97);
  write('a/x', large);
  write('b/x', large.with(999_999, 98));
  expect(fingerprint('a')).not.toBe(fingerprint('b'));
});

it('says what there is', () => {
  write('a/b.txt', 'text');
  const reader = fileReader(folder);
  expect([reader.kind('a'), reader.kind('a/b.txt'), reader.kind('none')]).toEqual(['directory', 'file', undefined]);
  expect([reader.text('a/b.txt'), reader.text('a'), reader.text('none')]).toEqual(['text', undefined, undefined]);
  expect(reader.fingerprint('none')).toBeUndefined();
});
