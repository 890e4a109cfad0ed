import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth, table } from './synth.ts';

const folderOf = () => {
  const folder = folderWith({ 't.yaml': table, 'config/t.yaml': table, 'empty/no.txt': '' });
  spawnSync('mkfifo', [join(folder, 'pipe'), join(folder, 'config/synth.config.yaml'), join(folder, 'rules.mjs')]);
  symlinkSync('pipe', join(folder, 'link.yaml'));
  symlinkSync('/dev/zero', join(folder, 'zero.yaml'));
  symlinkSync('round.yaml', join(folder, 'round.yaml'));
  return folder;
};

describe.skipIf(process.platform === 'win32')('pipes, devices and links to them are refused at once', () => {
  it.each([
    [['pipe'], "'pipe' cannot be read: it is a named pipe.\nPipe it in instead: … | synth -\n"],
    [['link.yaml'], "'link.yaml' cannot be read: it is a named pipe."],
    [['zero.yaml'], "'zero.yaml' cannot be read: it is a device."],
    [['round.yaml'], "'round.yaml' cannot be read: its symbolic links go round in a circle."],
    [['empty'], "There is no template in the folder 'empty'."],
    [['empty/*'], "'empty/*' cannot be read: there is no such file.\nNo template matches this pattern."],
    [['explain', 'pipe'], "'pipe' cannot be read: it is a named pipe."],
    [['lint', 'link.yaml'], "'link.yaml' cannot be read: it is a named pipe."],
    [['lint', '--budget', 'zero.yaml'], "'zero.yaml' cannot be read: it is a device."],
    [['review', 'link.yaml'], "'link.yaml' cannot be read: it is a named pipe."],
    [['diff', 't.yaml', 'pipe'], "'pipe' cannot be read: it is a named pipe."],
    [['t.yaml', '--parameters', 'pipe'], "The parameter file 'pipe' cannot be read: it is a named pipe."],
    [['t.yaml', '--parameters', 'zero.yaml'], "The parameter file 'zero.yaml' cannot be read: it is a device."],
    [['lint', 't.yaml', '--config', 'link.yaml'], "The configuration 'link.yaml' cannot be read: it is a named pipe."],
    [['lint', 'config/t.yaml'], "config/synth.config.yaml' cannot be read: it is a named pipe."],
  ])('synth %s', (args, text) => {
    const { out, err, code } = synth(folderOf(), args, '', {}, 10_000);
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain(text);
  });

  it('also as modules of a configuration', () => {
    const folder = folderOf();
    writeFileSync(join(folder, 'own.yaml'), 'plugins: [./rules.mjs]\n');
    const { err, code } = synth(folder, ['lint', 't.yaml', '--config', 'own.yaml'], '', {}, 10_000);
    expect(code).toBe(2);
    expect(err).toMatch(/^synth: The rules in '\S*rules\.mjs' cannot be loaded: it is a named pipe\b/);
  });

  it.each(['lint', 'expand', 'review', 'convert'])('also as a .gitignore, which synth %s passes over', (command) => {
    const folder = folderWith({ 'a/template.yaml': table, 'b/no.txt': '' });
    spawnSync('mkfifo', [join(folder, '.gitignore')]);
    symlinkSync('/dev/zero', join(folder, 'a/.gitignore'));
    const { err, code } = synth(folder, [command, '.'], '', {}, 10_000);
    expect(code).toBe(command === 'lint' ? 1 : 0);
    expect(err).toContain("synth: '.gitignore' cannot be read and is passed over: it is a named pipe.\n");
    expect(err).toContain("synth: 'a/.gitignore' cannot be read and is passed over: it is a device.\n");
  });
});

it('stdin is read as far as a file, and no further', () => {
  const { err, code } = synth(folderWith({}), ['lint', '-'], 'x'.repeat(64 * 1024 * 1024 + 1));
  expect([err, code]).toEqual(['synth: stdin cannot be read: it is larger than 64 MB.\n', 2]);
});

it('stdin that never ends is refused', () => {
  const { stderr, status } = spawnSync(
    'sh',
    ['-c', `${process.execPath} ${resolve('bin/synth.js')} lint - < /dev/zero`],
    {
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  expect([stderr, status]).toEqual(['synth: stdin cannot be read: it is larger than 64 MB.\n', 2]);
});
