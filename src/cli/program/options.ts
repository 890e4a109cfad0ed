import type { Command } from 'commander';
import type { TransformFlags } from '../transform-options.ts';
import type { ExitCode } from '../usage.ts';
import type { WatchFlags } from '../watch.ts';

/** What is taken where no file is named. */
export const usualFiles =
  'what synth.config.yaml names, or synth.yaml or template.yaml (or .yml, .json) of this folder';

/** What can be named. */
export const templates = "templates or compact specs, folders and patterns, '-' for stdin";

export const parameterText =
  "the value of a parameter; AWS's 'ParameterKey=KEY,ParameterValue=VALUE' too; may be repeated";

export const collect = (value: string, all: readonly string[] = []): string[] => [...all, value];

export const addStage = (command: Command): Command =>
  command.option(
    '--stage <NAME>',
    "a stage of a compact spec or of synth.config.yaml, or the value of the parameter 'Stage' (default: the base)",
  );

/** The flags that say which of the files are taken that folders and patterns name. */
export const addChoiceOptions = (command: Command): Command =>
  command
    .option('--ignore <PATTERN>', 'leave out files and folders of this name or path; may be repeated', collect)
    .option('--skip-other-files', 'pass over what is not a template, also where it is named');

/** The flags that say which files are taken, stdin as one of them. */
export const addFileOptions = (command: Command): Command =>
  addChoiceOptions(command).option('--stdin-path <FILE>', 'read the template from stdin, and take it for this file');

export const addWatch = (command: Command): Command =>
  command.option('--watch', 'run again whenever a file in the folders of the templates changes');

/** Runs a command once, or with `--watch` again and again. */
export const watched = async (
  paths: readonly string[],
  flags: TransformFlags & WatchFlags,
  outputs: readonly (string | undefined)[],
  run: () => Promise<ExitCode>,
): Promise<ExitCode> => (flags.watch ? (await import('../watch.ts')).watch({ paths, flags, outputs, run }) : run());

/** The flags that say where settings come from. */
export const addSettingsOptions = (command: Command): Command =>
  command
    .option('--config <FILE>', 'the configuration (default: the nearest synth.config.yaml, .yml or .json)')
    .option('--no-config', 'read neither synth.config.yaml nor samconfig.toml')
    .option('--config-env <NAME>', "the environment of samconfig.toml (default: 'default')")
    .option('--show-settings', 'show which region and parameters count, and where each comes from');

/** `--show-settings`: what counts for each template. */
export const settingsOf = async (
  command: string,
  paths: readonly (string | undefined)[],
  flags: TransformFlags,
): Promise<ExitCode> => {
  const { showSettings } = await import('../settings/show.ts');
  return showSettings(command, paths.filter((path) => path !== undefined) as string[], flags);
};

/** The flags that say what a template is for, and what it may read. */
export const addValueOptions = (command: Command): Command =>
  addSettingsOptions(command)
    .option('--region <REGION>', 'the region the template is for; it decides the partition too (default: us-east-1)')
    .option('--parameter <KEY=VALUE>', parameterText, collect)
    .option('--parameters <FILE>', 'values of parameters as JSON, in the shapes that the AWS CLI takes')
    .option('--include-outside', "let 'AWS::Include' read files outside the folder of the template");

/** The flags of every command that expands a template. */
export const addTransformOptions = (command: Command): Command =>
  addValueOptions(command)
    .option(
      '--artifacts <S3-URI>',
      'where local code will be: s3://bucket/prefix (default: the bucket of cdk bootstrap)',
    )
    .option(
      '--application <ID=URL>',
      'the template of a repository application, ID@VERSION too; may be repeated',
      collect,
    )
    .option('--date <TIME>', "the time of the deployment, which 'AlwaysDeploy' counts: YYYY-MM-DDThh:mm:ssZ, or now");
