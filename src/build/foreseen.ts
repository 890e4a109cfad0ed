import type { ArchiveContents } from '../model/build-files.ts';
import type { Finding } from '../model/problem.ts';
import type { ArchiveEntry, Listing } from '../model/reader.ts';
import { Unusable } from '../model/unusable.ts';
import { contentFaults } from './contents.ts';
import { layerFaults } from './limits.ts';
import type { Packed } from './pack.ts';
import type { Plan, PlannedFile } from './plan.ts';

/** What is known of code before it is packaged. */
export interface Known {
  list(path: string, dockerfile?: string): Listing<ArchiveEntry> | undefined;
  archive(path: string): ArchiveContents | undefined;
}

/** What a build would find wrong with the contents of what it packages, without packaging it. */
export const foreseenFaults = ({ template, files }: Plan, known: Known): Finding[] => {
  const measured = files.map((file) => ({ ...file, ...measure(file, known) }));
  const findings = measured.flatMap(({ packed, ready, ...file }) =>
    contentFaults(file, packed, ready).flatMap((fault) =>
      file.users.map(({ at, logicalId }) => ({ ...fault, span: at, logicalId })),
    ),
  );
  const listed = measured.map(({ name, path, packed: { unpacked = 0 } }) => ({ name, path, unpacked }));
  const templates = [template, ...files.map(({ expanded }) => expanded)];
  return [...findings, ...templates.flatMap((each) => (each ? layerFaults(each, files, listed) : []))];
};

interface Measured {
  readonly packed: Pick<Packed, 'entries' | 'unpacked'>;
  /** What an archive holds that is there already. */
  readonly ready?: ArchiveContents | undefined;
}

/** What a file comes to. What cannot be read is found when the build is planned. */
const measure = ({ made, from, image }: PlannedFile, known: Known): Measured => {
  try {
    const ready = known.archive(from);
    if (made === 'archive' && ready !== undefined) return { packed: ready, ready };
    const entries = made === 'archive' ? known.list(from, image?.dockerfile)?.entries : undefined;
    if (entries === undefined) return { packed: {}, ready };
    return { packed: { entries: entries.length, unpacked: entries.reduce((sum, { size }) => sum + size, 0) } };
  } catch (error) {
    if (error instanceof Unusable) return { packed: {} };
    throw error;
  }
};
