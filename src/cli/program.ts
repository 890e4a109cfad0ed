import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { type ExpandFlags, runExpand } from './commands/expand.ts';
import { writeError, writeOut } from './streams.ts';
import { complain } from './talk.ts';
import { type ExitCode, exitCode, UsageError } from './usage.ts';

const examples = `
Examples:
  synth                                            the template of this folder, as JSON on stdout
  synth template.yaml --region eu-central-1 -o build/template.yaml
  synth template.yaml --parameter Stage=prod --parameter Alarms=on
  synth services/*/template.yaml --out-dir build   each one, under build/services/…
  cat template.yaml | synth - | jq .Resources

Exit codes: 0 done, 1 a template has errors, 2 the command was called wrongly or a file could not be read or written.
`;

/** Runs the command line and gives the exit code. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = exitCode.done;
  const program = programWith((result) => {
    code = result;
  });
  const written: Promise<void>[] = [];
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void written.push(writeOut(text)),
      writeErr: (text) => void written.push(writeError(text.replace(/^error: /, 'synth: '))),
      getOutHelpWidth: () => 110,
      getErrHelpWidth: () => 110,
    });
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof UsageError) return complain(error);
    if (!(error instanceof CommanderError)) throw error;
    // Commander has told it already. Help and version are no mistakes.
    code = error.exitCode === 0 ? exitCode.done : exitCode.unusable;
  }
  await Promise.all(written);
  return code;
};

const programWith = (finish: (code: ExitCode) => void): Command => {
  const program = new Command('synth')
    .usage('[expand] [FILE...] [options]')
    .description('Expands AWS SAM templates into the CloudFormation that AWS would make of them, offline.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError("'synth --help' tells more.")
    .addHelpText(
      'after',
      `\n'synth FILE' is short for 'synth expand FILE'; its options: synth expand --help\n${examples}`,
    );
  const collect = (value: string, all: readonly string[]): string[] => [...all, value];
  program
    .command('expand', { isDefault: true })
    .description('print the CloudFormation that templates become')
    .argument('[FILE...]', "SAM templates in YAML or JSON, '-' for stdin; without one template.yaml, .yml or .json")
    .option('-o, --out <FILE>', 'write there instead of stdout')
    .option('--out-dir <DIR>', 'write each template there, under the path it has here')
    .addOption(new Option('--format <FORMAT>', 'how to write: json, or what FILE ends in').choices(['json', 'yaml']))
    .option('--region <REGION>', 'the region the template is for; it decides the partition too (default: us-east-1)')
    .option('--parameter <KEY=VALUE>', 'the value of a parameter in place of its default; may be repeated', collect, [])
    .option('--parameters <FILE>', 'values of parameters as JSON, in the shapes that the AWS CLI takes')
    .option(
      '--artifacts <S3-URI>',
      'where local code will be: s3://bucket/prefix (default: the bucket of cdk bootstrap)',
    )
    .option(
      '--application <ID=URL>',
      'the template of a repository application, ID@VERSION too; may be repeated',
      collect,
      [],
    )
    .option('--source-map <FILE>', 'write there, as JSON, which line each value of the output comes from')
    .option('--include-outside', "let 'AWS::Include' read files outside the folder of the template")
    .addHelpText('after', examples)
    .action(async (paths: string[], flags: ExpandFlags) => {
      finish(
        await runExpand(
          paths,
          flags,
          program.commands.map((command) => command.name()),
        ),
      );
    });
  return program;
};
