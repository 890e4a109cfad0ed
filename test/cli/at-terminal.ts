import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

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

/** Runs synth at a terminal; each step waits for a text, and presses keys. What is on the terminal after the last one. */
export const atTerminal = (
  folder: string,
  args: readonly string[],
  steps: readonly (readonly [text: string, keys: string])[] = [],
) => {
  const command = [process.execPath, resolve('bin/synth.js'), ...args];
  const { stdout, status } = spawnSync('python3', ['-c', driver, JSON.stringify(steps), ...command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '1' },
  });
  return { out: stdout, code: status };
};
