import { existsSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readText } from '../parse/text.ts';
import { otherKindOf } from './files/kinds.ts';
import { statsOf } from './files/stats.ts';
import { readFile } from './read-file.ts';
import type { SettingsFlags } from './settings/settings.ts';
import { namedTemplates } from './settings/settled.ts';
import { readIn, writeError } from './streams.ts';
import { systemReason, UsageError } from './usage.ts';

/** A template as it was given on the command line. */
export interface Input {
  /** As the person wrote it; `-` stands for stdin. */
  readonly path: string;
  /** How it is called in messages. */
  readonly name: string;
  /** The folder that local paths are relative to. */
  readonly folder: string;
}

/** How files are looked for, as commander hands it over. */
export interface InputFlags {
  /** Patterns of files and folders that are left out. */
  readonly ignore?: readonly string[] | undefined;
  /** Pass over what is not a template, even where it is named. */
  readonly skipOtherFiles?: boolean | undefined;
  /** The path that a template from stdin has. */
  readonly stdinPath?: string | undefined;
}

const compactNames = ['synth.yaml', 'synth.yml', 'synth.json'];
const samNames = ['template.yaml', 'template.yml', 'template.json'];
const usualNames = [...compactNames, ...samNames];

/** The templates to work on: those given as files, folders and patterns, or the one that this folder has. */
export const inputsFrom = async (
  given: readonly string[],
  flags: InputFlags & SettingsFlags = {},
): Promise<Input[]> => {
  const { ignore = [], skipOtherFiles, stdinPath } = flags;
  if (stdinPath === '') throw new UsageError("'--stdin-path' is empty.", 'Name the file that the template is for.');
  if (stdinPath !== undefined) return [stdinAt(stdinPath, given)];
  const named = given.length > 0 ? undefined : await namedTemplates(flags);
  const paths = given.length > 0 ? given : (named?.paths ?? [usualFile()]);
  const gone = named?.paths.find((path) => isOneFile(path) && statsOf(path) === undefined);
  if (gone !== undefined)
    throw new UsageError(`${named!.from} names the template '${gone}', but there is no such file.`);
  const isPlain = ignore.length === 0 && !skipOtherFiles && paths.every(isOneFile);
  const files = isPlain
    ? paths
    : await (await import('./files/find.ts')).findTemplates(paths, { ignore, skipOthers: skipOtherFiles });
  return eachOnce(files).map(inputOf);
};

/** Each file once, called as it is named first. */
const eachOnce = (paths: readonly string[]): string[] => {
  const places = paths.map((path) => (path === '-' ? path : resolve(path)));
  return paths.filter((_, at) => places.indexOf(places[at]!) === at);
};

/** The template that a command works on which takes only one. */
export const inputFrom = async (path: string | undefined, flags: InputFlags & SettingsFlags = {}): Promise<Input> => {
  const inputs = await inputsFrom(path === undefined ? [] : [path], flags);
  const [input, other] = inputs;
  if (input === undefined) throw new UsageError(`'${path}' is left out.`);
  if (other === undefined) return input;
  throw new UsageError(
    `${path === undefined ? 'The configuration' : `'${path}'`} stands for ${inputs.length} templates, and this command takes one.`,
    `Name it: ${inputs
      .slice(0, 3)
      .map((each) => each.path)
      .join(', ')}${inputs.length > 3 ? ' …' : ''}`,
  );
};

/** The files, folders and patterns that a command works on, as they are given or as the files of the project name them. */
export const namedPaths = async (given: readonly string[], flags: SettingsFlags): Promise<readonly string[]> =>
  given.length > 0 ? given : ((await namedTemplates(flags))?.paths ?? []);

/** Whether a path stands for itself: it is not a folder, and either there or no pattern. */
const isOneFile = (path: string): boolean => {
  if (path === '-') return true;
  const stats = statsOf(path);
  return stats === undefined ? !isPattern(path) : !stats.isDirectory();
};

const isPattern = (path: string): boolean => /[*?[{(]/.test(path);

const usualFile = (): string => {
  const found = usualNames.filter((name) => existsSync(name));
  const [first, ...others] = found;
  if (first === undefined) {
    throw new UsageError(
      `There is no ${usualNames.slice(0, -1).join(', ')} or ${usualNames.at(-1)} in this folder.`,
      "Name the template: synth FILE. Or pipe it in: synth -. See 'synth --help'.",
    );
  }
  const other = others.find((name) => samNames.includes(name));
  if (compactNames.includes(first) && other !== undefined)
    void writeError(`synth: took ${first}; there is ${other} too.\n`);
  return first;
};

const stdinAt = (path: string, paths: readonly string[]): Input => {
  const other = paths.find((each) => each !== '-');
  if (other === undefined) return { path: '-', name: path, folder: dirname(path) };
  throw new UsageError(`'--stdin-path' is for a template from stdin, and '${other}' is a file.`, 'Give one of them.');
};

/** A file, or stdin, as it is named. */
export const inputOf = (path: string): Input =>
  path === '-' ? { path, name: '<stdin>', folder: '.' } : { path, name: path, folder: dirname(path) };

/** The bytes of a template. What is plainly something else is refused. */
export const readInput = async ({ path }: Input): Promise<Uint8Array> => {
  if (path === '-') return readIn();
  if (statsOf(path)?.isDirectory()) throw folderFault(path);
  const bytes = readFile(path, undefined, () => hintFor(path));
  const kind = otherKindOf(path, readText(bytes).text);
  if (kind !== undefined) throw new UsageError(`'${path}' is not a template: it is ${kind}.`);
  return bytes;
};

/** Why a folder gives no template. */
const folderFault = (path: string): UsageError => {
  try {
    readdirSync(path);
  } catch (error) {
    return new UsageError(`The folder '${path}' cannot be read: ${systemReason(error)}.`);
  }
  return new UsageError(`There is no template in the folder '${path}'.`, whatCounts);
};

const whatCounts = 'A template is a .yaml, .yml, .json or .template file; what .gitignore names does not count.';

const hintFor = (path: string): string | undefined => {
  const stats = statsOf(path);
  if (stats?.isFIFO()) return 'Pipe it in instead: … | synth -';
  return stats === undefined && isPattern(path) ? `No template matches this pattern. ${whatCounts}` : undefined;
};
