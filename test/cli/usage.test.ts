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
  [['expnad'], "synth: No such command 'expnad'. Did you mean 'expand'?\n"],
  [['lnit', 't.yaml'], "synth: No such command 'lnit'. Did you mean 'lint'?\n"],
  [['--region', 'eu-west-1', 'lnit', 't.yaml'], "No such command 'lnit'. Did you mean 'lint'?"],
  [['validate', 't.yaml'], "No such command 'validate'. Did you mean 'lint'?"],
  [['Orders'], "No such command 'Orders'.\nThere is no file 'Orders' either. See 'synth --help'.\n"],
  [['expand', 'lnit'], "'lnit' cannot be read: there is no such file."],
  [['t.yaml', '--fix'], "synth: '--fix' is an option of 'synth lint', not of 'synth expand'.\n"],
  [
    ['lint', '--out-dir=x'],
    "synth: '--out-dir' is an option of 'synth expand' and 'synth convert', not of 'synth lint'.\n",
  ],
  [['expand', 't.yaml', '--fail-on', 'x'], "synth: '--fail-on' is an option of 'synth diff', not of 'synth expand'.\n"],
  [
    ['explain', '--max-warnings', 'x'],
    "synth: '--max-warnings' is an option of 'synth lint', not of 'synth explain'.\n",
  ],
  [['lint', '--oout', 'x'], 'unknown option'],
  [['help', 'lnt'], "synth: No such command 'lnt'. Did you mean 'lint'?\n"],
  [['help', 'nosuch'], "synth: No such command 'nosuch'.\nSee 'synth --help'.\n"],
])('says what is wrong with %s on stderr', (args, text) => {
  const { out, err, code } = synth(folder, args);
  expect([out, code]).toEqual(['', 2]);
  expect(err).toMatch(/^synth: /);
  expect(err).toContain(text);
});
