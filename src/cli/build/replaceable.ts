import { join } from 'node:path';
import { type Manifest, manifestName, topNames } from '../../build/manifest.ts';
import { fileReader } from '../../files/reader.ts';
import { realPath } from '../../files/real-path.ts';
import { isWithin } from '../../files/within.ts';
import type { Json } from '../../model/tree.ts';
import { parse } from '../../parse/index.ts';
import type { Input } from '../inputs.ts';
import { filesRead, type NamedFile } from '../overwriting.ts';
import { UsageError } from '../usage.ts';

/** What the manifest of an existing output lists; undefined where no manifest can be read. */
export const writtenManifest = (out: string): Json | undefined => {
  const text = fileReader(out).text(manifestName);
  return text === undefined ? undefined : (parse(text).root as Json);
};

/** What a build may replace in a folder: what the manifest there says that a build wrote. */
export const replaceableIn = (out: string): ReadonlySet<string> | undefined => topNames(writtenManifest(out));

/** Refuses a folder whose loss would be that of the project. */
export const refuseProject = (out: string, input: Input, flags: { readonly parameters?: string | undefined }): void => {
  if (out === '') throw new UsageError("'--out' is empty.", 'Name a folder, for example synth.out.');
  const folders = [
    { path: '.', role: 'the current folder' },
    { path: input.folder, role: 'the folder of the template' },
  ];
  refuseLoss(out, [...filesRead(input.path === '-' ? [] : [input], flags), ...folders]);
};

/** Refuses a folder that holds what the template is built from. */
export const refuseSources = (out: string, { folder }: Input, { files }: Manifest, read: readonly NamedFile[]): void =>
  refuseLoss(out, [...files.map(({ path }) => ({ path: join(folder, path), role: 'the code or file' })), ...read]);

const refuseLoss = (out: string, needed: readonly NamedFile[]): void => {
  const target = realPath(out);
  const lost = needed.find(({ path }) => isWithin(target, realPath(path)));
  if (lost === undefined) return;
  const isSame = realPath(lost.path) === target;
  throw new UsageError(
    `'${out}' cannot be the output: it ${isSame ? 'is' : 'holds'} ${lost.role}${lost.path === '.' ? '' : ` '${lost.path}'`}.`,
    'A build replaces the whole folder. Name a folder of its own, for example synth.out.',
  );
};
