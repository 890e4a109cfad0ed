import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { folderWith } from './synth.ts';

const template = 'Resources:\n  Topic: {Type: AWS::SNS::Topic}\n';

/** A folder with a template and a cache of its own, and how the command runs there. */
const start = () => {
  const folder = folderWith({ 'template.yaml': template });
  const caches = join(folder, 'caches');
  const kept = join(caches, 'sam-synth/code');
  const synth = resolve('bin/synth.js');
  const surroundings = { cwd: folder, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: caches } } as const;
  const run = (env: NodeJS.ProcessEnv = {}, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [synth, ...args, 'template.yaml'], {
      ...surroundings,
      env: { ...surroundings.env, ...env },
    });
    return { status, stdout, stderr };
  };
  const runBeside = async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [synth, 'template.yaml'], surroundings);
    return { status: 0, stdout, stderr };
  };
  return { folder, caches, kept, run, runBeside };
};

/** The head of a file of compiled code, and how many bytes it takes: see bin/load.js. */
const headOf = (
  file: string,
): { readonly head: { dist: string; runs: number; scripts: [string, number][] }; readonly size: number } => {
  const bytes = readFileSync(file);
  const size = bytes.readUInt32LE();
  return { head: JSON.parse(bytes.toString('utf8', 4, 4 + size)), size };
};

const runsOf = (file: string): number => headOf(file).head.runs;

const expanded = { status: 0, stdout: expect.stringContaining('AWS::SNS::Topic'), stderr: '' };

describe('compiled code', () => {
  it('is kept for each command, readable only by the user, and completed by a few runs', () => {
    const { kept, run } = start();
    expect(run()).toEqual(expanded);
    const [file] = readdirSync(kept);
    expect(file).toMatch(/^expand-[0-9a-f]{32}-[0-9a-f]{1,8}-v[\d.]+-\w+-\w+$/);
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
    ['damaged in one block', (bytes: Buffer) => bytes.fill(0, 100_352, 100_352 + 512)],
    ['damaged in a few bytes', (bytes: Buffer) => bytes.fill(0, 100_001, 100_065)],
    ['changed in one bit', (bytes: Buffer) => bytes.fill(bytes[300_003]! ^ 4, 300_003, 300_004)],
    ['changed in its head', (bytes: Buffer) => bytes.fill(bytes[20]! ^ 1, 20, 21)],
    ['empty', () => Buffer.alloc(0)],
    ['shorter than its head', (bytes: Buffer) => bytes.subarray(0, 9)],
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
    expect(runsOf(file)).toBe(1);
    expect(run()).toEqual(expanded);
    // It was replaced by one run's own code.
    expect(runsOf(file)).toBe(1);
    expect(run()).toEqual(expanded);
    expect(runsOf(file)).toBe(2);
  });

  it.each([
    ['expand', []],
    ['lint', ['lint']],
  ])('is of the scripts that the command needs: %s', (command, args) => {
    const { kept, run } = start();
    run({}, ...args);
    const { scripts } = headOf(join(kept, readdirSync(kept)[0]!)).head;
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter(([name]) => name !== 'start' && !name.split('-').includes(command))).toEqual([]);
  });

  it.each([[], ['lint'], ['diff', 'template.yaml']])(
    'has the compact language where a compact spec is read, and only there: %s',
    (...args) => {
      const { kept, folder, run } = start();
      const scripts = () => headOf(join(kept, readdirSync(kept)[0]!)).head.scripts.map(([name]) => name);
      run({}, ...args);
      expect(scripts()).not.toContain('compact');
      writeFileSync(join(folder, 'template.yaml'), 'synth: 1\ntopic Topic: {}\n');
      expect(run({}, ...args).status).toBe(0);
      expect(scripts()).toContain('compact');
    },
  );

  it('is not used where it is of another installation', () => {
    const { kept, run } = start();
    run();
    const file = join(kept, readdirSync(kept)[0]!);
    run();
    expect(runsOf(file)).toBe(2);
    const { head, size } = headOf(file);
    const other = JSON.stringify({ ...head, dist: head.dist.replace(/.$/, '_') });
    const bytes = readFileSync(file);
    expect(size).toBe(Buffer.byteLength(other));
    for (const copy of [0, bytes.length / 2]) bytes.write(other, copy + 4);
    writeFileSync(file, bytes);
    expect(run()).toEqual(expanded);
    expect(runsOf(file)).toBe(1);
  });

  it('is whole after many runs at the same time', async () => {
    const { kept, run, runBeside } = start();
    const runs = await Promise.all(Array.from({ length: 6 }, () => runBeside()));
    for (const each of runs) expect(each).toEqual(expanded);
    expect(readdirSync(kept)).toHaveLength(1);
    expect(run()).toEqual(expanded);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'is not kept in a folder that is read-only',
    () => {
      const { caches, run } = start();
      mkdirSync(caches, { mode: 0o500 });
      expect(run()).toEqual(expanded);
      expect(readdirSync(caches)).toEqual([]);
    },
  );

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
