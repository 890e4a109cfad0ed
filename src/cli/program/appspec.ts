import type { Command } from 'commander';
import type { AppSpecFlags } from '../commands/appspec.ts';
import type { ExitCode } from '../usage.ts';
import { addStage, addTransformOptions, settingsOf } from './options.ts';

const appSpecExamples = `
Examples:
  synth appspec synth.yaml PlaceOrder --current 12 --target 13
  synth appspec template.yaml PlaceOrder --current 12 --target 13 > appspec.yaml
`;

export const addAppSpec = (program: Command, finish: (code: ExitCode) => void): void => {
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
      const { runAppSpec } = await import('../converting.ts');
      finish(await runAppSpec(file, id, flags));
    });
};
