import { existsSync } from 'node:fs';
import type { Command, CommanderError } from 'commander';
import { counted } from '../model/counted.ts';
import { inTable } from '../model/in-table.ts';
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
 * What is to be said of a word that is not a command.
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
  const choice = choiceIn(message);
  if (choice !== undefined) {
    const { name, value, allowed } = choice;
    const near = didYouMean(nearest(value, allowed.split(', ')));
    return new UsageError(`'${name}' does not take '${value}'.${near}`, `It takes ${allowed}. ${help}`);
  }
  const [, named = '', got = ''] = inTable(refusals, code)?.exec(message) ?? [];
  switch (named === '' ? undefined : code) {
    case 'commander.unknownOption':
      return new UsageError(unknownOption(named, command, all()), help);
    case 'commander.optionMissingArgument':
      return new UsageError(`'${longFlag(named)}' needs a value: ${named}.`, help);
    case 'commander.missingArgument':
      return new UsageError(`'${callOf(command)}' needs ${named}.`, help);
    case 'commander.excessArguments':
      return new UsageError(`'${callOf(command)}' takes ${counted(Number(named), 'argument')}, and got ${got}.`, help);
    default:
      return new UsageError(message.replace(/^error: /, ''), help);
  }
};

/** What commander's messages name. */
const refusals: Readonly<Record<string, RegExp>> = {
  'commander.unknownOption': /^error: unknown option '([^'=]*)/,
  'commander.optionMissingArgument': /^error: option '([^']*)' argument missing$/,
  'commander.missingArgument': /^error: missing required argument '([^']*)'$/,
  'commander.excessArguments': /^error: too many arguments[^.]*\. Expected (\d+) arguments? but got (\d+)\.$/,
};

/** What commander says of a value that is not among the choices. */
const choiceIn = (message: string): { name: string; value: string; allowed: string } | undefined => {
  const [said = '', allowed] = parted(message, ' Allowed choices are ');
  if (allowed === undefined) return undefined;
  const [start = '', end = ''] = parted(said, "' is invalid");
  const option = /^error: option '([^']*)' argument '/.exec(start);
  const argument = /^ for argument '([^']*)'/.exec(end);
  return {
    name: option ? longFlag(option[1]!) : (argument?.[1] ?? ''),
    value: option ? start.slice(option[0].length) : start.replace("error: command-argument value '", ''),
    allowed: allowed.replace(/\.$/, ''),
  };
};

/** A text before and behind the last place of a part. */
const parted = (text: string, part: string): [before: string, behind?: string] => {
  const at = text.lastIndexOf(part);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + part.length)];
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
