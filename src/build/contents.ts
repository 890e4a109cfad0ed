import type { ArchiveContents } from '../model/build-files.ts';
import { type Message, message } from '../model/problem.ts';
import { sizeFault, unpackedByLambda } from './limits.ts';
import type { Packed } from './pack.ts';
import type { PlannedFile } from './plan.ts';

const Empty = message(
  'archive-empty',
  'error',
  (path: string) =>
    `'${path}' has no files to package, and Lambda refuses an empty archive. 'synth build --dry-run' lists what is left out.`,
);
const NothingBuilt = message(
  'archive-empty',
  'error',
  (path: string) => `The build of '${path}' made no files, and Lambda refuses an empty archive.`,
);
const EmptyOther = message('archive-empty', 'warning', (path: string) => `'${path}' has no files to package.`);
const Outside = message(
  'archive-path-outside',
  'warning',
  (path: string, [first, ...others]: readonly string[]) =>
    `The archive '${path}' has the entry '${first}'${others.length === 0 ? '' : ` and ${others.length} more`} outside the folder that it is unpacked into. Make the archive again from inside the folder.`,
);

/**
 * What is wrong with the contents of what was packaged.
 * @param ready what an archive holds that was there already
 */
export const contentFaults = (
  file: PlannedFile,
  packed: Pick<Packed, 'entries' | 'unpacked'>,
  ready: ArchiveContents | undefined,
): Message[] => {
  const faults: (Message | undefined)[] = [sizeFault(file, packed)];
  if (file.made === 'archive' && packed.entries === 0) {
    const isBuilt = file.from !== file.path;
    faults.push(isBuilt ? NothingBuilt(file.path) : unpackedByLambda(file) ? Empty(file.path) : EmptyOther(file.path));
  }
  if (ready !== undefined && ready.outside.length > 0) faults.push(Outside(file.path, ready.outside));
  return faults.filter((fault) => fault !== undefined);
};
