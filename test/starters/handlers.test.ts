import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../cli/synth.ts';
import { projectFiles, starters } from './projects.ts';

/** Vitest's own environment would make `node --test` and Python behave otherwise than for a user. */
const env = { PATH: process.env['PATH'] };

/** Bundles the unit tests of a project as its `npm test` does, and gives the bundles. */
const testsOf = async (folder: string): Promise<string[]> => {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const built = join(folder, 'build/test');
  await build({
    absWorkingDir: folder,
    entryPoints: [/^esbuild "([^"]+)"/.exec(scripts.test)![1]!],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    outdir: built,
    logLevel: 'error',
  });
  return readdirSync(built).map((name) => join(built, name));
};

describe.each(starters)('the unit tests of $id pass', (starter) => {
  it('in TypeScript', async () => {
    const folder = folderWith(Object.fromEntries(projectFiles(starter, 'node', 'spec')));
    const tests = await testsOf(folder);
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

it('vitest and node --test leave each other their tests', async () => {
  const starter = starters.find(({ id }) => id === 'http-api')!;
  const ofVitest = "import { expect, it } from 'vitest';\nit('runs', () => expect(1).toBe(1));\n";
  const folder = folderWith({
    ...Object.fromEntries(projectFiles(starter, 'node', 'spec')),
    'src/template.test.ts': ofVitest,
  });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('node_modules/vitest'), join(folder, 'node_modules/vitest'));
  const tests = await testsOf(folder);
  expect(tests.map((path) => basename(path))).toEqual(['get-order-test.mjs', 'place-order-test.mjs']);
  const vitest = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', folder];
  const run = spawnSync(process.execPath, vitest, { cwd: folder, env: { ...env, NO_COLOR: '1' }, encoding: 'utf8' });
  expect(run.stdout).toMatch(/Test Files {2}1 passed \(1\)/);
  expect(run.status).toBe(0);
});

it('the packages that code in Python needs are pinned', () => {
  const requirements = starters.flatMap((starter) =>
    [...projectFiles(starter, 'python', 'spec')].filter(([path]) => path.endsWith('requirements.txt')),
  );
  const lines = requirements
    .flatMap(([, text]) => text.split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/^[\w.-]+==[\d.]+$/);
});
