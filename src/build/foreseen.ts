import type { ArchiveContents } from '../model/build-files.ts';
import type { Finding } from '../model/problem.ts';
import type { ArchiveEntry, Listing } from '../model/reader.ts';
import { contentFaults } from './contents.ts';
import { layerFaults } from './limits.ts';
import type { Packed } from './pack.ts';
import type { Plan, PlannedFile } from './plan.ts';

/** What is known of code before it is packaged; undefined where it cannot be read. */
export interface Known {
  list(path: string): Listing<ArchiveEntry> | undefined;
  archive(path: string): ArchiveContents | undefined;
}

/** What a build would find wrong with the contents of what it packages, without packaging it. */
export const foreseenFaults = ({ template, files }: Plan, known: Known): Finding[] => {
  const measured = files.map((file) => ({ ...file, packed: measure(file, known) }));
  const findings = measured.flatMap(({ packed, ...file }) =>
    contentFaults(file, packed).flatMap((fault) =>
      file.users.map(({ at, logicalId }) => ({ ...fault, span: at, logicalId })),
    ),
  );
  const listed = measured.map(({ name, path, packed: { unpacked = 0 } }) => ({ name, path, unpacked }));
  const templates = [template, ...files.map(({ expanded }) => expanded)];
  return [...findings, ...templates.flatMap((each) => (each ? layerFaults(each, files, listed) : []))];
};

/** What a file comes to. What cannot be read is found when the build is planned. */
const measure = ({ made, from }: PlannedFile, known: Known): Pick<Packed, 'entries' | 'unpacked'> => {
  if (made !== 'archive') return {};
  const ready = known.archive(from);
  if (ready !== undefined) return ready;
  const entries = known.list(from)?.entries;
  return entries === undefined
    ? {}
    : { entries: entries.length, unpacked: entries.reduce((sum, { size }) => sum + size, 0) };
};
