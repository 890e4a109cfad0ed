import { type Command, Option } from 'commander';
import type { ReviewFlags } from '../commands/review.ts';
import { reviewFormats } from '../diff/kinds.ts';
import type { ExitCode } from '../usage.ts';
import { addFileOptions, addStage, addValueOptions, settingsOf, templates, usualFiles } from './options.ts';

const reviewExamples = `
Examples:
  synth review                                     who may do what and call what in the template of this folder
  synth review template.yaml --can Api Orders      whether 'Api' may call or use 'Orders', and what permits it
  synth review template.yaml --format mermaid      a picture that code hosts draw
  synth review template.yaml --format markdown -o docs/review.md

Exit codes: 0 reviewed, or '--can' is answered with yes, 1 a template has errors, or the answer is another, 2 called
wrongly or a file could not be read.
`;

export const addReview = (program: Command, finish: (code: ExitCode) => void): void => {
  const command = program
    .command('review')
    .description('show who may do what, who may call what, and what every route requires')
    .argument('[FILE...]', `${templates}; without one ${usualFiles}`)
    .addOption(new Option('--format <FORMAT>', 'how to report').choices(reviewFormats).default('text'))
    .option('-o, --out <FILE>', 'write there instead of stdout')
    .option('--can <IDS...>', 'FROM TO: whether FROM may call or use TO, both logical ids; templates may follow');
  addValueOptions(addFileOptions(addStage(command)))
    .addHelpText('after', reviewExamples)
    .action(async (paths: string[], flags: ReviewFlags) => {
      if (flags.showSettings) {
        finish(await settingsOf('review', paths, flags));
        return;
      }
      const { runReview } = await import('../comparing.ts');
      finish(await runReview(paths, flags));
    });
};
