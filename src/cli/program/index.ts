import { Command, CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { refusedArguments } from '../mistakes.ts';
import { writeOut } from '../streams.ts';
import { complain } from '../talk.ts';
import { type ExitCode, exitCode, isUsageError, UsageError } from '../usage.ts';
import { addAppSpec } from './appspec.ts';
import { addBuild } from './build.ts';
import { addCompletion } from './completion.ts';
import { addConvert } from './convert.ts';
import { addDiff } from './diff.ts';
import { examples } from './examples.ts';
import { addExpand } from './expand.ts';
import { addExplain } from './explain.ts';
import { addHelp } from './help.ts';
import { addInit } from './init.ts';
import { addLint } from './lint.ts';
import { addTransformOptions } from './options.ts';
import { addReview } from './review.ts';
import { addSnapshot } from './snapshot.ts';

type Add = (program: Command, finish: (code: ExitCode) => void) => void;

/** The commands by name, in the order of the help. */
const commands: Readonly<Record<string, Add>> = {
  expand: (program, finish) => addExpand(program, finish, () => programWith(finish)),
  explain: addExplain,
  build: (program, finish) => addTransformOptions(addBuild(program, finish)),
  lint: addLint,
  diff: addDiff,
  review: addReview,
  convert: addConvert,
  appspec: addAppSpec,
  init: addInit,
  snapshot: addSnapshot,
  completion: addCompletion,
  help: addHelp,
};

/** The commands that look at all of them. */
const onAll: readonly (string | undefined)[] = ['completion', 'help'];

/**
 * The commands that a call can be for: all, unless its first word says which. To make the options of all of them takes
 * longer than to read a template.
 */
const candidates = ([first = 'expand']: readonly string[]): readonly string[] => {
  if (Object.hasOwn(commands, first) && !onAll.includes(first)) return [first];
  return /^[^-].*[./\\]/.test(first) ? ['expand'] : Object.keys(commands);
};

/** Runs the command line and gives the exit code. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = exitCode.done;
  const program = programWith((result) => {
    code = result;
  }, candidates(args));
  // What commander says of itself: help and the version. Mistakes in the arguments are reported in words of our own.
  const said = { out: '', by: program };
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        said.out += text;
      },
      writeErr: () => {
        said.by = command;
      },
      getOutHelpWidth: () => 110,
      getErrHelpWidth: () => 110,
    });
  }
  try {
    await program.parseAsync([...args], { from: 'user' }).catch((error: unknown) => {
      if (!(error instanceof CommanderError)) throw error;
      // Help and version are not mistakes.
      if (error.exitCode !== 0) throw refusedArguments(error, said.by, () => programWith(() => {}).commands);
    });
    if (said.out !== '') await writeOut(said.out);
    return code;
  } catch (error) {
    if (isUsageError(error)) return complain(error);
    throw error;
  }
};

/** The command line, with these commands or all. */
export const programWith = (
  finish: (code: ExitCode) => void,
  names: readonly string[] = Object.keys(commands),
): Command => {
  const program = new Command('synth')
    .usage('[expand] [FILE...] [options]')
    .description(
      'Expands compact specs and AWS SAM templates into the CloudFormation that AWS would make of them, offline.',
    )
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .hook('preAction', refuseLostFolder)
    .addHelpText(
      'after',
      `\n'synth FILE' is short for 'synth expand FILE'; its options: synth expand --help\n${examples}`,
    );
  for (const name of names) commands[name]!(program, finish);
  return program;
};

/** Paths count from the working folder, which somebody may have deleted. */
const refuseLostFolder = (): void => {
  try {
    process.cwd();
  } catch {
    throw new UsageError('The working folder does not exist any more.', 'Change into another one.');
  }
};
