import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const folder = folderWith({});

it('prints its version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const flag of ['--version', '-V'])
    expect(synth(folder, [flag])).toEqual({ out: `${version}\n`, err: '', code: 0 });
});

it.each([[['--help']], [['-h']], [['help']], [['expand', '--help']], [['help', 'expand']]])(
  'prints help on stdout: %s',
  (args) => {
    const { out, err, code } = synth(folder, args);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('Examples:');
    expect(out).toContain('synth template.yaml --parameter Stage=prod');
    expect(out).toContain('Exit codes:');
    if (args.includes('expand')) {
      for (const option of ['--out-dir', '--format', '--region', '--parameters', '--artifacts', '--application']) {
        expect(out).toContain(option);
      }
    }
  },
);

it.each([
  [['--regoin', 'x'], 'Did you mean --region?'],
  [['--format', 'xml'], 'json, yaml'],
  [['--region'], 'argument missing'],
  [['expnad'], "Did you mean the command 'expand'?"],
])('says what is wrong with %s on stderr', (args, text) => {
  const { out, err, code } = synth(folder, args);
  expect([out, code]).toEqual(['', 2]);
  expect(err).toMatch(/^synth: /);
  expect(err).toContain(text);
});
