import { existsSync } from 'node:fs';
import type { Command, CommanderError } from 'commander';
import { counted } from '../model/counted.ts';
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

/** How a command is called, as its help shows it. */
const callOf = (command: Command): string => (command.parent === null ? 'synth' : `synth ${command.name()}`);

/**
 * What is to be said of arguments that commander refuses: what is wrong, what is allowed, and where the help is.
 * @param all the commands of which one may have what this one lacks
 */
export const refusedArguments = (
  { code, message }: CommanderError,
  command: Command,
  all: () => readonly Command[],
): UsageError => {
  const help = `See '${callOf(command)} --help'.`;
  const {
    argument = '',
    given = '',
    named = argument,
    value = given,
    allowed = '',
  } = refusals[code]?.exec(message)?.groups ?? {};
  switch (named === '' ? undefined : code) {
    case 'commander.unknownOption':
      return new UsageError(unknownOption(named, command, all()), help);
    case 'commander.optionMissingArgument':
      return new UsageError(`'${longFlag(named)}' needs a value: ${named}.`, help);
    case 'commander.missingArgument':
      return new UsageError(`'${callOf(command)}' needs ${named}.`, help);
    case 'commander.excessArguments':
      return new UsageError(
        `'${callOf(command)}' takes ${counted(Number(named), 'argument')}, and got ${value}.`,
        help,
      );
    case 'commander.invalidArgument': {
      const near = didYouMean(nearest(value, allowed.split(', ')));
      return new UsageError(`'${longFlag(named)}' does not take '${value}'.${near}`, `It takes ${allowed}. ${help}`);
    }
    default:
      return new UsageError(message.replace(/^error: /, ''), help);
  }
};

/** What commander's messages name. */
const refusals: Readonly<Record<string, RegExp>> = {
  'commander.unknownOption': /^error: unknown option '(?<named>[^'=]*)/,
  'commander.optionMissingArgument': /^error: option '(?<named>[^']*)' argument missing$/,
  'commander.missingArgument': /^error: missing required argument '(?<named>[^']*)'$/,
  'commander.excessArguments': /^error: too many arguments.*Expected (?<named>\d+) arguments? but got (?<value>\d+)\.$/,
  'commander.invalidArgument':
    /^error: (?:option '(?<named>[^']*)' argument '(?<value>.*)' is invalid|command-argument value '(?<given>.*)' is invalid for argument '(?<argument>[^']*)')\. Allowed choices are (?<allowed>.*)\.$/s,
};

/** The long spelling of `-u, --update <FILE>`. */
const longFlag = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags;

const unknownOption = (flag: string, of: Command, all: readonly Command[]): string => {
  const flagsOf = (command: Command) => command.options.flatMap(({ long, short }) => [long, short]);
  if (flagsOf(of).includes(flag)) return `'${flag}' takes no value.`;
  const owners = all.filter((command) => command.name() !== of.name() && flagsOf(command).includes(flag));
  if (owners.length > 0) return `'${flag}' is an option of ${enumerated(owners)}, not of '${callOf(of)}'.`;
  const known = [...of.options.map(({ long }) => long), '--help', '--version'].filter((each) => each !== undefined);
  return `'${callOf(of)}' has no option '${flag}'.${didYouMean(nearest(flag, known))}`;
};

const enumerated = (commands: readonly Command[]): string => {
  const names = commands.map((command) => `'${callOf(command)}'`);
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};
