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
  [
    ['--regoin', 'x'],
    "synth: 'synth expand' has no option '--regoin'. Did you mean '--region'?\nSee 'synth expand --help'.\n",
  ],
  [['--format', 'xml'], "synth: '--format' does not take 'xml'.\nIt takes json, yaml. See 'synth expand --help'.\n"],
  [['lint', '--format', 'jsno'], "'--format' does not take 'jsno'. Did you mean 'json'?\nIt takes text, json, "],
  [
    ['completion', 'tcsh'],
    "synth: 'SHELL' does not take 'tcsh'.\nIt takes bash, zsh, fish, powershell. See 'synth completion --help'.\n",
  ],
  [['snapshot', '--watch=1'], "synth: '--watch' takes no value.\nSee 'synth snapshot --help'.\n"],
  [['lint', '-z'], "synth: 'synth lint' has no option '-z'.\nSee 'synth lint --help'.\n"],
  [['appspec'], "synth: 'synth appspec' needs FILE.\nSee 'synth appspec --help'.\n"],
  [['init', 'a', 'b', 'c'], "synth: 'synth init' takes 2 arguments, and got 3.\nSee 'synth init --help'.\n"],
  [['--region'], "synth: '--region' needs a value: --region <REGION>.\nSee 'synth expand --help'.\n"],
  [['expnad'], "synth: No such command 'expnad'. Did you mean 'expand'?\n"],
  [['lnit', 't.yaml'], "synth: No such command 'lnit'. Did you mean 'lint'?\n"],
  [['--region', 'eu-west-1', 'lnit', 't.yaml'], "No such command 'lnit'. Did you mean 'lint'?"],
  [['validate', 't.yaml'], "No such command 'validate'. Did you mean 'lint'?"],
  [['Orders'], "No such command 'Orders'.\nThere is no file 'Orders' either. See 'synth --help'.\n"],
  [['expand', 'lnit'], "'lnit' cannot be read: there is no such file."],
  [
    ['t.yaml', '--fix'],
    "synth: '--fix' is an option of 'synth lint', not of 'synth expand'.\nSee 'synth expand --help'.\n",
  ],
  [
    ['lint', '--out-dir=x'],
    "synth: '--out-dir' is an option of 'synth expand' and 'synth convert', not of 'synth lint'.\nSee 'synth lint --help'.\n",
  ],
  [
    ['expand', 't.yaml', '--fail-on', 'x'],
    "synth: '--fail-on' is an option of 'synth diff', not of 'synth expand'.\nSee 'synth expand --help'.\n",
  ],
  [
    ['explain', '--max-warnings', 'x'],
    "synth: '--max-warnings' is an option of 'synth lint', not of 'synth explain'.\nSee 'synth explain --help'.\n",
  ],
  [['lint', '--oout', 'x'], "'synth lint' has no option '--oout'."],
  [['help', 'lnt'], "synth: No such command 'lnt'. Did you mean 'lint'?\n"],
  [['help', 'nosuch'], "synth: No such command 'nosuch'.\nSee 'synth --help'.\n"],
])('says what is wrong with %s on stderr', (args, text) => {
  const { out, err, code } = synth(folder, args);
  expect([out, code]).toEqual(['', 2]);
  expect(err).toMatch(/^synth: /);
  expect(err).toContain(text);
});
