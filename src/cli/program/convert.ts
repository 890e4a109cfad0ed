import { type Command, Option } from 'commander';
import type { ConvertFlags } from '../commands/convert.ts';
import type { ExitCode } from '../usage.ts';
import { addFileOptions, templates, usualFiles } from './options.ts';

const convertExamples = `
Examples:
  synth convert template.yaml --to spec -o synth.yaml     a SAM template as a compact spec, comments kept
  synth convert synth.yaml --to sam --stage prod          the SAM template that a compact spec stands for, on stdout
  synth convert services/*/template.yaml --to spec --out-dir specs --report
`;

export const addConvert = (program: Command, finish: (code: ExitCode) => void): void => {
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
      const { runConvert } = await import('../converting.ts');
      finish(await runConvert(paths, flags));
    });
  addFileOptions(command);
};
