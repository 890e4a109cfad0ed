import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { FailOn } from '../diff/report/summary.ts';
import { printableLines } from '../report/printable.ts';
import type { AppSpecFlags } from './commands/appspec.ts';
import type { BuildFlags } from './commands/build.ts';
import type { ConvertFlags } from './commands/convert.ts';
import type { DiffFlags } from './commands/diff.ts';
import type { ExpandFlags } from './commands/expand.ts';
import type { InitFlags } from './commands/init.ts';
import type { LintFlags } from './commands/lint.ts';
import type { ReviewFlags } from './commands/review.ts';
import type { SnapshotFlags } from './commands/snapshot.ts';
import type { Shell } from './completion/index.ts';
import { diffFormats, failKinds, reviewFormats } from './diff/kinds.ts';
import { optionOfOthers, refuseUnknownCommand } from './mistakes.ts';
import { writeError, writeOut } from './streams.ts';
import { complain } from './talk.ts';
import type { TransformFlags } from './transform-options.ts';
import { type ExitCode, exitCode, isUsageError, UsageError } from './usage.ts';

/** What is taken where no file is named. */
const usualFiles = 'what synth.config.yaml names, or synth.yaml or template.yaml (or .yml, .json) of this folder';

/** What can be named. */
const templates = "templates or compact specs, folders and patterns, '-' for stdin";

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

