import type { ArchiveContents } from '../model/build-files.ts';
import { type Message, message } from '../model/problem.ts';

const Empty = message(
  'archive-empty',
  'error',
  (path: string) =>
    `'${path}' has no files to package, and Lambda refuses an empty archive. 'synth build --dry-run' lists what is left out.`,
);
const EmptyOther = message('archive-empty', 'warning', (path: string) => `'${path}' has no files to package.`);
const EmptyReady = message(
  'archive-empty',
  'error',
  (path: string) => `'${path}' has no files to package, and Lambda refuses an empty archive.`,
);
const Outside = message(
  'archive-path-outside',
  'warning',
  (path: string, [first, ...others]: readonly string[]) =>
    `The archive '${path}' has the entry '${first}'${others.length === 0 ? '' : ` and ${others.length} more`} outside the folder that it is unpacked into. Make the archive again from inside the folder.`,
);

const unpacked: ReadonlySet<string> = new Set(['CodeUri', 'Code', 'ContentUri', 'Content']);

/** Whether Lambda unpacks what a property names: the code of a function or the content of a layer. */
export const isUnpackedByLambda = (property: string): boolean => unpacked.has(property);

/** What is said of an archive without files. */
export const emptyArchive = (path: string, properties: readonly string[]): Message =>
  properties.some(isUnpackedByLambda) ? Empty(path) : EmptyOther(path);

/** What is wrong with an archive that is there already. */
export const archiveFaults = (path: string, property: string, { entries, outside }: ArchiveContents): Message[] => [
  ...(entries > 0 ? [] : [isUnpackedByLambda(property) ? EmptyReady(path) : EmptyOther(path)]),
  ...(outside.length > 0 ? [Outside(path, outside)] : []),
];
