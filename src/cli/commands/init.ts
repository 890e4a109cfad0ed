import { basename, resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { didYouMean, nearest } from '../../model/nearest.ts';
import { printable } from '../../report/printable.ts';
import {
  type Choices,
  commandFor,
  type Form,
  installFor,
  isPublished,
  languageOf,
  projectOf,
  runtimesOn,
  type Starter,
  startersIn,
  tarballOf,
  templateName,
  usualRuntime,
  usualStarter,
} from '../../starters/index.ts';
import type { Answers } from '../starters/asking.ts';
import { firstSnapshot } from '../starters/first-snapshot.ts';
import { bundledSources } from '../starters/sources.ts';
import { checkTarget, type Written, writeProject } from '../starters/target.ts';
import { isTerminal, writeOut } from '../streams.ts';
import { regionFrom } from '../transform-options.ts';
import { type ExitCode, exitCode, UsageError } from '../usage.ts';

/** What `synth init` was asked, as commander hands it over. */
export interface InitFlags {
  readonly list?: boolean | undefined;
  readonly name?: string | undefined;
  readonly runtime?: string | undefined;
  readonly format?: Form | undefined;
  readonly region?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly force?: boolean | undefined;
}

const usualRegion = 'us-east-1';

/** `synth init`: a starter's files in a folder of their own. */
export const runInit = async (
  id: string | undefined,
  folder: string | undefined,
  flags: InitFlags,
): Promise<ExitCode> => {
  const sources = bundledSources();
  const starters = startersIn(sources);
  if (flags.list) {
    await writeOut(listOf(starters));
    return exitCode.done;
  }
  const runtimes = runtimesOn(new Date().toISOString().slice(0, 10));
  const given = {
    starter: id === undefined ? undefined : starterOf(id, starters),
    runtime: flags.runtime === undefined ? undefined : runtimeOf(flags.runtime, runtimes),
    form: flags.format,
    folder,
  };
  const name = nameFrom(flags.name);
  const region = regionFrom(flags.region) ?? usualRegion;
  const folderOf = (starter: Starter): string => name ?? starter.id;
  if (folder === '') throw new UsageError('The name of the folder is empty.', "Write '.' for the current folder.");
  if (folder !== undefined) checkTarget(folder, flags.force === true);
  const asks = !flags.yes && process.stdin.isTTY === true && isTerminal(1);
  if (id === undefined && !asks && !flags.yes) {
    throw new UsageError('No starter is named.', `${listOf(starters)}Write 'synth init STARTER'.`);
  }
  const { starter, runtime, form, ...to }: Answers = asks
    ? await (await import('../starters/asking.ts')).ask(given, starters, runtimes, folderOf)
    : withDefaults(given, starters, folderOf);
  checkTarget(to.folder, flags.force === true);
  const choices = { name: name ?? nameOf(to.folder), runtime, form, region, version: packageJson.version };
  const template = templateName(form);
  const snapshot = firstSnapshot(to.folder, template, region);
  const written = writeProject(to.folder, projectOf(sources, starter, choices), snapshot);
  await writeOut(report(starter, choices, to.folder, written));
  return exitCode.done;
};

/** What is left open, as most want it. */
const withDefaults = (
  given: { readonly [Name in keyof Answers]: Answers[Name] | undefined },
  starters: readonly Starter[],
  folderOf: (starter: Starter) => string,
): Answers => {
  const starter = given.starter ?? starterOf(usualStarter, starters);
  const { runtime = usualRuntime.node, form = 'spec', folder = folderOf(starter) } = given;
  return { starter, runtime, form, folder };
};

const listOf = (starters: readonly Starter[]): string => {
  const width = Math.max(...starters.map(({ id }) => id.length));
  return starters.map(({ id, title }) => `${id.padEnd(width)}  ${title}\n`).join('');
};

const starterOf = (id: string, starters: readonly Starter[]): Starter => {
  const found = starters.find((each) => each.id === id);
  if (found !== undefined) return found;
  const ids = starters.map((each) => each.id);
  throw new UsageError(
    `There is no starter '${id}'.${didYouMean(nearest(id, ids))}`,
    `There are ${ids.join(', ')}. 'synth init --list' says what they are.`,
  );
};

const runtimeOf = (id: string, runtimes: readonly string[]): string => {
  if (runtimes.includes(id)) return id;
  throw new UsageError(
    `There is no starter for the runtime '${id}'.${didYouMean(nearest(id, runtimes))}`,
    `The runtimes are ${runtimes.join(', ')}.`,
  );
};

/** A name goes into file names, package.json and Markdown. */
const nameFrom = (name: string | undefined): string | undefined => {
  if (name === undefined || /^[A-Za-z0-9](?:[\w.-]{0,98}[A-Za-z0-9])?$/.test(name)) return name;
  throw new UsageError(
    `'${name}' cannot be the name of a project.`,
    'A name has at most 100 letters, digits, points, hyphens and underscores, and begins and ends with a letter or a digit.',
  );
};

/** The name of a project by its folder, as far as a name can be that. */
const nameOf = (folder: string): string => {
  const characters = [
    ...basename(resolve(folder))
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 100),
  ];
  const last = characters.findLastIndex((character) => /[A-Za-z0-9]/.test(character));
  return characters.slice(0, last + 1).join('') || 'project';
};

const report = (starter: Starter, choices: Choices, folder: string, written: readonly Written[]): string => {
  const lines = written.map(({ path, how }) => `  ${how.padEnd(11)} ${path}\n`);
  return `${starter.title} in '${printable(folder)}':\n${lines.join('')}\n${unpublished(choices, folder)}Next:\n${nextSteps(
    choices,
    folder,
  )
    .map((step) => `  ${step}\n`)
    .join('')}`;
};

/** Where synth comes from, while npm's registry does not have it. */
const unpublished = ({ version }: Choices, folder: string): string =>
  isPublished
    ? ''
    : `synth is not in npm's registry yet: 'npm ci && npm pack' in a clone of it makes ${tarballOf(version)}.\nCopy that into '${printable(folder)}' first.\n\n`;

const nextSteps = (choices: Choices, folder: string): string[] => {
  const isNode = languageOf(choices.runtime) === 'node';
  const synth = commandFor(choices);
  const install = installFor(choices);
  return [
    ...(resolve(folder) === resolve('.') ? [] : [`cd ${shellWord(folder)}`]),
    ...(install === undefined ? [] : [install]),
    isNode ? 'npm test' : 'python3 -m unittest discover -s tests -t .',
    `${synth} lint`,
    `${synth} snapshot --check`,
  ];
};

/** A path as a shell takes it, without characters that a terminal obeys. */
const shellWord = (path: string): string =>
  /^[\w./@+-]+$/.test(path) ? path : `'${printable(path).replaceAll("'", "'\\''")}'`;
