import { basename, dirname, join, relative } from 'node:path';
import { slashed } from '../../files/slashed.ts';
import type { SnapshotOrigin } from '../../snapshots/text.ts';
import type { Input } from '../inputs.ts';
import { placeBelow } from '../outputs.ts';
import { UsageError } from '../usage.ts';

/** The folder beside a template that holds its snapshots, where no other is named. */
export const usualFolder = 'snapshots';

/** Where a snapshot is kept. */
export interface SnapshotPlace {
  readonly file: string;
  /** The folder that it belongs to: links must not lead out of it. */
  readonly root: string;
}

/** Where the snapshot of a template is kept, and of a stage of it. */
export const snapshotPlace = (input: Input, stage: string | undefined, folder: string | undefined): SnapshotPlace => {
  const place = placeBelow(input);
  const file = `${place}${stage === undefined ? '' : `.${stageInName(stage)}`}.yaml`;
  return folder === undefined
    ? { file: join(input.folder, usualFolder, basename(file)), root: input.folder }
    : { file: join(folder, file), root: folder };
};

const stageInName = (stage: string): string => {
  if (/^[A-Za-z0-9][\w.-]*$/.test(stage)) return stage;
  throw new UsageError(
    `The stage '${stage}' cannot be part of the name of a file.`,
    'Use letters, digits, points, hyphens and underscores, beginning with a letter or a digit.',
  );
};

/** What is reported where two templates would be kept in one snapshot. */
export const shared = (one: string, other: string, file: string): UsageError =>
  new UsageError(
    `'${one}' and '${other}' would have the same snapshot '${file}'.`,
    'Rename one of them: a snapshot is called like its template and stage, without the ending of the file.',
  );

/** What a snapshot says that it was made from. */
export const originOf = (input: Input, stage: string | undefined, file: string): SnapshotOrigin => ({
  template: slashed(relative(dirname(file), input.path)),
  stage,
});
