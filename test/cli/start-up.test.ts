import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './synth.ts';

const template = 'Resources:\n  Queue: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 3}}\n';
const folder = folderWith({
  'template.yaml': template,
  'changed.yaml': template.replace('3', '4000'),
  'loaded.cjs': `process.on('exit', () => require('node:fs').writeFileSync('loaded.json', JSON.stringify(process.moduleLoadList)));\n`,
});

/** The modules of its own that Node loads for a run. */
const loadedFor = (args: readonly string[], stdout: 'pipe' | 'ignore'): string[] => {
  const { status } = spawnSync(process.execPath, ['-r', './loaded.cjs', ...args], {
    cwd: folder,
    stdio: ['ignore', stdout, stdout],
  });
  expect(status).toBeLessThan(2);
  const loaded = JSON.parse(readFileSync(join(folder, 'loaded.json'), 'utf8')) as string[];
  return loaded.flatMap((each) => /^NativeModule (?!internal\/)(.*)/.exec(each)?.[1] ?? []);
};

/** Each takes as long to load as a template takes to be read. */
const slow = ['stream', 'zlib', 'crypto', 'net', 'tty', 'child_process', 'worker_threads', 'v8', 'http'];

describe.skipIf(process.platform === 'win32')('a run loads few modules of Node', () => {
  it.each([
    [[], 'pipe'],
    [[], 'ignore'],
    [['lint'], 'pipe'],
    [['lint', 'changed.yaml'], 'ignore'],
    [['diff', 'template.yaml', 'changed.yaml'], 'pipe'],
    [['diff', 'template.yaml', 'changed.yaml'], 'ignore'],
  ] as const)('synth %j, stdout: %s', (args, stdout) => {
    const bare = loadedFor(['-e', '0'], stdout);
    const files = args.length === 0 ? ['template.yaml'] : [];
    const loaded = loadedFor([resolve('bin/synth.js'), ...args, ...files], stdout);
    expect(loaded).toContain('vm');
    expect(loaded.filter((name) => slow.includes(name) && !bare.includes(name))).toEqual([]);
  });
});
