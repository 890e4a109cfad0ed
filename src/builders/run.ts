import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { whenStopped } from '../files/stopped.ts';

/** Thrown where a step cannot be done: its tool is missing, or ended with an error. */
export class StepFailed extends Error {
  /** What the tool said. */
  readonly output: string;

  constructor(reason: string, output = '') {
    super(reason);
    this.output = output;
  }
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How much of what a tool said is shown, in lines from its end. */
const shownLines = 30;

// Loaded when the first tool is run: the command runs without it otherwise.
const childProcess = () => createRequire(import.meta.url)('node:child_process') as typeof import('node:child_process');

/** How long the last output of a tool that has ended may take to arrive, in milliseconds. */
const outputGrace = 200;

/** Whether a tool and all that it starts can be stopped together, as a group of processes of its own. */
const hasGroups = process.platform !== 'win32';

const stop = (child: ChildProcess): void => {
  if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  else child.kill();
};

/** Runs a tool to its end, not to that of what it left running; what it says is shown only where it fails. */
export const run = (tool: string, args: readonly string[], { cwd, env = {} }: RunOptions): Promise<string> =>
  new Promise((done, fail) => {
    const child = childProcess().spawn(tool, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: hasGroups,
    });
    const isDone = whenStopped(() => stop(child));
    child.once('error', isDone);
    child.once('exit', isDone);
    const output: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => output.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => output.push(bytes));
    child.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new StepFailed(
          error.code === 'ENOENT' ? `'${tool}' is not installed` : `'${tool}' cannot be run: ${error.message}`,
        ),
      ),
    );
    // A process in the background keeps the pipes open.
    child.once('exit', () => {
      const late = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, outputGrace);
      child.once('close', () => clearTimeout(late));
    });
    child.once('close', (code, signal) => {
      const text = Buffer.concat(output).toString('utf8');
      if (code === 0) return done(text);
      const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
      fail(new StepFailed(`'${[tool, ...args].join(' ')}' ended ${how}`, lastLines(text)));
    });
  });

const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-shownLines).join('\n');
