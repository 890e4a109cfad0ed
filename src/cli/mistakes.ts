import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { didYouMean, nearest } from '../model/nearest.ts';
import { UsageError } from './usage.ts';

/** What other tools call a command of this one. */
const otherNames: Readonly<Record<string, string>> = {
  check: 'lint',
  validate: 'lint',
  verify: 'lint',
  synth: 'expand',
  synthesize: 'expand',
  transform: 'expand',
  translate: 'expand',
  compare: 'diff',
  new: 'init',
  create: 'init',
  why: 'explain',
};

/** Refuses a word that stands where a command can, and is neither one nor a file. */
export const refuseUnknownCommand = (word: string | undefined, program: Command): void => {
  if (word === undefined || !/^[a-z][\w-]*$/i.test(word) || existsSync(word)) return;
  throw unknownCommand(word, program, `There is no file '${word}' either. `);
};

/**
 * What is to be said of a word that is no command.
 * @param otherwise what else it is not
 */
export const unknownCommand = (word: string, { commands }: Command, otherwise = ''): UsageError => {
  const names = commands.map((command) => command.name());
  if (names.includes(word)) return new UsageError(`Options come after the command: 'synth ${word} …'.`);
  const meant = Object.hasOwn(otherNames, word.toLowerCase()) ? otherNames[word.toLowerCase()] : nearest(word, names);
  return new UsageError(
    `No such command '${word}'.${didYouMean(meant)}`,
    meant === undefined ? `${otherwise}See 'synth --help'.` : undefined,
  );
};

/** What is to be said of an option that a command does not have but others do; undefined where none has it. */
export const optionOfOthers = (option: string, of: Command, all: readonly Command[]): string | undefined => {
  const [flag = option] = option.split('=');
  const owners = all.filter(
    (command) =>
      command.name() !== of.name() && command.options.some((each) => each.long === flag || each.short === flag),
  );
  if (owners.length === 0) return undefined;
  const names = owners.map((owner) => `'synth ${owner.name()}'`);
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `'${flag}' is an option of ${list}, not of 'synth ${of.name()}'.`;
};
