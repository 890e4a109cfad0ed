import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atTerminal } from './at-terminal.ts';
import { folderWith } from './synth.ts';

const down = '\u001b[B';

describe.skipIf(process.platform === 'win32')('at a terminal, synth init', () => {
  it('asks for what is open', () => {
    const folder = folderWith({});
    const { code } = atTerminal(
      folder,
      ['init'],
      [
        ['start with', `${down}\r`],
        ['Which runtime', '\r'],
        ['be written', `${down}\r`],
        ['Into which folder', 'mine\r'],
      ],
    );
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'mine/template.yaml'), 'utf8')).toContain('nodejs22.x');
    expect(readFileSync(join(folder, 'mine/README.md'), 'utf8')).toMatch(/^# mine\n\nWorks off a queue/);
  });

  it('asks nothing that is given, and nothing at all with --yes', () => {
    const folder = folderWith({});
    const given = ['init', 'http-api', 'given', '--runtime', 'python3.13'];
    expect(atTerminal(folder, given, [['be written', '\r']]).code).toBe(0);
    expect(existsSync(join(folder, 'given/synth.yaml'))).toBe(true);
    expect(atTerminal(folder, ['init', '--yes'], []).code).toBe(0);
    expect(existsSync(join(folder, 'http-api/package.json'))).toBe(true);
  });

  it('writes nothing where it is cancelled', () => {
    const folder = folderWith({});
    const { out, code } = atTerminal(folder, ['init', 'http-api'], [['Which runtime', '\u0003']]);
    expect(out).toContain('Nothing was written.');
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'http-api'))).toBe(false);
  });
});
