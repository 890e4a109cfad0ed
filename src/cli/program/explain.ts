import type { Command } from 'commander';
import type { TransformFlags } from '../transform-options.ts';
import type { ExitCode } from '../usage.ts';
import { addStage, addTransformOptions, settingsOf, usualFiles } from './options.ts';

const explainExamples = `
Examples:
  synth explain template.yaml                                   what each resource becomes
  synth explain template.yaml OrdersRole                        why there is this role
  synth explain template.yaml Stage                             where this parameter is used
  synth explain template.yaml:42                                what line 42 became
  synth explain template.yaml /Resources/Orders/Properties/Timeout   where this value comes from
`;

export const addExplain = (program: Command, finish: (code: ExitCode) => void): void => {
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
  addTransformOptions(addStage(explain));
};
