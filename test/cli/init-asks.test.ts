import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './synth.ts';

/** Runs a command at a terminal of 100 columns, and presses keys when a text is on it. */
const driver = `
import fcntl, json, os, pty, select, struct, sys, termios, time
steps, command = json.loads(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    time.sleep(0.2)
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 100, 0, 0))
shown, end = '', time.time() + 50
def read():
    global shown
    if not select.select([terminal], [], [], 0.1)[0]:
        return True
    try:
        shown += os.read(terminal, 65536).decode(errors='replace')
        return True
    except OSError:
        return False
for text, keys in steps:
    while text not in shown and time.time() < end and read():
        pass
    shown = ''
    os.write(terminal, keys.encode())
while time.time() < end and read():
    pass
print(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

const down = '\u001b[B';

const atTerminal = (folder: string, args: readonly string[], steps: readonly (readonly [string, string])[]) => {
  const command = [process.execPath, resolve('bin/synth.js'), ...args];
  const { stdout, status } = spawnSync('python3', ['-c', driver, JSON.stringify(steps), ...command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '1' },
  });
  return { out: stdout, code: status };
};

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
