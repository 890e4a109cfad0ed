import { type Message, message } from '../model/problem.ts';
import { emptyArchive } from '../packaging/archives.ts';
import { sizeFault } from './limits.ts';
import type { Packed } from './pack.ts';
import type { PlannedFile } from './plan.ts';

const NothingBuilt = message(
  'archive-empty',
  'error',
  (path: string) => `The build of '${path}' made no files, and Lambda refuses an empty archive.`,
);

/**
 * What is wrong with the contents of what is packaged. An archive that was there already is looked at where the template
 * is expanded.
 */
export const contentFaults = (file: PlannedFile, packed: Pick<Packed, 'entries' | 'unpacked'>): Message[] => {
  const faults: (Message | undefined)[] = [sizeFault(file, packed)];
  if (file.made === 'archive' && packed.entries === 0) {
    const properties = file.users.map(({ property }) => property);
    faults.push(file.from === file.path ? emptyArchive(file.path, properties) : NothingBuilt(file.path));
  }
  return faults.filter((fault) => fault !== undefined);
};
