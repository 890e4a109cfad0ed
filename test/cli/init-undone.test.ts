import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../src/cli/starters/target.ts';
import { folderWith } from './synth.ts';

const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );

const later = (write: () => 'created') => ({ path: 'snapshots/synth.yaml', write });
const works = later(() => 'created');
const undone = 'The folder is as it was before.';
/** A file in a folder that is a file by then. */
const inAFile = 'a/b/c.txt/d';

describe('a project of which a file cannot be written', () => {
  it.each([
    [
      'one of its own',
      new Map([
        ['a/b/c.txt', '1'],
        ['README.md', '2'],
        [inAFile, '3'],
      ]),
      works,
    ],
    [
      'the one that is made of the others',
      new Map([
        ['a/b/c.txt', '1'],
        ['README.md', '2'],
      ]),
      later(() => {
        throw Object.assign(new Error('broken'), { name: 'UsageError' });
      }),
    ],
  ])('leaves the folder as it was: %s', (_, files, last) => {
    const root = folderWith({ 'here/README.md': 'mine', 'here/a/mine.txt': 'mine' });
    const before = contents(root);
    for (const folder of ['here', 'new/one']) {
      expect(() => writeProject(join(root, folder), files, last)).toThrow(expect.objectContaining({ hint: undone }));
      expect(contents(root)).toEqual(before);
      expect(readdirSync(root)).toEqual(['here']);
      expect(readdirSync(join(root, 'here/a'))).toEqual(['mine.txt']);
    }
  });

  it('names the files that cannot be put back', () => {
    const root = folderWith({ 'README.md': 'mine' });
    const blocks = later(() => {
      const place = join(root, 'new.txt');
      spawnSync('rm', [place]);
      mkdirSync(place);
      writeFileSync(join(place, 'x'), '');
      throw Object.assign(new Error('broken'), { name: 'UsageError' });
    });
    expect(() =>
      writeProject(
        root,
        new Map([
          ['README.md', '1'],
          ['new.txt', '2'],
        ]),
        blocks,
      ),
    ).toThrow(
      expect.objectContaining({ hint: `These files could not be put back as they were: '${join(root, 'new.txt')}'.` }),
    );
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe('mine');
  });
});

describe.skipIf(process.platform === 'win32')('a disk that takes no more', () => {
  // A limit on the size of files stands for it: the larger ones fail after the smaller ones.
  it.each(['orders', '.'])('leaves nothing of a project in %s', (target) => {
    const folder = folderWith({ '.git/config': '' });
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', `ulimit -f 2; exec ${process.execPath} ${resolve('bin/synth.js')} init http-api ${target}`],
      { cwd: folder, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^synth: '.*' cannot be written: it is larger than a file may be here\.\nThe folder is as it was before\.\n$/,
    );
    expect(readdirSync(folder)).toEqual(['.git']);
  });
});

it('holds signals to stop back until a project is written as a whole', () => {
  const listeners = () => ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => process.listenerCount(signal));
  const before = listeners();
  let during: number[] = [];
  writeProject(
    folderWith({}),
    new Map([['README.md', '1']]),
    later(() => {
      during = listeners();
      return 'created';
    }),
  );
  expect(during).toEqual(before.map((count) => count + 1));
  expect(listeners()).toEqual(before);
});
