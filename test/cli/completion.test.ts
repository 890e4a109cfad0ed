import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const scriptFor = (shell: string): string => synth(folderWith({}), ['completion', shell]).out;
const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe.each(['bash', 'zsh', 'fish', 'powershell'])('the completion for %s', (shell) => {
  it('knows commands, options, values and starters', () => {
    const script = scriptFor(shell);
    for (const word of ['snapshot', 'completion', 'sarif', 'http-api', 'powershell']) expect(script).toContain(word);
    expect(script).toMatch(/(?:--|-l )max-warnings/);
    expect(script).not.toContain('undefined');
  });
});

describe.skipIf(!has('bash'))('in bash', () => {
  it.each([
    [['li'], ['lint']],
    [['lint', '--format', 's'], ['sarif']],
    [['lint', 'a.yaml', '--max'], ['--max-warnings']],
    [['--out-d'], ['--out-dir']],
    [['init', 'ht'], ['http-api']],
    [['completion', 'f'], ['fish']],
    [['lint', 'temp'], ['template.yaml']],
    [['--config', 'temp'], ['template.yaml']],
  ])('%j becomes %j', (words, expected) => {
    const script = `${scriptFor('bash')}
COMP_WORDS=(synth ${words.join(' ')}); COMP_CWORD=${words.length}; _synth; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync('bash', ['-c', script], {
      cwd: folderWith({ 'template.yaml': '' }),
      encoding: 'utf8',
    });
    expect(stdout.trim().split('\n')).toEqual(expected);
  });
});

describe.skipIf(!has('fish'))('in fish', () => {
  it.each([
    ['synth li', 'lint'],
    ['synth lint --format s', 'sarif'],
    ['synth init ht', 'http-api'],
  ])('%s becomes %s', (line, expected) => {
    const script = `${scriptFor('fish')}\ncomplete -C '${line}'`;
    const { stdout } = spawnSync('fish', ['--no-config', '-c', script], { cwd: folderWith({}), encoding: 'utf8' });
    expect(stdout.split(/[\t\n]/)[0]).toBe(expected);
  });
});

it.skipIf(!has('zsh'))('is a script that zsh can read', () => {
  expect(spawnSync('zsh', ['-n'], { input: scriptFor('zsh'), encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
});

it('is refused for other shells', () => {
  const { err, code } = synth(folderWith({}), ['completion', 'tcsh']);
  expect(err).toContain('It takes bash, zsh, fish, powershell.');
  expect(code).toBe(2);
});
