import { describe, expect, it } from 'vitest';
import { atTerminal } from './at-terminal.ts';
import { folderWith, synth } from './synth.ts';

const clean = 'Resources: {Topic: {Type: AWS::SNS::Topic}}\n';
const folder = folderWith({ 'template.yaml': clean, 'more/template.yaml': clean, 'bad.yaml': `${clean}Nope: 1\n` });

describe.skipIf(process.platform === 'win32')('at a terminal, synth lint', () => {
  it.each([
    [[], 'No findings in 1 file.\r\n'],
    [['.', '--ignore', 'bad.yaml'], 'No findings in 2 files.\r\n'],
    [['--quiet'], 'No errors in 1 file.\r\n'],
  ])('says that there is nothing to read: %j', (args, said) => {
    expect(atTerminal(folder, ['lint', ...args])).toMatchObject({ out: `${said}\n`, code: 0 });
  });

  it('does not say so beside findings', () => {
    const { out, code } = atTerminal(folder, ['lint', 'template.yaml', 'bad.yaml']);
    expect(out).toContain("no key 'Nope'");
    expect(out).not.toContain('No findings');
    expect(code).toBe(1);
  });
});

it('says nothing of a clean template to a program', () => {
  expect(synth(folder, ['lint'])).toEqual({ out: '', err: '', code: 0 });
});
