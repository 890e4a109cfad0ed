import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Step, start, steps } from './steps.ts';

/** What `synth diff` prints of one commit. */
export interface Told {
  readonly step: Step;
  /** The name of its page. */
  readonly page: string;
  /** What the commit changes, as a patch without its headers. */
  readonly patch: string;
  readonly markdown: string;
  readonly json: { readonly templates: readonly { readonly consequences: readonly { readonly id: string }[] }[] };
}

const command = resolve('bin/synth.js');

/** Makes a repository with the ten commits, and has `synth diff` tell of each. */
export const tellHistory = (): Told[] => {
  const folder = mkdtempSync(join(tmpdir(), 'synth-history-'));
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { cwd: folder, encoding: 'utf8' });
  const git = (...args: string[]) => run('git', '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const commit = (subject: string) => {
    git('add', '-A');
    git('commit', '-q', '-m', subject);
  };
  try {
    git('init', '-q');
    for (const [name, text] of Object.entries(start)) write(name, text);
    commit('Begin');
    return steps.map((step, at) => {
      write(step.file, edited(readFileSync(join(folder, step.file), 'utf8'), step));
      commit(step.subject);
      const tell = (format: string) =>
        run(process.execPath, command, 'diff', '--since', 'HEAD~1..HEAD', '--format', format);
      const page = `${String(at + 1).padStart(2, '0')}-${step.consequence}.md`;
      const patch = linesOf(git('diff', '-U1', 'HEAD~1..HEAD'));
      return { step, page, patch, markdown: tell('markdown'), json: JSON.parse(tell('json')) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The changed lines of a patch, and those around them. */
const linesOf = (patch: string): string =>
  patch
    .split('\n')
    .filter((line) => /^[-+ ]/.test(line) && !/^(?:---|\+\+\+) /.test(line))
    .join('\n');

const edited = (text: string, { edits, subject }: Step): string => {
  let result = text;
  for (const [from, to] of edits) {
    if (!result.includes(from)) throw new Error(`'${subject}': there is no '${from}'`);
    result = result.replace(from, to);
  }
  return result;
};
