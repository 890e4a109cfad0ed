import { dirname, join } from 'node:path';
import { type Document, parse } from '../../parse/index.ts';
import { printable } from '../../report/printable.ts';
import { type Input, inputsFrom, namedPaths, readInput } from '../inputs.ts';
import { filesRead, refuseOverwriting } from '../overwriting.ts';
import { settled, stagesFor } from '../settings/settled.ts';
import { type Kept, keep, type Outcome, type Writes } from '../snapshots/keep.ts';
import { leftoversIn, removeSnapshot, snapshotFolders } from '../snapshots/leftover.ts';
import { shared, snapshotPlace, usualFolder } from '../snapshots/places.ts';
import { summaryOf } from '../snapshots/summary.ts';
import { coloured, writeOut } from '../streams.ts';
import { complain, tellProblems } from '../talk.ts';
import { type TransformFlags, transformOptions } from '../transform-options.ts';
import { UnknownParameters } from '../unknown-parameters.ts';
import { type ExitCode, exitCode, UsageError, worst } from '../usage.ts';

/** What `synth snapshot` was asked, as commander hands it over. */
export interface SnapshotFlags extends Omit<TransformFlags, 'artifacts'> {
  readonly dir?: string | undefined;
  readonly check?: boolean | undefined;
  readonly update?: boolean | undefined;
  readonly ci?: boolean | undefined;
}

/** `synth snapshot`: what templates become, kept in files, or compared with these. */
export const runSnapshot = async (paths: readonly string[], flags: SnapshotFlags): Promise<ExitCode> => {
  const writes = writesOf(flags);
  const inputs = await inputsFrom(paths, flags);
  if (inputs.some(({ path }) => path === '-')) {
    throw new UsageError('A template from stdin has no folder for a snapshot.', 'Name a file.');
  }
  const unknown = new UnknownParameters(flags);
  const all: Kept[] = [];
  const documents = new Map<Input, Document>();
  let code: ExitCode = exitCode.done;
  for (const input of inputs) {
    try {
      const document = parse(await readInput(input), input.name);
      all.push(...(await snapshotsOf(input, document, flags)));
      documents.set(input, document);
      unknown.noteDocument(document, input, all.at(-1)!.options);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      code = worst(code, await complain(error));
    }
  }
  await unknown.tell();
  refuseSharing(all);
  refuseOverwriting(
    all.map(({ file }) => ({ path: file, role: 'the snapshot' })),
    filesRead(inputs, flags),
  );
  const outcomes: Outcome[] = [];
  for (const [input, document] of documents) {
    try {
      for (const kept of all.filter((each) => each.input === input)) {
        const { outcome, text, problems } = keep(kept, document, writes, coloured(1));
        await writeOut(text);
        if (problems.length > 0) await tellProblems(problems, new Map([[input.name, document.source?.text ?? '']]));
        outcomes.push(outcome);
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      code = worst(code, await complain(error));
    }
  }
  const leftovers = await tellLeftovers(all, await namedPaths(paths, flags), flags);
  await writeOut(summaryOf(outcomes, leftovers));
  const isFine = leftovers === 0 && outcomes.every((each) => /^(?:matches|written|updated)$/.test(each));
  return worst(code, isFine ? exitCode.done : exitCode.problems);
};

/** Refuses two snapshots in one file. */
const refuseSharing = (all: readonly Kept[]): void => {
  const owners = new Map<string, Input>();
  for (const { file, input } of all) {
    const other = owners.get(file);
    if (other !== undefined) throw shared(other.name, input.name, file);
    owners.set(file, input);
  }
};

const writesOf = ({ check, ci, update }: SnapshotFlags): Writes => {
  const reads = check ? '--check' : ci ? '--ci' : undefined;
  if (update && reads !== undefined)
    throw new UsageError(`'--update' and '${reads}' exclude each other.`, 'Leave one of them out.');
  return update ? 'all' : reads === undefined ? 'new' : 'nothing';
};

/** The snapshots that a template has. */
const snapshotsOf = async (input: Input, document: Document, flags: SnapshotFlags): Promise<Kept[]> => {
  const stages =
    flags.stage === undefined ? [undefined, ...(await stagesFor('snapshot', input, flags, document))] : [flags.stage];
  return Promise.all(
    stages.map(async (stage) => ({
      input,
      stage,
      ...snapshotPlace(input, stage, flags.dir),
      options: transformOptions(await settled('snapshot', input, { ...flags, stage }, () => document)),
    })),
  );
};

/** Reports the snapshots that belong to nothing, and removes them where all may be written; how many are left. */
const tellLeftovers = async (
  all: readonly Kept[],
  paths: readonly string[],
  { dir, stage, update }: SnapshotFlags,
): Promise<number> => {
  const folders = [
    ...all.map(({ file }) => dirname(file)),
    join(dir ?? usualFolder),
    ...(await snapshotFolders(paths, dir)),
  ];
  const complete = stage === undefined ? all.map(({ input }) => join(input.path)) : [];
  const found = leftoversIn(folders, new Set(all.map(({ file }) => file)), new Set(complete));
  for (const { file, reason } of found) {
    if (update) removeSnapshot(file, dir ?? dirname(dirname(file)));
    await writeOut(`${update ? 'removed ' : ''}${printable(file)}: ${printable(reason)}.\n`);
  }
  return update ? 0 : found.length;
};
