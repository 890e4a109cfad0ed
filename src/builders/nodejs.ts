import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Builder, Workplace } from './builder.ts';
import { copyEntries } from './copy.ts';
import { digestOfTexts } from './digest.ts';
import { run, StepFailed } from './run.ts';

const locks = ['npm-shrinkwrap.json', 'package-lock.json'];

/** Puts the code and its production dependencies together, as its lock file of npm says. */
export const nodejs: Builder = async (place) => {
  const { entries, output, step } = place;
  const target = step.isLayer ? join(output, 'nodejs') : output;
  copyEntries(
    entries.filter(({ path }) => !path.split('/').includes('node_modules')),
    target,
  );
  const installed = await install(place);
  // Copied, not linked: the cache stays as it is.
  if (existsSync(join(installed, 'node_modules'))) {
    cpSync(join(installed, 'node_modules'), join(target, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  }
};

/** A folder with the dependencies; made once for each lock file, version of npm and kind of machine. */
const install = async ({ source, cached }: Workplace): Promise<string> => {
  const lock = locks.find((name) => existsSync(join(source, name)));
  if (lock === undefined) {
    const other = ['yarn.lock', 'pnpm-lock.yaml', 'bun.lockb'].find((name) => existsSync(join(source, name)));
    throw new StepFailed(
      other === undefined
        ? "its dependencies are not locked; 'npm install' writes package-lock.json"
        : `its dependencies are locked by ${other}, which synth does not install; bundle the code with 'BuildMethod: esbuild'`,
    );
  }
  const names = ['package.json', lock, '.npmrc'].filter((name) => existsSync(join(source, name)));
  const version = (await run('npm', ['--version'], { cwd: source })).trim();
  const contents = names.flatMap((name) => [name, readFileSync(join(source, name), 'utf8')]);
  const machine = [process.platform, process.arch, process.versions.modules];
  return cached(digestOfTexts(['npm', version, ...machine, ...contents]), async (folder) => {
    for (const name of names) cpSync(join(source, name), join(folder, name));
    await run('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  });
};
