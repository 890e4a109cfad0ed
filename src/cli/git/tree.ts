import { lstatSync, readFileSync, readlinkSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { Blobs } from './blobs.ts';
import { gitList } from './git.ts';
import { Hashes } from './hashes.ts';
import { bytesOfName } from './names.ts';

/** A file of a tree. */
export interface TreeFile {
  /** Git's mode: `100755` for what can be run, `120000` for a link. */
  readonly mode: string;
  /** Its content; of a link the path that it leads to. */
  bytes(): Uint8Array;
}

/** The files of a repository at a commit or as they lie in the folder, by their paths from its top. */
export interface Tree {
  readonly repository: string;
  readonly files: ReadonlyMap<string, TreeFile>;
  /** The paths of the files below a folder in their order; all of them for the top, which is empty. */
  below(folder: string): readonly string[];
  /** The ids of the contents of files. */
  ids(paths: readonly string[]): readonly string[];
  /** Prepares the contents of files that are asked for soon: one process of git serves them all. */
  willRead(paths: Iterable<string>): void;
  /** The paths of the files that hold one of some texts and whose names end in one of these ways. */
  grep(patterns: readonly string[], endings: readonly string[]): string[];
}

/** The files of a commit. */
export const commitTree = (repository: string, commit: string): Tree => {
  const files = new Map<string, TreeFile>();
  const ids = new Map<string, string>();
  const blobs = new Blobs(repository);
  for (const line of gitList(repository, ['ls-tree', '-r', '-z', '--full-tree', commit])) {
    const [, mode, type, id, path] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (type !== 'blob') continue;
    files.set(path!, { mode: mode!, bytes: () => blobs.read(id!) });
    ids.set(path!, id!);
  }
  return {
    repository,
    files,
    below: belowIn(files),
    ids: (paths) => paths.map((path) => ids.get(path)!),
    willRead: (paths) => blobs.willRead([...paths].flatMap((path) => ids.get(path) ?? [])),
    grep: (patterns, endings) =>
      gitList(repository, grepArgs(patterns, endings, commit), [1]).map((each) => each.slice(commit.length + 1)),
  };
};

/** The files as they lie in the folder of the repository: those that git knows, and new ones that it does not ignore. */
export const workTree = (repository: string): Tree => {
  const list = (...flags: string[]) => gitList(repository, ['ls-files', '-z', ...flags]);
  const gone = new Set(list('--deleted'));
  const modified = modesOfModified(repository);
  const files = new Map<string, TreeFile>();
  const known = new Map<string, string>();
  const hashes = new Hashes(repository);
  const onDisk = (path: string): Buffer => bytesOfName(join(repository, path));
  const add = (path: string, mode: string): void => {
    const read = mode === linkMode ? linkBytes : readFileSync;
    files.set(path, { mode, bytes: once(() => read(onDisk(path))) });
  };
  /** Adds a path as it lies here, whatever git knew of it; a folder is not a file. */
  const addFound = (path: string, modeNow?: string): void => {
    const mode = modeOf(onDisk(path), modeNow);
    if (mode !== undefined) add(path, mode);
  };
  for (const line of list('--stage')) {
    const [, mode, id, path] = /^(\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
    if (mode === undefined || mode === '160000' || gone.has(path!)) continue;
    if (modified.has(path!)) addFound(path!, modified.get(path!));
    else {
      add(path!, mode);
      known.set(path!, id!);
    }
  }
  for (const path of list('--others', '--exclude-standard')) addFound(path);
  return {
    repository,
    files,
    below: belowIn(files),
    ids: (paths) => {
      const unknown = paths.filter((path) => !known.has(path));
      for (const path of unknown.filter((each) => files.get(each)?.mode === linkMode)) {
        known.set(path, hashes.ofContent(files.get(path)!.bytes()));
      }
      const found = new Map(hashes.of(unknown.filter((path) => !known.has(path))));
      return paths.map((path) => known.get(path) ?? found.get(path)!);
    },
    willRead: () => undefined,
    grep: (patterns, endings) => gitList(repository, grepArgs(patterns, endings, '--untracked'), [1]),
  };
};

/** The modes that git sees now of the files that are not as it knows them: a repository may say that modes do not count. */
const modesOfModified = (repository: string): ReadonlyMap<string, string> => {
  const words = gitList(repository, ['diff-files', '--raw', '-z', '--no-renames', '--ignore-submodules']);
  const modes = new Map<string, string>();
  // `:<mode before> <mode> <id before> <id> <status>`, and the path as an entry of its own.
  for (let at = 0; at + 1 < words.length; at += 2) modes.set(words[at + 1]!, words[at]!.split(' ')[1]!);
  return modes;
};

/** Finds the paths below a folder among sorted ones. */
const belowIn = (files: ReadonlyMap<string, TreeFile>): Tree['below'] => {
  const sorted = once(() => [...files.keys()].sort());
  return (folder) => {
    const paths = sorted();
    // The character after the slash comes after all that begins with the folder.
    return folder === '' ? paths : paths.slice(firstFrom(paths, `${folder}/`), firstFrom(paths, `${folder}0`));
  };
};

/** The place of the first path that does not come before a text. */
const firstFrom = (paths: readonly string[], text: string): number => {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paths[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
};

const grepArgs = (patterns: readonly string[], endings: readonly string[], where: string): string[] => [
  ...['grep', '-l', '-z', '-I', '-G', '--full-name'],
  ...patterns.flatMap((pattern) => ['-e', pattern]),
  where,
  '--',
  ...endings.map((ending) => `*${ending}`),
];

export const linkMode = '120000';

/**
 * The mode of what lies at a path; undefined where that is neither a file nor a link.
 * @param known the mode that git sees there
 */
const modeOf = (path: Buffer, known?: string): string | undefined => {
  let stats: Stats | undefined;
  try {
    stats = lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
  if (stats?.isSymbolicLink()) return linkMode;
  if (!stats?.isFile()) return undefined;
  if (known?.startsWith('100')) return known;
  return (stats.mode & 0o100) === 0 ? '100644' : '100755';
};

const linkBytes = (path: Buffer): Uint8Array => readlinkSync(path, { encoding: 'buffer' });

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
