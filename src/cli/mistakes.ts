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
export const refuseUnknownCommand = (word: string | undefined, commands: readonly string[]): void => {
  if (word === undefined || !/^[a-z][\w-]*$/i.test(word) || existsSync(word)) return;
  const other = otherNames[word.toLowerCase()];
  const meant = other !== undefined && commands.includes(other) ? other : nearest(word, commands);
  throw new UsageError(
    `No such command '${word}'.${didYouMean(meant)}`,
    meant === undefined ? `There is no file '${word}' either. See 'synth --help'.` : undefined,
  );
};

/** What is to be said of an option that a command does not have but others do; undefined where none has it. */
export const optionOfOthers = (option: string, of: Command, all: readonly Command[]): string | undefined => {
  const [flag = option] = option.split('=');
  const owners = all.filter(
    (command) => command !== of && command.options.some((each) => each.long === flag || each.short === flag),
  );
  if (owners.length === 0) return undefined;
  const names = owners.map((owner) => `'synth ${owner.name()}'`);
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `'${flag}' is an option of ${list}, not of 'synth ${of.name()}'.`;
};
