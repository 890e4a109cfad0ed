import type { SpawnSyncReturns } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, relative, sep } from 'node:path';
import { UsageError } from '../usage.ts';
import { textOfName } from './names.ts';

/** The most that git may print at once, in bytes. */
const mostBytes = 512 * 1024 * 1024;

/** Runs git in a folder and gives what it prints; undefined where it ends with one of the codes that mean "nothing". */
export const git = (
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  nothing: readonly number[] = [],
): Buffer | undefined => {
  const run = runGit(folder, args, input);
  if (run.status === 0) return run.stdout;
  if (nothing.includes(run.status ?? -1)) return undefined;
  throw new UsageError(`git ${args[0]} failed: ${reasonOf(run)}`);
};

/** What git prints, as a list: its entries end with NUL. */
export const gitList = (folder: string, args: readonly string[], nothing: readonly number[] = []): string[] => {
  const printed = git(folder, args, '', nothing) ?? Buffer.alloc(0);
  const text = printed.toString('utf8');
  // Names are bytes, and few are not UTF-8.
  const entries = text.includes('\ufffd') ? partsOf(printed).map(textOfName) : text.split('\0');
  return entries.filter((each) => each !== '');
};

const partsOf = (printed: Buffer): Buffer[] => {
  const parts: Buffer[] = [];
  for (let at = 0; at < printed.length; ) {
    const end = printed.indexOf(0, at);
    parts.push(printed.subarray(at, end < 0 ? printed.length : end));
    at = end < 0 ? printed.length : end + 1;
  }
  return parts;
};

// Loaded when the first process is started: two files are compared without any.
const childProcess = () => createRequire(import.meta.url)('node:child_process') as typeof import('node:child_process');

const settings = [
  // No setting of the user changes what is printed.
  ...['core.quotePath=false', 'color.ui=false', 'color.grep=false', 'submodule.recurse=false'],
  // No setting of a repository that lies among the files of another one, as it came with them, counts.
  'safe.bareRepository=explicit',
  // Empty turns it off in every version of git; early ones take 'false' for a command.
  'core.fsmonitor=',
].flatMap((setting) => ['-c', setting]);

const runGit = (folder: string, args: readonly string[], input: string | Uint8Array): SpawnSyncReturns<Buffer> => {
  const all = ['-C', folder, '--no-pager', ...settings, ...args];
  const run = childProcess().spawnSync('git', all, { input, maxBuffer: mostBytes });
  if ((run.error as { code?: string } | undefined)?.code === 'ENOENT') {
    throw new UsageError('git was not found.', 'Install git, or compare two files: synth diff OLD NEW.');
  }
  if (run.error) throw new UsageError(`git ${args[0]} failed: ${run.error.message}`);
  return run;
};

/** What git says last of why it ends, or first of all. */
const reasonOf = ({ stderr, status }: SpawnSyncReturns<Buffer>): string => {
  const lines = stderr.toString('utf8').trim().split('\n');
  const line = lines.findLast((each) => each.startsWith('fatal: ')) ?? lines[0];
  return line?.replace(/^(fatal|error): /, '') || `it ended with code ${status}`;
};

/** The top folder of the repository with a working tree that a folder is in; undefined outside of any. */
export const repositoryOf = (folder: string): string | undefined => {
  const found = git(folder, ['rev-parse', '--show-toplevel', '--absolute-git-dir'], '', [128]);
  const [top, data] = found?.toString('utf8').trim().split('\n') ?? [];
  // Git before 2.38 does not know 'safe.bareRepository': it takes a folder with the files of a repository for one.
  return top !== undefined && data !== undefined && isBelow(folder, data) ? undefined : top;
};

const isBelow = (folder: string, other: string): boolean => {
  const path = relative(realpathSync(other), realpathSync(folder));
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
};

/** What the name of a commit begins with that is looked for by its message; the rest of the name is the text. */
export const messageSearch = ':/';

/** The id of a commit by any of its names. */
export const commitOf = (repository: string, name: string): string => {
  // What follows ':/' is a text that the message of a commit has.
  const asked = name.startsWith(messageSearch) ? name : `${name}^{commit}`;
  const found = git(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', asked], '', [1, 128]);
  const id = found?.toString('utf8').trim();
  // '^v1' is not a commit but all that v1 does not have; its id begins with the sign, too.
  if (id?.startsWith('^')) throw new UsageError(`'${name}' does not name one revision.`, `Write '${name.slice(1)}'.`);
  if (id !== undefined) return id;
  requireReadable(repository, name, asked);
  if (gitList(repository, ['rev-list', '--all', '--max-count=1']).length === 0) {
    throw new UsageError('This repository has no commits yet.', 'Compare two files: synth diff OLD NEW.');
  }
  throw new UsageError(
    `There is no revision '${name}' in this repository.`,
    'A shallow clone has the last commit only: fetch the one to compare with.',
  );
};

/** Fails with what git says of an object that is there and cannot be read. */
const requireReadable = (repository: string, name: string, asked: string): void => {
  const found = git(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', name], '', [1, 128]);
  const id = found?.toString('utf8').trim() ?? '';
  const isThere = id !== '' && git(repository, ['cat-file', '-e', id], '', [1, 128]) !== undefined;
  const isReadable = isThere && git(repository, ['cat-file', '-t', id], '', [128]) !== undefined;
  if (isThere && !isReadable) git(repository, ['rev-parse', '--verify', '--end-of-options', asked]);
};

/** The commit from which two have come apart. */
export const mergeBaseOf = (repository: string, one: string, other: string): string => {
  const found = git(repository, ['merge-base', commitOf(repository, one), commitOf(repository, other)], '', [1]);
  if (found) return found.toString('utf8').trim();
  throw new UsageError(
    `'${one}' and '${other}' have no common history here.`,
    'A shallow clone may not reach back to it: fetch more.',
  );
};
