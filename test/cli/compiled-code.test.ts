import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './synth.ts';

const template = 'Resources:\n  Topic: {Type: AWS::SNS::Topic}\n';

/** A folder with a template and a cache of its own, and how the command runs there. */
const start = () => {
  const folder = folderWith({ 'template.yaml': template });
  const caches = join(folder, 'caches');
  const kept = join(caches, 'sam-synth/code');
  const run = (env: NodeJS.ProcessEnv = {}, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('bin/synth.js'), ...args, 'template.yaml'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: caches, ...env },
      },
    );
    return { status, stdout, stderr };
  };
  return { caches, kept, run };
};

const expanded = { status: 0, stdout: expect.stringContaining('AWS::SNS::Topic'), stderr: '' };

describe('compiled code', () => {
  it('is kept for each command, readable only by the user, and completed by a few runs', () => {
    const { kept, run } = start();
    expect(run()).toEqual(expanded);
    const [file] = readdirSync(kept);
    expect(file).toMatch(/^expand-[0-9a-f]{32}-[0-9a-f]{16}-v[\d.]+-\w+-\w+$/);
    const sizes = [readFileSync(join(kept, file!)).length];
    for (let each = 0; each < 4; each++) {
      expect(run()).toEqual(expanded);
      sizes.push(readFileSync(join(kept, file!)).length);
    }
    expect(sizes.at(-1)).toBe(sizes.at(-2));
    run({}, 'lint');
    expect(readdirSync(kept)).toHaveLength(2);
  });

  it.each([
    ['damaged in the middle', (bytes: Buffer) => bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 4096)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['shorter than its digest', (bytes: Buffer) => bytes.subarray(0, 9)],
    ['something else', () => Buffer.from('x'.repeat(100_000))],
  ])('is not used where it is %s, and made again', (_, damage) => {
    const { kept, run } = start();
    run();
    const file = join(kept, readdirSync(kept)[0]!);
    writeFileSync(file, damage(readFileSync(file)));
    const damaged = readFileSync(file);
    expect(run()).toEqual(expanded);
    expect(readFileSync(file).equals(damaged)).toBe(false);
    expect(run()).toEqual(expanded);
  });

  it.skipIf(process.platform === 'win32')('is not used where others could have written it', () => {
    const { kept, run } = start();
    run();
    const file = join(kept, readdirSync(kept)[0]!);
    chmodSync(file, 0o666);
    const before = readFileSync(file);
    expect(run()).toEqual(expanded);
    // It was replaced by one run's own code.
    expect(readFileSync(file)[32]).toBe(1);
    expect(before[32]).toBe(1);
  });

  it('is not kept where that is switched off, or there is no place for it', () => {
    const { caches, kept, run } = start();
    expect(run({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(expanded);
    expect(() => readdirSync(kept)).toThrow();
    rmSync(caches, { recursive: true, force: true });
    writeFileSync(caches, 'a file');
    expect(run()).toEqual(expanded);
  });

  it('does not pile up', () => {
    const { kept, run } = start();
    mkdirSync(kept, { recursive: true, mode: 0o700 });
    for (let at = 0; at < 40; at++) writeFileSync(join(kept, `old-${at}`), '');
    expect(run()).toEqual(expanded);
    expect(readdirSync(kept)).toHaveLength(24);
    expect(readdirSync(kept).some((name) => name.startsWith('expand-'))).toBe(true);
  });
});
