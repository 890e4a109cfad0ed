import { existsSync } from 'node:fs';
import { isMap, type JsonMap } from '../../model/tree.ts';
import { type Document, parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { printable, withoutCommands } from '../../report/printable.ts';
import { groupsBetween } from '../../snapshots/differences.ts';
import { expandForSnapshot, type SnapshotOptions, stagesIn } from '../../snapshots/expansion.ts';
import { differenceText } from '../../snapshots/report.ts';
import { originIn, sameSnapshot, snapshotText } from '../../snapshots/text.ts';
import type { Input } from '../inputs.ts';
import { readFile } from '../read-file.ts';
import { readerFor } from '../reading.ts';
import { coloured, writeOut } from '../streams.ts';
import { tellProblems } from '../talk.ts';
import { UsageError } from '../usage.ts';
import { writeFile } from '../write-file.ts';
import { originOf } from './places.ts';

/** A snapshot that a run looks at: of a template, or of one of its stages. */
export interface Kept {
  readonly input: Input;
  /** As the name of the file has it. */
  readonly stage: string | undefined;
  readonly file: string;
  readonly options: SnapshotOptions;
  /** Whether the configuration names the stage: a compact spec need not have it then. */
  readonly isNamed: boolean;
}

/** What became of a snapshot. `failed`: the template has errors. */
export type Outcome = 'matches' | 'written' | 'updated' | 'differs' | 'missing' | 'failed';

/** What may be written: nothing, snapshots that are not there yet, or all. */
export type Writes = 'nothing' | 'new' | 'all';

/** Expands a template and compares it with its snapshot, or writes that. */
export const keep = async (kept: Kept, document: Document, writes: Writes): Promise<Outcome> => {
  const { input, stage, file, options } = kept;
  const reader = readerFor(input, [file]);
  const stageOfSpec = kept.isNamed && !stagesIn(document).includes(stage!) ? undefined : stage;
  const { template, problems, locate } = expandForSnapshot(document, {
    ...options,
    stage: stageOfSpec,
    path: input.name,
    reader,
  });
  if (template === undefined) {
    const errors = problems.filter(({ level }) => level === 'error');
    await tellProblems(errors, new Map([[input.name, document.source?.text ?? '']]));
    return 'failed';
  }
  const now = snapshotText(originOf(input, stage, file), template);
  if (!existsSync(file)) return writes === 'nothing' ? missing(kept) : put(file, now, 'written');
  const before = readText(readFile(file, 'The snapshot')).text;
  if (sameSnapshot(before, now)) return 'matches';
  if (writes === 'all') {
    refuseOther(file, before);
    return put(file, now, 'updated');
  }
  return compareWith(before, kept, template, locate);
};

const missing = async ({ input, file }: Kept): Promise<Outcome> => {
  await writeOut(`${printable(input.name)} has no snapshot: there is no '${printable(file)}'.\n`);
  return 'missing';
};

const put = async (file: string, text: string, how: 'written' | 'updated'): Promise<Outcome> => {
  writeFile(file, text);
  await writeOut(`${how} ${printable(file)}\n`);
  return how;
};

/** Refuses to overwrite what is no snapshot; one with the conflict of a merge in it is. */
const refuseOther = (file: string, text: string): void => {
  if (originIn(text) !== undefined || /^<{7} /m.test(text)) return;
  throw new UsageError(
    `'${file}' was not written by 'synth snapshot', so it is not overwritten.`,
    "Move it, or name another folder for the snapshots with '--dir'.",
  );
};

const compareWith = async (
  before: string,
  { input, file }: Kept,
  template: JsonMap,
  locate: ReturnType<typeof expandForSnapshot>['locate'],
): Promise<Outcome> => {
  const { root, findings } = parse(before, file);
  const broken = findings.find(({ level }) => level === 'error');
  if (broken || !isMap(root)) {
    await writeOut(`'${printable(file)}' is no readable snapshot${broken ? `: ${printable(broken.text)}` : '.'}\n`);
    return 'differs';
  }
  const groups = groupsBetween(root, template);
  // Formatted, or written by another version of synth: it says the same.
  if (groups.length === 0) return 'matches';
  const head = `${printable(input.name)} becomes something else than '${printable(file)}' says:\n`;
  await writeOut(withoutCommands(`${head}${differenceText(groups, locate, coloured(1))}\n`));
  return 'differs';
};
