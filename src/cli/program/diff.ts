import { type Command, Option } from 'commander';
import type { DiffFlags } from '../commands/diff.ts';
import { diffFormats, failKinds } from '../diff/kinds.ts';
import type { ExitCode } from '../usage.ts';
import { addStage, addValueOptions, collect } from './options.ts';

const diffExamples = `
Examples:
  synth diff                                       what the working tree changes since the last commit
  synth diff --since origin/main...                what this branch changes, in all templates of the repository
  synth diff git:v1.2:template.yaml                one template, against how it lies here
  synth diff deployed.json template.yaml           against what 'aws cloudformation get-template' printed
  synth diff template.yaml template.yaml --old-parameter Stage=dev --parameter Stage=prod
  synth diff --since origin/main... --format markdown --fail-on replaced --fail-on widened > comment.md

OLD and NEW are files, 'git:REV:PATH', or '-' for stdin; NEW is the working tree where it is left out:
a file of the last commit alone is compared with how it lies here, another one with the template of this folder.
Without '--stage' each stage of the templates is compared too, and reported where it does more than the base.
Exit codes: 0 compared, 1 --fail-on found something, or a template has errors, 2 called wrongly or a file could not be
read.
`;

/** The same for the two sides of a comparison, where they differ. */
const diffSettings = async (flags: DiffFlags): Promise<ExitCode> => {
  const { hasOldFlags, oldFlags } = await import('../diff/sides.ts');
  const { showSettings } = await import('../settings/show.ts');
  const sides = [[' (old)', oldFlags(flags)] as const, [' (new)', flags] as const];
  return showSettings('diff', [], flags, hasOldFlags(flags) ? sides : undefined);
};

export const addDiff = (program: Command, finish: (code: ExitCode) => void): void => {
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
      new Option(
        '--fail-on <KIND>',
        'end with 1 where the change does this and it is not accepted: a kind, or the id of a consequence; may be repeated',
      )
        .choices(failKinds)
        .argParser(collect),
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
      const { runDiff } = await import('../comparing.ts');
      finish(await runDiff(paths, flags));
    });
};