const programWith = (finish: (code: ExitCode) => void): Command => {
  const program = new Command('synth')
    .usage('[expand] [FILE...] [options]')
    .description(
      'Expands compact specs and AWS SAM templates into the CloudFormation that AWS would make of them, offline.',
    )
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError("See 'synth --help'.")
    .hook('preAction', refuseLostFolder)
    .addHelpText(
      'after',
      `\n'synth FILE' is short for 'synth expand FILE'; its options: synth expand --help\n${examples}`,
    );
  const names = (): string[] => program.commands.map((command) => command.name());
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
      if (!program.args.includes('expand')) refuseUnknownCommand(paths[0], names());
      const { runExpand } = await import('./commands/expand.ts');
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
      const { runExplain } = await import('./commands/explain.ts');
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

const parameterText = "the value of a parameter; AWS's 'ParameterKey=KEY,ParameterValue=VALUE' too; may be repeated";

const collect = (value: string, all: readonly string[] = []): string[] => [...all, value];

const addStage = (command: Command): Command =>
  command.option(
    '--stage <NAME>',
    "a stage of a compact spec or of synth.config.yaml, or the value of the parameter 'Stage' (default: the base)",
  );

/** The flags that say which files are taken. */
const addFileOptions = (command: Command): Command =>
  command
    .option('--ignore <PATTERN>', 'leave out files and folders of this name or path; may be repeated', collect)
    .option('--skip-other-files', 'pass over what is no template, also where it is named')
    .option('--stdin-path <FILE>', 'read the template from stdin, and take it for this file');

interface WatchFlags {
  readonly watch?: boolean | undefined;
}

const addWatch = (command: Command): Command =>
  command.option('--watch', 'run again whenever a file in the folders of the templates changes');

/** Runs a command once, or with `--watch` again and again. */
const watched = async (
  paths: readonly string[],
  flags: TransformFlags & WatchFlags,
  outputs: readonly (string | undefined)[],
  run: () => Promise<ExitCode>,
): Promise<ExitCode> => (flags.watch ? (await import('./watch.ts')).watch({ paths, flags, outputs, run }) : run());

/** The flags that say where settings come from. */
const addSettingsOptions = (command: Command): Command =>
  command
    .option('--config <FILE>', 'the configuration (default: the nearest synth.config.yaml, .yml or .json)')
    .option('--no-config', 'read neither synth.config.yaml nor samconfig.toml')
    .option('--config-env <NAME>', "the environment of samconfig.toml (default: 'default')")
    .option('--show-settings', 'show which region and parameters count, and where each comes from');

/** `--show-settings`: what counts for each template. */
const settingsOf = async (
  command: string,
  paths: readonly (string | undefined)[],
  flags: TransformFlags,
): Promise<ExitCode> => {
  const { showSettings } = await import('./settings/show.ts');
  return showSettings(command, paths.filter((path) => path !== undefined) as string[], flags);
};

/** The same for the two sides of a comparison, where they differ. */
const diffSettings = async (flags: DiffFlags): Promise<ExitCode> => {
  const { hasOldFlags, oldFlags } = await import('./diff/sides.ts');
  const { showSettings } = await import('./settings/show.ts');
  const sides = [[' (old)', oldFlags(flags)] as const, [' (new)', flags] as const];
  return showSettings('diff', [], flags, hasOldFlags(flags) ? sides : undefined);
};

/** The flags that say what a template is for, and what it may read. */
const addValueOptions = (command: Command): Command =>
  addSettingsOptions(command)
    .option('--region <REGION>', 'the region the template is for; it decides the partition too (default: us-east-1)')
    .option('--parameter <KEY=VALUE>', parameterText, collect)
    .option('--parameters <FILE>', 'values of parameters as JSON, in the shapes that the AWS CLI takes')
    .option('--include-outside', "let 'AWS::Include' read files outside the folder of the template");

/** The flags of every command that expands a template. */
const addTransformOptions = (command: Command): Command =>
  addValueOptions(command)
    .option(
      '--artifacts <S3-URI>',
      'where local code will be: s3://bucket/prefix (default: the bucket of cdk bootstrap)',
    )
    .option(
      '--application <ID=URL>',
      'the template of a repository application, ID@VERSION too; may be repeated',
      collect,
    );

const buildExamples = `
Examples:
  synth build                                      the template of this folder, into synth.out
  synth build template.yaml --stage prod --region eu-central-1
  synth build --artifacts s3://my-bucket/orders    files go there instead of the bucket of cdk bootstrap
  synth build --dry-run                            what would be packaged, and why each file is in it
  synth build --check                              whether synth.out is what a build would make
  npx aws-cdk@2 deploy --app synth.out             deploys what was built

Exit codes: 0 done, 1 the template has errors or (--check) the output is out of date, 2 the command was called wrongly or
a file could not be read or written.
`;

const addBuild = (program: Command, finish: (code: ExitCode) => void): Command =>
  program
    .command('build')
    .description('package what a template names, for a deployment with the CDK CLI or the AWS CLI')
    .argument('[FILE]', `a SAM template or a compact spec, '-' for stdin; without it ${usualFiles}`)
    .option('-o, --out <DIR>', 'write there; an earlier output is replaced as a whole', 'synth.out')
    .option('--stack-name <NAME>', 'the name of the stack (default: the name of the template or of its folder)')
    .option(
      '--stage <STAGE>',
      "a stage of a compact spec, or the value of the parameter 'Stage'; also ends the stack's default name",
    )
    .option('--account <NUMBER>', 'the account that the stack is for (default: whichever deploys)')
    .option('--tag <KEY=VALUE>', 'a tag of the stack and all its resources; may be repeated', collect)
    .option('--no-build', "package code as it is, whatever 'BuildMethod' and lock files say")
    .option('--no-outside-links', 'refuse symbolic links that lead out of the packaged folder')
    .option('--dry-run', 'write nothing, and list what would be packaged and why')
    .option('--check', 'write nothing, and tell whether the output is up to date')
    .addOption(new Option('--format <FORMAT>', 'how to tell of it').choices(['text', 'json']).default('text'))
    .addHelpText('after', buildExamples)
    .action(async (file: string | undefined, flags: BuildFlags) => {
      const { runBuild } = await import('./commands/build.ts');
      finish(flags.showSettings ? await settingsOf('build', [file], flags) : await runBuild(file, flags));
    });

/** As `lint/config.ts` has them, which only `synth lint` loads. */
const presets = ['recommended', 'strict', 'errors'];

const lintExamples = `
Examples:
  synth lint                                       the template of this folder
  synth lint services/*/template.yaml --max-warnings 0
  synth lint --format sarif template.yaml > synth.sarif
  synth lint --fix template.yaml                   apply safe fixes, keep comments and layout
  synth lint --fix-unsafe --fix-dry-run            show what all fixes would change
  synth lint --explain lambda-timeout-range

Exit codes: 0 nothing of level error (nor too many warnings), 1 findings, 2 called wrongly or a file could not be read.
`;

const addLint = (program: Command, finish: (code: ExitCode) => void): void => {
  const command = program
    .command('lint')
    .description('check templates against the documented limits, as written and as they expand')
    .argument('[FILE...]', `${templates}; without one ${usualFiles}`)
    .addOption(
      new Option('--format <FORMAT>', 'how to report')
        .choices(['text', 'json', 'sarif', 'github', 'gitlab', 'junit'])
        .default('text'),
    )
    .option('--rule <ID>', 'only this rule; may be repeated', collect)
    .option('--max-warnings <NUMBER>', 'more warnings than this are a failure')
    .option('--quiet', 'report errors only')
    .option('--fix', 'apply safe fixes to the files')
    .option('--fix-unsafe', 'apply unsafe fixes too: look at what they decide')
    .option('--fix-dry-run', 'show as a diff what --fix (or, given too, --fix-unsafe) would change')
    .option('--info', 'show findings of level info one by one, not only how many there are')
    .addOption(
      new Option('--preset <PRESET>', 'which codes are on, in place of that of the configuration').choices(presets),
    )
    .option('--date <YYYY-MM-DD>', 'the day to check for (default: today)')
    .option('--stage <NAME>', 'the stage of a compact spec (default: its base and all its stages)')
    .option('--region <REGION>', 'the region the template is for (default: us-east-1)')
    .option('--parameter <KEY=VALUE>', parameterText, collect)
    .option('--parameters <FILE>', 'values of parameters as JSON, in the shapes that the AWS CLI takes')
    .option(
      '--application <ID=URL>',
      'the template of a repository application, ID@VERSION too; may be repeated',
      collect,
    )
    .option('--include-outside', "let 'AWS::Include' and 'DefinitionUri' read files outside the folder of the template")
    .option('--budget', 'show what the template uses of the documented limits, and what each resource costs')
    .option('--list-rules', 'list all codes that a finding can have, rules and others')
    .option('--explain <CODE>', 'explain a code: what it means, why, and an example')
    .addHelpText('after', lintExamples)
    .action(
      async (
        paths: string[],
        flags: LintFlags & WatchFlags & { budget?: true; listRules?: true; explain?: string },
      ) => {
        if (flags.showSettings) {
          finish(await settingsOf('lint', paths, flags));
          return;
        }
        const { runBudget, runLint, listRules, explainRule } = await import('./linting.ts');
        if (flags.listRules) finish(await listRules(flags));
        else if (flags.explain !== undefined) finish(await explainRule(flags.explain, flags));
        else if (flags.budget) finish(await runBudget(paths, flags));
        else finish(await watched(paths, flags, [], () => runLint(paths, flags)));
      },
    );
  addWatch(addSettingsOptions(addFileOptions(command)));
};

const convertExamples = `
Examples:
  synth convert template.yaml --to spec -o synth.yaml     a SAM template as a compact spec, comments kept
  synth convert synth.yaml --to sam --stage prod          the SAM template that a compact spec stands for, on stdout
  synth convert services/*/template.yaml --to spec --out-dir specs --report
`;

const addConvert = (program: Command, finish: (code: ExitCode) => void): void => {
  const command = program
    .command('convert')
    .description('turn SAM templates into compact specs that expand to the same resources, and compact specs into SAM')
    .argument('[FILE...]', `${templates}; without one ${usualFiles}`)
    .addOption(
      new Option('--to <FORM>', 'what to turn them into (default: what they are not)').choices(['sam', 'spec']),
    )
    .option('-o, --out <FILE>', 'write there instead of stdout')
    .option('--out-dir <DIR>', 'write each one there, under the path it has here')
    .option('--stage <NAME>', 'the stage of a compact spec (default: its base)')
    .option('--include-outside', 'let a compact spec include files outside its folder')
    .option('--report', 'tell on stderr what has no compact form, and why')
    .addHelpText('after', convertExamples)
    .action(async (paths: string[], flags: ConvertFlags) => {
      const { runConvert } = await import('./converting.ts');
      finish(await runConvert(paths, flags));
    });
  addFileOptions(command);
};

const appSpecExamples = `
Examples:
  synth appspec synth.yaml PlaceOrder --current 12 --target 13
  synth appspec template.yaml PlaceOrder --current 12 --target 13 > appspec.yaml
`;

const addAppSpec = (program: Command, finish: (code: ExitCode) => void): void => {
  const command = program
    .command('appspec')
    .description('print the AppSpec file with which CodeDeploy shifts the traffic of a function')
    .argument('<FILE>', "a compact spec or a SAM template, '-' for stdin")
    .argument('<FUNCTION>', 'the logical id of the function')
    .option('--current <VERSION>', 'the version that has the traffic')
    .option('--target <VERSION>', 'the version that gets it');
  addTransformOptions(addStage(command))
    .addHelpText('after', appSpecExamples)
    .action(async (file: string, id: string, flags: AppSpecFlags) => {
      if (flags.showSettings) {
        finish(await settingsOf('appspec', [file], flags));
        return;
      }
      const { runAppSpec } = await import('./converting.ts');
      finish(await runAppSpec(file, id, flags));
    });
};

const initExamples = `
Examples:
  synth init                                       asks what is wanted
  synth init --list                                what there is to start with
  synth init http-api orders                       an HTTP API with a table, in TypeScript, in the folder 'orders'
  synth init queue-worker --name jobs --runtime python3.13 --format sam
  synth init state-machine . --yes                 into this folder, asking nothing
`;

const addInit = (program: Command, finish: (code: ExitCode) => void): void => {
  program
    .command('init')
    .description('start a project: a template with code, tests, checks before each commit and a CI workflow')
    .argument('[STARTER]', "what to start with, as '--list' names it; asked for on a terminal")
    .argument('[DIR]', 'the folder to write to (default: a new one with the name of the project)')
    .option('--list', 'list the starters')
    .option('--name <NAME>', 'the name of the project (default: that of its folder, or of the starter)')
    .option('--runtime <RUNTIME>', 'a Node.js or Python runtime of Lambda (default: nodejs22.x)')
    .addOption(
      new Option('--format <FORM>', 'write the template as a compact spec or as SAM (default: spec)').choices([
        'spec',
        'sam',
      ]),
    )
    .option('--region <REGION>', 'the region of the project (default: us-east-1)')
    .option('-y, --yes', 'ask nothing and take the defaults')
    .option('--force', 'write into a folder that is not empty, overwriting files of the same name')
    .addHelpText('after', initExamples)
    .action(async (starter: string | undefined, folder: string | undefined, flags: InitFlags) => {
      const { runInit } = await import('./starting.ts');
      finish(await runInit(starter, folder, flags));
    });
};

const snapshotExamples = `
Examples:
  synth snapshot                                   writes snapshots/template.yaml; where it differs, shows how
  synth snapshot --update                          takes over what changed on purpose
  synth snapshot --check                           in a hook or a CI job: compares, writes nothing
  synth snapshot services/*/template.yaml --dir snapshots

A snapshot is the CloudFormation that a template becomes. Local code counts by its path, not by what is in it.
Exit codes: 0 all match or are written, 1 one differs, is missing or left over, or a template has errors, 2 called
wrongly or a file could not be read or written.
`;

const addSnapshot = (program: Command, finish: (code: ExitCode) => void): void => {
  const command = program
    .command('snapshot')
    .description('keep what templates become in files, so that a review shows what a change does to it')
    .argument('[FILE...]', `templates or compact specs, folders and patterns; without one ${usualFiles}`)
    .option('--check', 'compare only: fail where a snapshot differs, is missing or is left over')
    .option('-u, --update', 'overwrite snapshots that differ, and remove those whose template is gone')
    .option('--ci', 'write nothing, also no snapshot that is missing')
    .option('--dir <DIR>', "keep all snapshots there (default: in 'snapshots' beside each template)");
  addWatch(addValueOptions(addFileOptions(addStage(command))))
    .option(
      '--application <ID=URL>',
      'the template of a repository application, ID@VERSION too; may be repeated',
      collect,
    )
    .addHelpText('after', snapshotExamples)
    .action(async (paths: string[], flags: SnapshotFlags & WatchFlags) => {
      if (flags.showSettings) {
        finish(await settingsOf('snapshot', paths, flags));
        return;
      }
      const { runSnapshot } = await import('./snapshotting.ts');
      finish(await watched(paths, flags, [flags.dir], () => runSnapshot(paths, flags)));
    });
};

const completionExamples = `
Examples:
  source <(synth completion bash)                  in ~/.bashrc
  source <(synth completion zsh)                   in ~/.zshrc, after compinit
  synth completion fish > ~/.config/fish/completions/synth.fish
  synth completion powershell | Out-String | Invoke-Expression    in $PROFILE
`;

const addCompletion = (program: Command, finish: (code: ExitCode) => void): void => {
  program
    .command('completion')
    .description('print a script that teaches a shell to complete commands and options')
    .addArgument(new Argument('<SHELL>', 'the shell').choices(['bash', 'zsh', 'fish', 'powershell']))
    .addHelpText('after', completionExamples)
    .action(async (shell: Shell) => {
      const { completionFor } = await import('./completion/index.ts');
      await writeOut(completionFor(shell, program));
      finish(exitCode.done);
    });
};

const diffExamples = `
Examples:
  synth diff                                       what the working tree changes since the last commit
  synth diff --since origin/main...                what this branch changes, in all templates of the repository
  synth diff git:v1.2:template.yaml                one template, against how it lies here
  synth diff deployed.json template.yaml           against what 'aws cloudformation get-template' printed
  synth diff template.yaml template.yaml --old-parameter Stage=dev --parameter Stage=prod
  synth diff --since origin/main... --format markdown --fail-on replaced --fail-on widened > comment.md

OLD and NEW are files, 'git:REV:PATH', or '-' for stdin; NEW is the working tree where it is left out.
Exit codes: 0 compared, 1 --fail-on found something, or a template has errors, 2 called wrongly or a file could not be
read.
`;

/** Several of the kinds that `--fail-on` takes. */
const collectKind = (value: string, all: readonly FailOn[] = []): FailOn[] => {
  const kind = failKinds.find((each) => each === value);
  if (kind === undefined) throw new InvalidArgumentError(`Allowed choices are ${failKinds.join(', ')}.`);
  return [...all, kind];
};

const addDiff = (program: Command, finish: (code: ExitCode) => void): void => {
  const command = program
    .command('diff')
    .description('show what deploying a change does: what it replaces, loses, widens or leaves as it was')
    .argument('[OLD]', 'the template before')
    .argument('[NEW]', 'the template after')
    .argument('[FILE...]', "with '--since': only these templates")
    .option('--since <REV>', 'all templates of the repository against a revision; A..B, or A... from where they part')
    .addOption(new Option('--format <FORMAT>', 'how to report').choices(diffFormats).default('text'))
    .option('-o, --out <FILE>', 'write there instead of stdout')
    .addOption(
      new Option('--fail-on <KIND>', 'end with 1 where the change does this and it is not accepted; may be repeated')
        .choices(failKinds)
        .argParser(collectKind),
    );
  addValueOptions(addStage(command))
    .option(
      '--old-parameter <KEY=VALUE>',
      'the value of a parameter of OLD, where it is another; may be repeated',
      collect,
    )
    .option('--old-parameters <FILE>', 'values of parameters of OLD as JSON')
    .option('--old-region <REGION>', 'the region that OLD is for')
    .option('--old-stage <NAME>', 'the stage of OLD, where it is another')
    .addHelpText('after', diffExamples)
    .action(async (old: string | undefined, now: string | undefined, more: string[], flags: DiffFlags) => {
      if (flags.showSettings) {
        finish(await diffSettings(flags));
        return;
      }
      const paths = [old, now, ...more].filter((path) => path !== undefined);
      const { runDiff } = await import('./comparing.ts');
      finish(await runDiff(paths, flags));
    });
};

const reviewExamples = `
Examples:
  synth review                                     who may do what and call what in the template of this folder
  synth review template.yaml --can Api Orders      whether one may call the other, and why
  synth review template.yaml --format mermaid      a picture that code hosts draw
  synth review template.yaml --format markdown -o docs/review.md

Exit codes: 0 reviewed, or '--can' is answered with yes, 1 a template has errors, or the answer is another, 2 called
wrongly or a file could not be read.
`;

const addReview = (program: Command, finish: (code: ExitCode) => void): void => {
  const command = program
    .command('review')
    .description('show who may do what, who may call what, and what every route requires')
    .argument('[FILE...]', `${templates}; without one ${usualFiles}`)
    .addOption(new Option('--format <FORMAT>', 'how to report').choices(reviewFormats).default('text'))
    .option('-o, --out <FILE>', 'write there instead of stdout')
    .option('--can <IDS...>', 'FROM TO: whether the one may call the other');
  addValueOptions(addFileOptions(addStage(command)))
    .addHelpText('after', reviewExamples)
    .action(async (paths: string[], flags: ReviewFlags) => {
      if (flags.showSettings) {
        finish(await settingsOf('review', paths, flags));
        return;
      }
      const { runReview } = await import('./comparing.ts');
      finish(await runReview(paths, flags));
    });
};
