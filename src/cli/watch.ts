import { basename, dirname, relative, resolve, sep } from 'node:path';
import { type FSWatcher, watch as watchFiles } from 'chokidar';
import { counted } from '../model/counted.ts';
import { printable } from '../report/printable.ts';
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
 * Runs a command, and again whenever a file changes in the folders of its templates, until it is interrupted. Gives the
 * exit code of the last run.
 */
export const watch = async ({ paths, flags, outputs, run }: Watched): Promise<ExitCode> => {
  if (paths.includes('-') || flags.stdinPath !== undefined)
    throw new UsageError("'--watch' cannot be used with stdin.", 'Name a file.');
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
    watcher.on('all', (_, path) => {
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
