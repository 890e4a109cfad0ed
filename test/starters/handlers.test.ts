import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../cli/synth.ts';
import { projectFiles, starters } from './projects.ts';

/** Vitest's own environment would make `node --test` and Python behave otherwise than for a user. */
const env = { PATH: process.env['PATH'] };

describe.each(starters)('the unit tests of $id pass', (starter) => {
  it('in TypeScript', async () => {
    const folder = folderWith(Object.fromEntries(projectFiles(starter, 'node', 'spec')));
    const built = join(folder, 'build/test');
    await build({
      absWorkingDir: folder,
      entryPoints: ['src/**/*.test.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      entryNames: '[name]',
      outExtension: { '.js': '.mjs' },
      outdir: 'build/test',
      logLevel: 'error',
    });
    const tests = readdirSync(built).map((name) => join(built, name));
    expect(tests).not.toEqual([]);
    const run = spawnSync(process.execPath, ['--test', ...tests], { cwd: folder, env, encoding: 'utf8' });
    expect(run.stdout).toMatch(/^# pass [1-9]/m);
    expect(run.stdout).toMatch(/^# fail 0/m);
    expect(run.status).toBe(0);
  });

  it('in Python', () => {
    const folder = folderWith(Object.fromEntries(projectFiles(starter, 'python', 'spec')));
    const run = spawnSync('python3', ['-m', 'unittest', 'discover', '-s', 'tests', '-t', '.'], {
      cwd: resolve(folder),
      env,
      encoding: 'utf8',
    });
    expect(run.stderr).toMatch(/^Ran [1-9]\d* tests? in .*\n\nOK$/m);
    expect(run.status).toBe(0);
  });
});
