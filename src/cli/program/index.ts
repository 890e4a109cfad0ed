import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { printableLines } from '../../report/printable.ts';
import type { ExpandFlags } from '../commands/expand.ts';
import { optionOfOthers, refuseUnknownCommand } from '../mistakes.ts';
import { writeError, writeOut } from '../streams.ts';
import { complain } from '../talk.ts';
import type { TransformFlags } from '../transform-options.ts';
import { type ExitCode, exitCode, isUsageError, UsageError } from '../usage.ts';
import { addAppSpec } from './appspec.ts';
import { addBuild } from './build.ts';
import { addCompletion } from './completion.ts';
import { addConvert } from './convert.ts';
import { addDiff } from './diff.ts';
import { addHelp } from './help.ts';
import { addInit } from './init.ts';
import { addLint } from './lint.ts';
import {
  addFileOptions,
  addStage,
  addTransformOptions,
  addWatch,
  settingsOf,
  templates,
  usualFiles,
  type WatchFlags,
  watched,
} from './options.ts';
import { addReview } from './review.ts';
import { addSnapshot } from './snapshot.ts';

const examples = `
Examples:
  synth                                            the template of this folder, as JSON on stdout
  synth template.yaml --region eu-central-1 -o build/template.yaml
  synth template.yaml --parameter Stage=prod --parameter Alarms=on
  synth services/*/template.yaml --out-dir build   each one, under build/services/…
  cat template.yaml | synth - | jq .Resources

Exit codes: 0 done, 1 a template has errors, 2 the command was called wrongly or a file could not be read or written.
`;

const explainExamples = `
Examples:
  synth explain template.yaml                                   what each resource becomes
  synth explain template.yaml OrdersRole                        why there is this role
  synth explain template.yaml Stage                             where this parameter is used
  synth explain template.yaml:42                                what line 42 became
  synth explain template.yaml /Resources/Orders/Properties/Timeout   where this value comes from
`;

/** Runs the command line and gives the exit code. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = exitCode.done;
  const program = programWith((result) => {
    code = result;
  });
  // What commander says of itself: help, the version, mistakes in the arguments.
  const said = { out: '', err: '', by: program };
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        said.out += text;
      },
      writeErr: (text) => {
        said.err += text.replace(/^error: /, 'synth: ');
        said.by = command;
      },
      getOutHelpWidth: () => 110,
      getErrHelpWidth: () => 110,
    });
  }
  try {
    await program.parseAsync([...args], { from: 'user' }).catch((error: unknown) => {
      if (!(error instanceof CommanderError)) throw error;
      // Help and version are no mistakes.
      code = error.exitCode === 0 ? exitCode.done : exitCode.unusable;
      const option = error.code === 'commander.unknownOption' ? /'(.*?)'/s.exec(error.message)?.[1] : undefined;
      const owners = option === undefined ? undefined : optionOfOthers(option, said.by, program.commands);
      if (owners !== undefined) throw new UsageError(owners);
    });
    if (said.out !== '') await writeOut(said.out);
    if (said.err !== '') await writeError(printableLines(said.err));
    return code;
  } catch (error) {
    if (isUsageError(error)) return complain(error);
    throw error;
  }
};

export const programWith = (finish: (code: ExitCode) => void): Command => {
  const program = new Command('synth')
    .usage('[expand] [FILE...] [options]')
    .description(
      'Expands compact specs and AWS SAM templates into the CloudFormation that AWS would make of them, offline.',
    )
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError("See 'synth --help'.")
    .hook('preAction', refuseLostFolder)
    .addHelpText(
      'after',
      `\n'synth FILE' is short for 'synth expand FILE'; its options: synth expand --help\n${examples}`,
    );
  const expand = program
    .command('expand', { isDefault: true })
    .description('print the CloudFormation that templates become')
    .argument('[FILE...]', `${templates}; without one ${usualFiles}`)
    .option('-o, --out <FILE>', 'write there instead of stdout')
    .option('--out-dir <DIR>', 'write each template there, under the path it has here')
    .addOption(new Option('--format <FORMAT>', 'how to write: json, or what FILE ends in').choices(['json', 'yaml']))
    .option('--source-map <FILE>', 'write there, as JSON, which line each value of the output comes from')
    .addHelpText('after', examples)
    .action(async (paths: string[], flags: ExpandFlags & WatchFlags) => {
      // Without a command this one runs.
      if (!program.args.includes('expand')) refuseUnknownCommand(paths[0], program);
      const { runExpand } = await import('../commands/expand.ts');
      const outputs = [flags.out, flags.outDir, flags.sourceMap];
      if (flags.showSettings) finish(await settingsOf('expand', paths, flags));
      else finish(await watched(paths, flags, outputs, () => runExpand(paths, flags)));
    });
  addWatch(addFileOptions(expand));
  const explain = program
    .command('explain')
    .description('show what a line of a template became, and why a generated resource is there')
    .argument('[FILE]', `a SAM template or a compact spec, '-' for stdin; without it ${usualFiles}`)
    .argument('[TARGET]', 'a name, a JSON pointer into the output, or a line; without it the whole template')
    .addHelpText('after', explainExamples)
    .action(async (file: string | undefined, target: string | undefined, flags: TransformFlags) => {
      const { runExplain } = await import('../commands/explain.ts');
      finish(flags.showSettings ? await settingsOf('explain', [file], flags) : await runExplain(file, target, flags));
    });
  for (const command of [expand, explain]) addTransformOptions(addStage(command));
  addTransformOptions(addBuild(program, finish));
  addLint(program, finish);
  addDiff(program, finish);
  addReview(program, finish);
  addConvert(program, finish);
  addAppSpec(program, finish);
  addInit(program, finish);
  addSnapshot(program, finish);
  addCompletion(program, finish);
  addHelp(program);
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
