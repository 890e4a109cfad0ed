import type { Output, Source, Take, WrittenFile } from '../model/build-files.ts';
import { inGroups } from '../model/counted.ts';
import { type Message, message } from '../model/problem.ts';
import { type ArchiveEntry, CannotRead } from '../model/reader.ts';
import { Unusable } from '../model/unusable.ts';
import { digestOf, templateText } from '../packaging/template-text.ts';
import { ArchiveWriter, type Deflate, maximumBytes, maximumEntries } from './archive.ts';
import { fileOf, type PlannedFile } from './plan.ts';

const Changed = message(
  'file-changed',
  'error',
  (path: string) =>
    `'${path}' changed while it was packaged, so the archive is not what the template names. Build again.`,
);
const TooManyEntries = message(
  'archive-too-large',
  'error',
  (path: string) => `'${path}' holds more than ${inGroups(maximumEntries)} files, which no archive of this kind can.`,
);
const TooManyBytes = message(
  'archive-too-large',
  'error',
  (path: string) => `'${path}' holds more than 4 GB, which no archive of this kind can.`,
);

/** What went into a file of the output. */
export interface Packed extends WrittenFile {
  /** Of an archive: how many entries it has, and their bytes before packing. */
  readonly entries?: number;
  readonly unpacked?: number;
}

/** Thrown where something cannot be packaged. */
class Refused extends Error {
  readonly found: Message;

  constructor(found: Message) {
    super(found.text);
    this.found = found;
  }
}

/** Called from time to time while an archive is written. */
export type Count = (entries: number, bytes: number) => void;

/** Where the bytes come from, where they go, and what packs them. */
export interface PackTools {
  readonly source: Source;
  readonly output: Output;
  readonly deflate?: Deflate | undefined;
}

/**
 * Makes a file of the output.
 * @returns what was written, or why it cannot be
 */
export const pack = async (file: PlannedFile, tools: PackTools, count: Count): Promise<Packed | Message> => {
  try {
    return await write(file, tools, count);
  } catch (error) {
    if (error instanceof Refused) return error.found;
    if (error instanceof Unusable) return CannotRead(file.path, error);
    throw error;
  }
};

const write = async (file: PlannedFile, { source, output, deflate }: PackTools, count: Count): Promise<Packed> => {
  const { name, made, path, from, expanded } = file;
  const put = (fill: (take: Take) => void | Promise<void>): Promise<WrittenFile> => output.write(fileOf(file), fill);
  if (expanded) return put((take) => take(new TextEncoder().encode(templateText(expanded))));
  if (made === 'image') return copyFolder(file, source, output, count);
  const check = (digest: string): void => {
    if (digest !== name) throw new Refused(Changed(path));
  };
  const ready = made === 'file' ? undefined : source.archive(from);
  if (made === 'file' || ready !== undefined) {
    const written = await put((take) => check(source.readFile(from, take)));
    return ready === undefined ? written : { ...written, entries: ready.entries, unpacked: ready.unpacked };
  }
  const sum = { entries: 0, unpacked: 0 };
  const written = await put(async (take) => {
    const archive = new ArchiveWriter(counted(take, path), deflate);
    const digest = await source.readEntries(from, async (entry, read) => {
      sum.entries++;
      if (sum.entries > maximumEntries) throw new Refused(TooManyEntries(path));
      await archive.add(entry, (bytes) =>
        read((piece) => {
          sum.unpacked += piece.length;
          if (sum.unpacked > maximumBytes) throw new Refused(TooManyBytes(path));
          bytes(piece);
        }),
      );
      count(sum.entries, sum.unpacked);
    });
    check(digest);
    await archive.end();
  });
  return { ...written, ...sum };
};

/** Copies the folder that an image is built from. */
const copyFolder = async (
  { name, path, from, image, made }: PlannedFile,
  source: Source,
  output: Output,
  count: Count,
): Promise<Packed> => {
  const sum = { entries: 0, unpacked: 0 };
  const visit = async (entry: ArchiveEntry, read: (take: Take) => void): Promise<void> => {
    const file = `${fileOf({ name, made })}/${entry.path}`;
    if (entry.target !== undefined) output.link(file, entry.target);
    else sum.unpacked += (await output.write(file, read, entry.kind === 'executable')).bytes;
    count(++sum.entries, sum.unpacked);
  };
  const digest = await source.readEntries(from, visit, image?.dockerfile);
  if (digestOf(JSON.stringify([digest, image])) !== name) throw new Refused(Changed(path));
  return { bytes: sum.unpacked, sha256: digest, ...sum };
};

/** Refuses an archive whose places of entries no longer fit into its directory. */
const counted = (take: Take, path: string): Take => {
  let sum = 0;
  return (bytes) => {
    sum += bytes.length;
    if (sum > maximumBytes) throw new Refused(TooManyBytes(path));
    take(bytes);
  };
};
