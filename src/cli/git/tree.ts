import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { git, gitList } from './git.ts';

/** A file of a tree. */
export interface TreeFile {
  /** Git's mode: `100755` for what can be run, `120000` for a link. */
  readonly mode: string;
  /** The id of its content. */
  id(): string;
  bytes(): Uint8Array;
}

/** The files of a repository at a commit or as they lie in the folder, by their paths from its top. */
export interface Tree {
  readonly repository: string;
  readonly files: ReadonlyMap<string, TreeFile>;
  /** The paths of the files that hold one of some texts and whose names end in one of these ways. */
  grep(patterns: readonly string[], endings: readonly string[]): string[];
}

/** The files of a commit. */
export const commitTree = (repository: string, commit: string): Tree => {
  const files = new Map<string, TreeFile>();
  for (const line of gitList(repository, ['ls-tree', '-r', '-z', '--full-tree', commit])) {
    const [, mode, type, id, path] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (type !== 'blob') continue;
    const bytes = once(() => git(repository, ['cat-file', 'blob', id!])!);
    files.set(path!, { mode: mode!, id: () => id!, bytes });
  }
  const grep: Tree['grep'] = (patterns, endings) =>
    gitList(repository, grepArgs(patterns, endings, commit), [1]).map((each) => each.slice(commit.length + 1));
  return { repository, files, grep };
};

/** The files as they lie in the folder of the repository: those that git knows, and new ones that it does not ignore. */
export const workTree = (repository: string): Tree => {
  const list = (...flags: string[]) => gitList(repository, ['ls-files', '-z', ...flags]);
  const gone = new Set(list('--deleted'));
  const modified = new Set(list('--modified'));
  const files = new Map<string, TreeFile>();
  const add = (path: string, mode: string, known: string | undefined) => {
    const id = known === undefined ? once(() => hashOf(repository, path)) : () => known;
    files.set(path, { mode, id, bytes: once(() => readFileSync(join(repository, path))) });
  };
  for (const line of list('--stage')) {
    const [, mode, id, path] = /^(\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
    if (mode !== undefined && mode !== '160000' && !gone.has(path!))
      add(path!, mode, modified.has(path!) ? undefined : id);
  }
  for (const path of list('--others', '--exclude-standard')) add(path, modeOf(join(repository, path)), undefined);
  const grep: Tree['grep'] = (patterns, endings) =>
    gitList(repository, grepArgs(patterns, endings, '--untracked'), [1]);
  return { repository, files, grep };
};

const grepArgs = (patterns: readonly string[], endings: readonly string[], where: string): string[] => [
  ...['grep', '-l', '-z', '-I', '-G', '--full-name'],
  ...patterns.flatMap((pattern) => ['-e', pattern]),
  where,
  '--',
  ...endings.map((ending) => `*${ending}`),
];

const hashOf = (repository: string, path: string): string =>
  git(repository, ['hash-object', '--', path])!.toString('utf8').trim();

const modeOf = (path: string): string => ((statSync(path).mode & 0o100) === 0 ? '100644' : '100755');

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
