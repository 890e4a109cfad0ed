import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Builder, Workplace } from './builder.ts';
import { copyEntries } from './copy.ts';
import { digestOfTexts } from './digest.ts';
import { run, StepFailed } from './run.ts';

/** Puts the code and its dependencies together, for the Python and the processor of Lambda, whatever runs here. */
export const python: Builder = async (place) => {
  const { entries, output, step } = place;
  const target = step.isLayer ? join(output, 'python') : output;
  const installed = await install(place);
  if (installed !== undefined) cpSync(installed, target, { recursive: true, verbatimSymlinks: true });
  copyEntries(entries, target);
};

const install = async (place: Workplace): Promise<string | undefined> => {
  const { source } = place;
  if (existsSync(join(source, 'uv.lock'))) return withUv(place);
  const file = join(source, 'requirements.txt');
  return existsSync(file) ? withPip(place, readFileSync(file, 'utf8')) : undefined;
};

/** What the wheels of Linux on Lambda are called. */
const platforms = { x86_64: 'manylinux2014_x86_64', arm64: 'manylinux2014_aarch64' } as const;

const versionOf = ({ step }: Workplace): string => {
  const version = /^python(\d+\.\d+)$/.exec(step.runtime ?? '')?.[1];
  if (version !== undefined) return version;
  throw new StepFailed(`its runtime is '${step.runtime ?? ''}', so the version of Python is not known`);
};

const withPip = async (place: Workplace, requirements: string): Promise<string | undefined> => {
  const { source, step, cached, warn } = place;
  const wanted = requirements.split('\n').map((line) => line.replace(/(?:^|\s)#.*/s, '').trim());
  if (wanted.every((line) => line === '')) return undefined;
  const free = wanted.filter(
    (line) => /^[\w.[\]-]+(?:\s*(?:[<>~!]=?|===?)[^;]*)?(?:;.*)?$/.test(line) && !line.includes('=='),
  );
  if (free.length > 0) {
    warn(
      `'requirements.txt' does not fix the version of ${free.join(', ')}, so another build may give another output; write ==`,
    );
  }
  const version = versionOf(place);
  const pip = ['-m', 'pip', '--disable-pip-version-check'];
  const own = await run('python3', [...pip, '--version'], { cwd: source });
  return cached(digestOfTexts([own, version, step.architecture, requirements]), async (folder) => {
    const target = ['--target', folder, '--no-compile', '--only-binary=:all:', '--implementation', 'cp'];
    const wheels = ['--platform', platforms[step.architecture], '--python-version', version];
    await run('python3', [...pip, 'install', '--quiet', '-r', 'requirements.txt', ...target, ...wheels], {
      cwd: source,
    });
  });
};

const withUv = async (place: Workplace): Promise<string> => {
  const { source, step, cached, scratch } = place;
  const version = versionOf(place);
  const own = await run('uv', ['--version'], { cwd: source });
  const locked = await run('uv', ['export', '--frozen', '--no-dev', '--no-emit-project', '--quiet'], { cwd: source });
  const requirements = join(scratch, 'requirements.txt');
  writeFileSync(requirements, locked);
  return cached(digestOfTexts([own, version, step.architecture, locked]), async (folder) => {
    const machine = step.architecture === 'arm64' ? 'aarch64-manylinux2014' : 'x86_64-manylinux2014';
    const wheels = ['--python-platform', machine, '--python-version', version, '--only-binary', ':all:'];
    await run('uv', ['pip', 'install', '--quiet', '-r', requirements, '--target', folder, ...wheels], { cwd: source });
  });
};
