import type { Command } from 'commander';

/** An option as completions offer it. */
export interface OptionWords {
  /** `--format` and `-o`, those that there are. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** The values that it takes; empty where they are not known. */
  readonly values: readonly string[];
}

/** A command as completions offer it. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  /** What its first argument can be, where that is not a file. */
  readonly values: readonly string[];
}

/**
 * What can be written on the command line, by command.
 * @param values what the first argument of a command can be, by the name of the command
 */
export const wordsOf = (program: Command, values: Readonly<Record<string, readonly string[]>>): CommandWords[] =>
  program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [
      ...command.options.map((option) => ({
        flags: [option.long, option.short].filter((flag) => flag !== undefined && flag !== null) as string[],
        description: option.description,
        takesValue: option.required || option.optional,
        values: option.argChoices ?? [],
      })),
      { flags: ['--help', '-h'], description: 'print the help of the command', takesValue: false, values: [] },
    ],
    values: values[command.name()] ?? [],
  }));

/** All flags of a command. */
export const flagsOf = ({ options }: CommandWords): string[] => options.flatMap(({ flags }) => flags);
