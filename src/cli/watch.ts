import { fstatSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { type FSWatcher, watch as watchFiles } from 'chokidar';
import type { FileIdentity } from '../files/listing.ts';
import { noteFiles } from '../files/noted.ts';
import { realPath } from '../files/real-path.ts';
import { counted } from '../model/counted.ts';
import { printable } from '../report/printable.ts';
import { isIgnoredBelow } from './files/gitignore.ts';
import { statsOf } from './files/stats.ts';
import { leftOut } from './files/walk.ts';
import { type InputFlags, inputsFrom } from './inputs.ts';
import type { SettingsFlags } from './settings/settings.ts';
import { usualFolder } from './snapshots/places.ts';
import { writeError } from './streams.ts';
import { complain } from './talk.ts';
import { type ExitCode, isUsageError, UsageError } from './usage.ts';

export interface WatchFlags {
  readonly watch?: boolean | undefined;
}

/** What `--watch` has to know of a command. */
export interface Watched {
  readonly paths: readonly string[];
  readonly flags: InputFlags & SettingsFlags;
  /** What the command writes: a change of it starts nothing. */
  readonly outputs: readonly (string | undefined)[];
  run(): Promise<ExitCode>;
}

/** So long nothing more must change before the command runs again, in milliseconds: editors write in several steps. */
const pause = 100;

/**
 * Runs a command, and again whenever a file that it read changes, or files come and go in the folders of its templates,
 * until it is interrupted. Gives the exit code of the last run.
 */
export const watch = async ({ paths, flags, outputs, run }: Watched): Promise<ExitCode> => {
  if (paths.includes('-') || flags.stdinPath !== undefined)
    throw new UsageError("'--watch' cannot be used with stdin.", 'Name a file.');
  const seen = noteFiles();
  let code = await run();
  const inputs = await inputsFrom(paths, flags);
  const folders = topmost(inputs.map(({ folder }) => resolve(folder)));
  const written = new Set(outputs.filter((path) => path !== undefined).map((path) => resolve(path!)));
  const watcher = watchFiles(folders, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => written.has(resolve(path)) || isUnimportant(basename(path)),
  });
  await ready(watcher);
  await writeError(
    `synth: watching ${counted(inputs.length, 'file')}, and what else is in ${folders.map(nameOf).join(', ')}; Ctrl+C ends it.\n`,
  );
  return new Promise((done) => {
    let timer: NodeJS.Timeout | undefined;
    let running = Promise.resolve();
    const again = async (path: string): Promise<void> => {
      await writeError(`synth: '${shown(path)}' changed.\n`);
      try {
        code = await run();
      } catch (error) {
        if (!isUsageError(error)) throw error;
        code = await complain(error);
      }
    };
    watcher.on('all', (event, path) => {
      if (isOwnOutput(path) || !matters(event, resolve(path), seen, folders)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(() => again(path));
      }, pause);
    });
    const end = (): void => {
      clearTimeout(timer);
      void running.then(() => watcher.close()).then(() => done(code));
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  });
};

/**
 * Whether a change can change the result: of what a run looked at, and of which files there are, as far as no `.gitignore`
 * leaves them out.
 */
const matters = (event: string, path: string, seen: ReadonlySet<string>, folders: readonly string[]): boolean => {
  const isSeen = (each: string): boolean => seen.has(each) || seen.has(realPath(each));
  if (isSeen(path)) return true;
  if (event === 'change') return false;
  const folder = folders.find((each) => path.startsWith(withSlash(each)));
  return isSeen(dirname(path)) || folder === undefined || !isIgnoredBelow(folder, path);
};

/** Whether stdout or stderr is redirected to a file. */
const isOwnOutput = (path: string): boolean => {
  const file = statsOf(path);
  return file !== undefined && [1, 2].some((descriptor) => isSame(file, fstatSync(descriptor)));
};

const isSame = (one: FileIdentity, other: FileIdentity): boolean => one.dev === other.dev && one.ino === other.ino;

const shown = (path: string): string => printable(relative('', path) || '.');

const nameOf = (folder: string): string => (relative('', folder) === '' ? 'this folder' : `'${shown(folder)}'`);

/** Folders of tools, snapshots, and files that are written under another name first. */
const isUnimportant = (name: string): boolean =>
  leftOut.has(name) || name === usualFolder || /^\..*\.tmp$|~$|\.sw[a-z]$/.test(name);

/** Folders without those that lie in another one. */
const topmost = (folders: readonly string[]): string[] => {
  const all = [...new Set(folders.map((folder) => folder))].sort();
  return all.filter((folder) => !all.some((other) => other !== folder && folder.startsWith(withSlash(other))));
};

const withSlash = (folder: string): string => (dirname(folder) === folder ? folder : folder + sep);

const ready = (watcher: FSWatcher): Promise<void> =>
  new Promise((resolveReady, reject) => {
    watcher.once('ready', () => resolveReady());
    watcher.once('error', reject);
  });
