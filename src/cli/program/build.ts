import { type Command, Option } from 'commander';
import type { BuildFlags } from '../commands/build.ts';
import type { ExitCode } from '../usage.ts';
import { collect, settingsOf, usualFiles } from './options.ts';

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

export const addBuild = (program: Command, finish: (code: ExitCode) => void): Command =>
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
    .addOption(new Option('--format <FORMAT>', 'how to report').choices(['text', 'json']).default('text'))
    .addHelpText('after', buildExamples)
    .action(async (file: string | undefined, flags: BuildFlags) => {
      const { runBuild } = await import('../commands/build.ts');
      finish(flags.showSettings ? await settingsOf('build', [file], flags) : await runBuild(file, flags));
    });
