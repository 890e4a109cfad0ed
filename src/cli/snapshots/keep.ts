import { dirname, join } from 'node:path';
import { realPath } from '../../files/real-path.ts';
import type { Problem } from '../../model/problem.ts';
import { isMap, type JsonMap } from '../../model/tree.ts';
import { type Document, parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { printable, withoutCommands } from '../../report/printable.ts';
import { groupsBetween } from '../../snapshots/differences.ts';
import { expandForSnapshot, type SnapshotOptions } from '../../snapshots/expansion.ts';
import { differenceText } from '../../snapshots/report.ts';
import { originIn, sameSnapshot, snapshotText } from '../../snapshots/text.ts';
import { isThere } from '../files/stats.ts';
import type { Input } from '../inputs.ts';
import { refuseLeadingOut } from '../leading-out.ts';
import { readFile } from '../read-file.ts';
import { readerFor } from '../reading.ts';
import { UsageError } from '../usage.ts';
import { writeFile } from '../write-file.ts';
import { originOf, type SnapshotPlace, shared } from './places.ts';

/** A snapshot that a run looks at: of a template, or of one of its stages. */
export interface Kept extends SnapshotPlace {
  readonly input: Input;
  /** As the name of the file has it. */
  readonly stage: string | undefined;
  readonly options: SnapshotOptions;
}

/** What became of a snapshot. `failed`: the template has errors. */
export type Outcome = 'matches' | 'written' | 'updated' | 'differs' | 'missing' | 'failed';

/** What became of a snapshot, and what is to be said of it. */
export interface Result {
  readonly outcome: Outcome;
  /** Lines for a person; empty where the snapshot matches. */
  readonly text: string;
  /** The errors of the template. */
  readonly problems: readonly Problem[];
}

/** What may be written: nothing, snapshots that are not there yet, or all. */
export type Writes = 'nothing' | 'new' | 'all';

/** Expands a template and compares it with its snapshot, or writes that. */
export const keep = (kept: Kept, document: Document, writes: Writes, colour: boolean): Result => {
  const { input, stage, file, options } = kept;
  const { template, problems, locate } = expandForSnapshot(document, {
    ...options,
    path: input.name,
    reader: readerFor(input, [file]),
  });
  if (template === undefined) {
    return { outcome: 'failed', text: '', problems: problems.filter(({ level }) => level === 'error') };
  }
  const now = snapshotText(originOf(input, stage, file), template);
  if (!isThere(file)) {
    if (writes !== 'nothing') return put(kept, now, 'written');
    return told('missing', `${printable(input.name)} has no snapshot: there is no '${printable(file)}'.\n`);
  }
  const before = readText(readFile(file, 'The snapshot')).text;
  if (sameSnapshot(before, now)) return told('matches', '');
  refuseShared(kept, before);
  const compared = compareWith(before, kept, (root) => differenceText(groupsBetween(root, template), locate, colour));
  if (compared.outcome !== 'matches') refuseOther(file, before);
  return writes === 'all' ? put(kept, now, 'updated') : compared;
};

const told = (outcome: Outcome, text: string): Result => ({ outcome, text, problems: [] });

const put = ({ file, root }: SnapshotPlace, text: string, how: 'written' | 'updated'): Result => {
  refuseLeadingOut(root, file);
  writeFile(file, text);
  return told(how, `${how} ${printable(file)}\n`);
};

/** Refuses the snapshot of another template. */
const refuseShared = ({ input, file }: Kept, text: string): void => {
  const origin = originIn(text);
  if (origin === undefined) return;
  const template = join(dirname(file), origin.template);
  if (isThere(template) && realPath(template) !== realPath(input.path)) throw shared(template, input.name, file);
};

/**
 * Refuses what is not a snapshot, which is neither compared nor overwritten. Empty files, and those with the conflict of a
 * merge, are damaged snapshots.
 */
const refuseOther = (file: string, text: string): void => {
  if (originIn(text) !== undefined || text.trim() === '' || /^<{7} /m.test(text)) return;
  throw new UsageError(
    `'${file}' was not written by 'synth snapshot', so it is neither compared nor overwritten.`,
    "Move it, or name another folder for the snapshots with '--dir'.",
  );
};

const compareWith = (before: string, { input, file }: Kept, differences: (root: JsonMap) => string): Result => {
  const { root, findings } = parse(before, file);
  const broken = findings.find(({ level }) => level === 'error');
  if (broken || !isMap(root)) {
    const why = broken ? `: ${printable(broken.text)}` : '.';
    return told('differs', `'${printable(file)}' is not a readable snapshot${why}\n`);
  }
  const text = differences(root);
  // Formatted, or written by another version of synth: it says the same.
  if (text === '') return told('matches', '');
  const head = `${printable(input.name)} becomes something else than '${printable(file)}' says:\n`;
  return told('differs', withoutCommands(`${head}${text}\n`));
};
