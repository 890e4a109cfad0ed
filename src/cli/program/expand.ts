import { type Command, Option } from 'commander';
import type { ExpandFlags } from '../commands/expand.ts';
import { refuseUnknownCommand } from '../mistakes.ts';
import type { ExitCode } from '../usage.ts';
import { examples } from './examples.ts';
import {
  addFileOptions,
  addStage,
  addTransformOptions,
  addWatch,
  settingsOf,
  templates,
  usualFiles,
  watched,
} from './options.ts';

/** @param whole the program with all its commands */
export const addExpand = (program: Command, finish: (code: ExitCode) => void, whole: () => Command): void => {
  const expand = program
    .command('expand', { isDefault: true })
    .description('print the CloudFormation that templates become')
    .argument('[FILE...]', `${templates}; without one ${usualFiles}`)
    .option('-o, --out <FILE>', 'write there instead of stdout')
    .option('--out-dir <DIR>', 'write each template there, under the path it has here')
    .addOption(new Option('--format <FORMAT>', 'how to write: json, or what FILE ends in').choices(['json', 'yaml']))
    .option('--source-map <FILE>', 'write there, as JSON, which line each value of the output comes from')
    .addHelpText('after', examples)
    .action(async (paths: string[], flags: ExpandFlags) => {
      // Without a command this one runs.
      if (!program.args.includes('expand')) refuseUnknownCommand(paths[0], whole());
      const { runExpand } = await import('../commands/expand.ts');
      const outputs = [flags.out, flags.outDir, flags.sourceMap];
      if (flags.showSettings) finish(await settingsOf('expand', paths, flags));
      else finish(await watched(paths, flags, outputs, () => runExpand(paths, flags)));
    });
  addTransformOptions(addStage(addWatch(addFileOptions(expand))));
};
