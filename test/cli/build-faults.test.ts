import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const command = `exec '${process.execPath}' '${resolve('bin/synth.js')}' build --stack-name s`;
const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: code}}
`;
const project = (more: Readonly<Record<string, string | Uint8Array>> = {}): string =>
  folderWith({ 'template.yaml': template, 'code/a.mjs': 'export const b = 1;', ...more });

/** The names and bytes of an output. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, 'synth.out'), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')]),
  );
const scratchIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('.synth-build'));

describe('a disk that takes no more', () => {
  // A limit on the size of files stands for it: writing fails in the middle.
  it('leaves the old output whole, and nothing of the new one', () => {
    const folder = project();
    expect(synth(folder, ['build', '--stack-name', 's']).code).toBe(0);
    const before = contents(folder);
    writeFileSync(join(folder, 'code/data'), randomBytes(3_000_000));
    const { status, stderr, stdout } = spawnSync('sh', ['-c', `ulimit -f 1000; ${command}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe("synth: 'synth.out' cannot be written: it is larger than a file may be here.\n");
    expect(contents(folder)).toEqual(before);
    expect(scratchIn(folder)).toEqual([]);
  });
});

describe('a file that changes while it is packaged', () => {
  it('is an error, and the old output stays', async () => {
    const folder = project({ 'code/log': '' });
    expect(synth(folder, ['build', '--stack-name', 's']).code).toBe(0);
    const before = contents(folder);
    const child = spawn('sh', ['-c', command], { cwd: folder });
    let err = '';
    child.stderr.on('data', (bytes) => {
      err += bytes;
    });
    const exited = once(child, 'exit');
    const state = { isRunning: true };
    void exited.then(() => {
      state.isRunning = false;
    });
    while (state.isRunning) {
      appendFileSync(join(folder, 'code/log'), 'x'.repeat(100));
      await setTimeout(1);
    }
    const [code] = await exited;
    expect(err).toMatch(/^template\.yaml:3:97 error file-changed 'code' changed while it was packaged/);
    expect(code).toBe(1);
    expect(contents(folder)).toEqual(before);
    expect(scratchIn(folder)).toEqual([]);
  });
});

describe('a folder with what cannot be packaged', () => {
  it.each<[string, (folder: string) => void, string]>([
    ['a device', (code) => symlinkSync('/dev/zero', join(code, 'zero')), "at 'code/zero', it is a device"],
    ['a pipe', (code) => spawnSync('mkfifo', [join(code, 'pipe')]), "at 'code/pipe', it is a named pipe"],
    [
      'links in a circle',
      (code) => {
        symlinkSync('two', join(code, 'one'));
        symlinkSync('one', join(code, 'two'));
      },
      "at 'code/one', its symbolic links go round in a circle",
    ],
    [
      'a link to a folder around it',
      (code) => symlinkSync('..', join(code, 'up')),
      'its symbolic links go round in a circle',
    ],
    ['a link to nothing', (code) => symlinkSync('../none', join(code, 'gone')), "a link to '../none'"],
    [
      'a name that is not UTF-8',
      (code) => spawnSync('sh', ['-c', 'printf x > "$(printf \'caf\\351\')"'], { cwd: code }),
      'its name is not UTF-8',
    ],
  ])('%s: an error at its property, and no output', (_, spoil, reason) => {
    const folder = project();
    spoil(join(folder, 'code'));
    for (const mode of [[], ['--dry-run'], ['--check']]) {
      const { code, out, err } = synth(folder, ['build', ...mode], '', {}, 20_000);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^template\.yaml:3:97 error path-not-readable 'code' cannot be read: /);
      expect(err).toContain(reason);
    }
    expect(readdirSync(folder).sort()).toEqual(['code', 'template.yaml']);
  });

  it('that a .synthignore leaves out is packaged', () => {
    const folder = project({ '.synthignore': 'zero\n*.log\n', 'code/x.log': 'x', 'code/.synthignore': '!keep.log\n' });
    symlinkSync('/dev/zero', join(folder, 'code/zero'));
    writeFileSync(join(folder, 'code/keep.log'), 'x');
    const { code, out } = synth(folder, ['build', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}a\.mjs .*\n {2}keep\.log .*\n {2}\.synthignore .*left out by default\n/m);
    expect(out).toMatch(/^ {2}x\.log +left out by \.synthignore:\d$/m);
    expect(out).toMatch(/^ {2}zero +left out by \.synthignore:\d$/m);
    expect(synth(folder, ['build']).code).toBe(0);
  });
});

describe('a link that leads out of the folder', () => {
  it('is packaged as what it leads to, or refused where that is not wanted', () => {
    const folder = project({ 'shared/lib.mjs': 'shared' });
    symlinkSync('../shared/lib.mjs', join(folder, 'code/lib.mjs'));
    expect(synth(folder, ['build', '--dry-run']).out).toContain('  lib.mjs  6 bytes\n');
    expect(synth(folder, ['build', '--no-outside-links'])).toMatchObject({
      code: 1,
      err: expect.stringContaining("at 'code/lib.mjs', it is a link out of the folder, to '../shared/lib.mjs'"),
    });
    expect(existsSync(join(folder, 'synth.out'))).toBe(false);
  });
});

describe('a build that is told to stop', () => {
  it('ends with the signal, and leaves nothing behind', async () => {
    const make =
      'build-F:\n\tcp a.mjs $(ARTIFACTS_DIR)\n\t(sleep 2; touch $(HERE)/alive) & echo ready > $(HERE)/ready; sleep 30\n';
    const folder = project({ 'code/Makefile': make });
    writeFileSync(join(folder, 'template.yaml'), template.replace('F: {', 'F: {Metadata: {BuildMethod: makefile}, '));
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const child = spawn('sh', ['-c', command], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary, HERE: folder },
    });
    const exited = once(child, 'exit');
    while (!existsSync(join(folder, 'ready'))) await setTimeout(10);
    expect(readdirSync(temporary)).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await exited).toEqual([null, 'SIGTERM']);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(folder, 'synth.out'))).toBe(false);
    await setTimeout(2500);
    expect(existsSync(join(folder, 'alive'))).toBe(false);
  });
});
