import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileReaderOptions, fileReader } from '../../src/files/reader.ts';

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
const fingerprint = (path: string): string | undefined => fileReader(folder).fingerprint(path, 'archive');

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
    expect(fileReader(join(folder, 'code')).fingerprint('.', 'archive')).toBe(before);
    expect(fileReader('/').fingerprint(join(folder, 'code'), 'archive')).toBe(before);
  });

  it.each([
    ['a content', () => write('code/index.js', 'exports.handler = 2;')],
    ['a new file', () => write('code/b', '')],
    ['a file in node_modules', () => write('code/node_modules/a/index.js', '')],
    ['a name', () => renameSync(join(folder, 'code/lib.js'), join(folder, 'code/lib2.js'))],
    ['the right to run it', () => chmodSync(join(folder, 'code/index.js'), 0o755)],
    ['a link', () => symlinkSync('lib.js', join(folder, 'code/link'))],
  ])('changes with %s', (_, change) => {
    const before = fingerprint('code');
    change();
    expect(fingerprint('code')).not.toBe(before);
  });

  it.each([
    ['version control', '.git/HEAD'],
    ['what SAM, CDK and synth write', 'lib/.aws-sam/a'],
    ['what CDK writes', 'cdk.out/manifest.json'],
    ['what synth writes', 'synth.out/manifest.json'],
    ['what file managers write', 'lib/.DS_Store'],
    ['what Python compiles', '__pycache__/a.pyc'],
    ['the rules for what counts, where they change nothing', '.synthignore'],
  ])('does not change with %s', (_, path) => {
    const before = fingerprint('code');
    write(`code/${path}`, '');
    expect(fingerprint('code')).toBe(before);
  });

  it('keeps a link inside the folder as what it says', () => {
    symlinkSync('..', join(folder, 'code/lib/loop'));
    symlinkSync('nowhere', join(folder, 'code/broken'));
    const before = fingerprint('code');
    expect(before).toBeDefined();
    rmSync(join(folder, 'code/broken'));
    symlinkSync('nowhere2', join(folder, 'code/broken'));
    expect(fingerprint('code')).not.toBe(before);
  });

  it('takes what a link leads to outside in the place of the link', () => {
    write('outside/a.js', 'x');
    symlinkSync('../outside', join(folder, 'code/out'));
    symlinkSync('../outside/a.js', join(folder, 'code/a.js'));
    const before = fingerprint('code');
    write('outside/a.js', 'y');
    expect(fingerprint('code')).not.toBe(before);
    write('outside/a.js', 'x');
    rmSync(join(folder, 'code/out'));
    rmSync(join(folder, 'code/a.js'));
    write('code/out/a.js', 'x');
    write('code/a.js', 'x');
    expect(fingerprint('code')).toBe(before);
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

describe('what cannot be read', () => {
  const faultAt = (path: string, options?: FileReaderOptions) => {
    const reader = fileReader(folder, options);
    expect(reader.fingerprint(path, 'archive')).toBeUndefined();
    return reader.fault(path);
  };
  beforeEach(() => write('code/a.js', ''));

  it('is nothing to speak of where there is nothing', () => {
    expect(faultAt('none')).toBeUndefined();
    expect(faultAt('code/a.js/none')).toBeUndefined();
  });

  it('is a pipe or a device, itself, in a folder or behind a link', () => {
    execFileSync('mkfifo', [join(folder, 'pipe'), join(folder, 'code/pipe')]);
    symlinkSync('../pipe', join(folder, 'code/link'));
    symlinkSync('/dev/zero', join(folder, 'zero'));
    const reader = fileReader(folder);
    expect([reader.kind('pipe'), reader.text('pipe'), reader.text('zero')]).toEqual([undefined, undefined, undefined]);
    expect(reader.fault('pipe')).toEqual({ path: 'pipe', reason: 'it is a named pipe' });
    expect(reader.fault('zero')).toMatchObject({ reason: 'it is a device' });
    expect(faultAt('code')?.reason).toBe('it is a named pipe');
    rmSync(join(folder, 'code/pipe'));
    expect(faultAt('code')).toMatchObject({ reason: 'it is a named pipe' });
  });

  it('is a link that leads nowhere, in a circle or, where that is not wanted, out of the folder', () => {
    symlinkSync('../none', join(folder, 'code/link'));
    expect(faultAt('code')).toEqual({ path: 'code/link', reason: "it is a link to '../none', which does not exist" });
    rmSync(join(folder, 'code/link'));
    symlinkSync('circle', join(folder, 'code/circle'));
    expect(faultAt('code')).toEqual({ path: 'code/circle', reason: 'its symbolic links go round in a circle' });
    // Docker puts links into an image as they are.
    expect(fileReader(folder).fingerprint('code', 'archive', 'Dockerfile')).toBeDefined();
    rmSync(join(folder, 'code/circle'));
    symlinkSync('..', join(folder, 'code/up'));
    expect(faultAt('code')).toMatchObject({ reason: 'its symbolic links go round in a circle' });
    expect(faultAt('code', { outsideLinks: false })).toEqual({
      path: 'code/up',
      reason: "it is a link out of the folder, to '..'",
    });
  });

  it('is named where it lies below what was asked for', () => {
    write('code/lib/secret', '');
    chmodSync(join(folder, 'code/lib/secret'), 0);
    chmodSync(folder, 0o755);
    const isRoot = process.geteuid?.() === 0;
    // Nothing is closed to root.
    if (isRoot) process.seteuid!(65534);
    try {
      expect(faultAt('code')).toEqual({ path: 'code/lib/secret', reason: 'permission denied' });
    } finally {
      if (isRoot) process.seteuid!(0);
    }
  });
});

describe('.synthignore', () => {
  const contents = (path: string): [string[], string[]] => {
    const { entries, leftOut } = fileReader(folder).list(path)!;
    return [entries.map(({ path: each }) => each), leftOut.map(({ path: each, by }) => `${each} ${by}`)];
  };

  it('leaves out what its rules match, as .gitignore does', () => {
    write('code/.synthignore', '# tests\n*.test.js\n\n/docs/\n!keep.test.js\n');
    for (const path of ['a.js', 'a.test.js', 'lib/b.test.js', 'lib/keep.test.js', 'docs/x', 'lib/docs/y']) {
      write(`code/${path}`, '');
    }
    expect(contents('code')).toEqual([
      ['a.js', 'lib/docs/y', 'lib/keep.test.js'],
      [
        '.synthignore by default',
        'a.test.js code/.synthignore:2',
        'docs/ code/.synthignore:4',
        'lib/b.test.js code/.synthignore:2',
      ],
    ]);
  });

  it('holds for all folders below it, and one further down has the last word', () => {
    write('.synthignore', '*.md\n__pycache__\n');
    write('code/.synthignore', '!README.md\n');
    for (const path of ['README.md', 'b.md', 'x/README.md', 'x/c.md', 'x/d.js']) write(`code/${path}`, '');
    expect(contents('code')[0]).toEqual(['README.md', 'x/README.md', 'x/d.js']);
    expect(contents('code/x')[0]).toEqual(['README.md', 'd.js']);
  });

  it('can take back what is left out by default', () => {
    write('code/.synthignore', '!__pycache__/\n');
    write('code/__pycache__/a.pyc', '');
    expect(contents('code')[0]).toEqual(['__pycache__/a.pyc']);
  });

  it('of an image goes with .dockerignore, whose rules count from its folder', () => {
    write('code/.synthignore', 'notes.txt\n');
    write('code/.dockerignore', '# none of these\n*.log\nnode_modules\n!node_modules/kept\nDockerfile*\n**/tmp\n');
    const paths = [
      'Dockerfile',
      'Dockerfile.dev',
      'a.log',
      'deep/a.log',
      'deep/node_modules/x',
      'deep/tmp/y',
      'notes.txt',
    ];
    for (const path of [...paths, 'node_modules/gone/x', 'node_modules/kept/x']) write(`code/${path}`, '');
    const listed = (dockerfile?: string): string[] =>
      fileReader(folder)
        .list('code', dockerfile)!
        .entries.map(({ path }) => path);
    expect(listed('Dockerfile')).toEqual([
      '.dockerignore',
      'Dockerfile',
      'deep/a.log',
      'deep/node_modules/x',
      'node_modules/kept/x',
    ]);
    // Code that is no image does not know it.
    expect(listed()).toHaveLength(9);
    // One for this Dockerfile comes first.
    write('code/Dockerfile.dockerignore', 'deep\nnode_modules\n');
    expect(listed('Dockerfile')).toEqual([
      '.dockerignore',
      'Dockerfile',
      'Dockerfile.dev',
      'Dockerfile.dockerignore',
      'a.log',
    ]);
    expect(listed('Dockerfile.dev')).toContain('deep/a.log');
  });

  it('of a folder outside that of the template is its own', () => {
    write('app/.synthignore', '*.js\n');
    write('shared/a.js', '');
    expect(fileReader(join(folder, 'app')).list('../shared')!.entries).toHaveLength(1);
  });
});

describe('what is outside', () => {
  it.each([
    ['a.yaml', false],
    ['../a.yaml', true],
    ['sub/../../x', true],
    ['/etc/passwd', true],
    ['link/passwd', true],
    ['link', true],
    ['inside', false],
  ])('%s: %s', (path, expected) => {
    write('app/sub/x', '');
    write('app/a.yaml', '');
    symlinkSync('/etc', join(folder, 'app/link'));
    symlinkSync('a.yaml', join(folder, 'app/inside'));
    expect(fileReader(join(folder, 'app')).isOutside(path)).toBe(expected);
  });
});

describe('a single file', () => {
  it('is an archive of itself, a copy of itself, or an archive already', () => {
    write('a.py', 'x');
    write('b.py', 'x');
    write('a.zip', zipSync({ 'a.py': new Uint8Array([120]) }));
    const reader = fileReader(folder);
    expect(reader.fingerprint('a.py', 'archive')).not.toBe(reader.fingerprint('a.py', 'file'));
    expect(reader.fingerprint('a.py', 'archive')).not.toBe(reader.fingerprint('b.py', 'archive'));
    expect(reader.fingerprint('a.py', 'file')).toBe(createHash('sha256').update('x').digest('hex'));
    expect(reader.fingerprint('a.py', 'file')).toBe(reader.fingerprint('b.py', 'file'));
    expect(reader.fingerprint('a.zip', 'archive')).toBe(reader.fingerprint('a.zip', 'file'));
  });
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
  expect(reader.fingerprint('none', 'archive')).toBeUndefined();
});
