import { type Command, Option } from 'commander';
import type { InitFlags } from '../commands/init.ts';
import type { ExitCode } from '../usage.ts';

const initExamples = `
Examples:
  synth init                                       asks what is wanted
  synth init --list                                what there is to start with
  synth init http-api orders                       an HTTP API with a table, in TypeScript, in the folder 'orders'
  synth init queue-worker --name jobs --runtime python3.13 --format sam
  synth init state-machine . --yes                 into this folder, asking nothing
`;

export const addInit = (program: Command, finish: (code: ExitCode) => void): void => {
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
      const { runInit } = await import('../starting.ts');
      finish(await runInit(starter, folder, flags));
    });
};
