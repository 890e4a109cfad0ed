import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, table as plain, synth } from './synth.ts';

const table = `Transform: AWS::Serverless-2016-10-31\n${plain}`;

const command = `${process.execPath} ${resolve('bin/synth.js')}`;

/** Runs a line of shell in which $synth is the command. */
const shell = (folder: string, line: string) => {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, synth: command, NO_COLOR: '1' },
    timeout: 20_000,
  });
  return { out: stdout, err: stderr, code: status };
};

describe.runIf(existsSync('/dev/full'))('a full disk', () => {
  const folder = folderWith({ 't.yaml': table });
  const full = 'synth: stdout cannot be written: no space left.\n';

  it.each(['t.yaml', 'lint t.yaml', 'explain t.yaml', '--help', '--version', 'lint --list-rules'])(
    'behind stdout is told: synth %s',
    (args) => expect(shell(folder, `$synth ${args} > /dev/full`)).toEqual({ out: '', err: full, code: 2 }),
  );

  it('behind stderr changes nothing', () => {
    expect(shell(folder, '$synth t.yaml --parameter X=1 2> /dev/full')).toMatchObject({ err: '', code: 0 });
    expect(shell(folder, '$synth none.yaml 2> /dev/full')).toEqual({ out: '', err: '', code: 2 });
  });

  it('behind a file is told, and leaves no part of it', () => {
    expect(shell(folder, '$synth t.yaml -o /dev/full')).toEqual({
      out: '',
      err: "synth: '/dev/full' cannot be written: no space left.\n",
      code: 2,
    });
  });
});

describe('a reader that goes away', () => {
  it('ends the command quietly', () => {
    const folder = folderWith({ 't.yaml': table });
    expect(shell(folder, '$synth lint --list-rules | head -1')).toMatchObject({ err: '', code: 0 });
  });
});

describe('a working folder that was deleted', () => {
  it.each(['t.yaml', 'lint', 'explain t.yaml', '-'])('is told: synth %s', (args) => {
    const folder = folderWith({ 'gone/t.yaml': table });
    const { err, code } = shell(folder, `cd gone && rm -r ../gone && $synth ${args} < /dev/null`);
    expect([err, code]).toEqual(['synth: The working folder does not exist any more.\nChange into another one.\n', 2]);
  });
});

describe.skipIf(process.platform !== 'linux')('a folder that cannot be made', () => {
  it.each(['/proc/synth', '/proc/synth/deep'])('does not keep the command from ending: %s', (place) => {
    const folder = folderWith({ 't.yaml': table });
    const told = `synth: '${place}/x.json' cannot be written: no folder can be made there.\n`;
    expect(synth(folder, ['t.yaml', '-o', `${place}/x.json`], '', {}, 20_000)).toEqual({ out: '', err: told, code: 2 });
    expect(synth(folder, ['t.yaml'], '', { XDG_CACHE_HOME: place }, 20_000)).toMatchObject({ err: '', code: 0 });
    expect(synth(folder, ['build', 't.yaml', '-o', place], '', {}, 20_000)).toMatchObject({
      err: `synth: '${place}' cannot be written: no folder can be made there.\n`,
      code: 2,
    });
  });
});

describe.skipIf(process.platform === 'win32')('descriptors of another kind', () => {
  const folder = folderWith({ 't.yaml': table });

  it.each(['lint -', 'expand -', 'diff t.yaml -'])('a folder is no template: %s', (args) => {
    expect(shell(folder, `$synth ${args} < .`)).toEqual({
      out: '',
      err: 'synth: stdin cannot be read: it is a folder.\n',
      code: 2,
    });
  });

  it('a stdin that is open for writing only is an error', () => {
    expect(shell(folder, '$synth lint - 0> other.txt')).toEqual({
      out: '',
      err: 'synth: stdin cannot be read: it is not open for that.\n',
      code: 2,
    });
  });

  it('a stdout that is open for reading only is an error', () => {
    expect(shell(folder, '$synth expand t.yaml 1< t.yaml')).toEqual({
      out: '',
      err: 'synth: stdout cannot be written: it is not open for that.\n',
      code: 2,
    });
  });
});

describe('modules of a configuration', () => {
  const lint = (rules: string, config = 'plugins: [./rules.mjs]\n') =>
    synth(
      folderWith({ 't.yaml': table, 'synth.config.yaml': config, 'rules.mjs': rules }),
      ['lint', 't.yaml'],
      '',
      {},
      20_000,
    );

  it('that never finish loading are named', () => {
    const { err, code } = lint('await new Promise(() => {});\nexport default [];\n');
    expect(code).toBe(2);
    expect(err).toMatch(/^synth: The module 'file:.*rules\.mjs' never finishes loading\.\n$/);
  });

  it.each([
    ['process.exit(0);\nexport default [];\n', 'while it is loaded'],
    [
      `export default [{
        id: 'own-end', level: 'warning', category: 'style', stage: 'source', title: 'End', description: 'End.',
        source: 'https://example.com', messages: { end: 'End.' }, on: 'template', check: () => process.exit(0),
      }];\n`,
      'in a rule',
    ],
  ])('that end the process are named: %#', (rules) => {
    const { out, err, code } = lint(rules);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/^synth: A module ended the run before it was done: 'file:.*rules\.mjs'\.\n$/);
  });

  it('do not keep the command from ending', () => {
    expect(lint('setInterval(() => {}, 1000);\nexport default [];\n')).toMatchObject({ err: '', code: 0 });
  });

  it('that cannot be loaded are named, with the reason', () => {
    const { err, code } = lint('export default [;\n');
    expect(code).toBe(2);
    expect(err).toMatch(/^synth: The rules in '.*rules\.mjs' cannot be loaded: /);
  });
});

describe('a configuration with nothing in it', () => {
  it.each(['', '# nothing yet\n', '---\n', 'null\n', '{}\n'])('sets nothing: %j', (config) => {
    const folder = folderWith({ 't.yaml': table, 'synth.config.yaml': config });
    const { err, code } = synth(folder, ['lint', 't.yaml']);
    expect([err, code]).toEqual(['', 0]);
  });
});
