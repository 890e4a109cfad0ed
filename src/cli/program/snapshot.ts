import type { Command } from 'commander';
import type { SnapshotFlags } from '../commands/snapshot.ts';
import type { ExitCode } from '../usage.ts';
import type { WatchFlags } from '../watch.ts';
import {
  addChoiceOptions,
  addStage,
  addValueOptions,
  addWatch,
  collect,
  settingsOf,
  usualFiles,
  watched,
} from './options.ts';

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

export const addSnapshot = (program: Command, finish: (code: ExitCode) => void): void => {
  const command = program
    .command('snapshot')
    .description('keep what templates become in files, so that a review shows what a change does to it')
    .argument('[FILE...]', `templates or compact specs, folders and patterns; without one ${usualFiles}`)
    .option('--check', 'compare only: fail where a snapshot differs, is missing or is left over')
    .option('-u, --update', 'overwrite snapshots that differ, and remove those whose template is gone')
    .option('--ci', 'write nothing, also no snapshot that is missing')
    .option('--dir <DIR>', "keep all snapshots there (default: in 'snapshots' beside each template)");
  addWatch(addValueOptions(addChoiceOptions(addStage(command))))
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
      const { runSnapshot } = await import('../snapshotting.ts');
      finish(await watched(paths, flags, [flags.dir], () => runSnapshot(paths, flags)));
    });
};
