import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type LowerOptions, lower } from '../../lower.ts';
import type { Problem } from '../../model/problem.ts';
import { get, isString, type JsonMap } from '../../model/tree.ts';
import { localPathsIn, type MovePath } from '../../packaging/moved.ts';
import { parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { type Fallback, raise } from '../../raise.ts';
import { printableLines } from '../../report/printable.ts';
import { isCompact } from '../../spec/compact.ts';
import { type Input, type InputFlags, inputsFrom, readInput } from '../inputs.ts';
import { type Destination, destinationOf } from '../outputs.ts';
import { filesRead, type NamedFile, refuseOverwriting } from '../overwriting.ts';
import { noting, readerFor } from '../reading.ts';
import type { SettingsFlags } from '../settings/settings.ts';
import { writeError } from '../streams.ts';
import { complain, tellProblems } from '../talk.ts';
import { type ExitCode, exitCode, UsageError, worst } from '../usage.ts';

export interface ConvertFlags extends InputFlags, SettingsFlags {
  /** Without it each file becomes what it is not. */
  readonly to?: 'sam' | 'spec' | undefined;
  readonly out?: string | undefined;
  readonly outDir?: string | undefined;
  readonly stage?: string | undefined;
  readonly includeOutside?: boolean | undefined;
  readonly report?: boolean | undefined;
}

/** `synth convert`: SAM templates as compact specs, and back; a bad one does not stop the others. */
export const runConvert = async (paths: readonly string[], flags: ConvertFlags): Promise<ExitCode> => {
  const inputs = await inputsFrom(paths, flags);
  const destination = destinationOf(inputs, { out: flags.out, outDir: flags.outDir, format: 'yaml' });
  refuseOverwriting(destination.files, filesRead(inputs, flags));
  let code: ExitCode = exitCode.done;
  for (const input of inputs) {
    try {
      code = worst(code, await convertOne(input, await readInput(input), destination, flags));
    } catch (error) {
      code = worst(code, await complain(error instanceof UsageError ? error : failureOf(input, error)));
    }
  }
  return code;
};

/** What must not happen, with the file that it happened on; the others are converted all the same. */
const failureOf = ({ name }: Input, error: unknown): UsageError =>
  new UsageError(
    `'${name}' cannot be converted: an error of synth itself, please report it.`,
    error instanceof Error ? error.stack : String(error),
  );

interface Converted {
  readonly text?: string | undefined;
  readonly problems: readonly Problem[];
  readonly fallbacks?: readonly Fallback[];
}

const convertOne = async (
  input: Input,
  bytes: Uint8Array,
  destination: Destination,
  flags: ConvertFlags,
): Promise<ExitCode> => {
  const isSpec = isCompact(parse(bytes, input.name).root);
  const to = flags.to ?? (isSpec ? 'sam' : 'spec');
  if (to === 'spec' && flags.stage !== undefined) {
    throw new UsageError("'--stage' chooses a stage of a compact spec, so it goes with '--to sam'.");
  }
  const movePath = moveTo(destination.fileOf(input), input);
  const { stage, includeOutside } = flags;
  const included: NamedFile[] = [];
  const options = { path: input.name, movePath };
  const lowering = { ...options, stage, includeOutside, reader: noting(readerFor(input), input, included) };
  const { text, problems, fallbacks }: Converted = to === 'sam' ? lower(bytes, lowering) : raise(bytes, options);
  refuseOverwriting(destination.files, included);
  if (problems.length > 0) await tellProblems(problems, new Map([[input.name, readText(bytes).text]]));
  if (text === undefined) return exitCode.problems;
  await destination.put(input, text);
  if (movePath !== undefined && isSpec && to === 'spec') await warnOfPaths(input, bytes, lowering);
  if (flags.report) await writeError(printableLines(reportOf(input, fallbacks ?? [])));
  return exitCode.done;
};

/** How local paths change where a file is written to another folder; undefined where they stay. */
const moveTo = (file: string | undefined, { folder }: Input): MovePath | undefined => {
  if (file === undefined || resolve(dirname(file)) === resolve(folder)) return undefined;
  return (path) => (isAbsolute(path) ? path : relative(dirname(file), join(folder, path)).split(sep).join('/') || '.');
};

/** A compact spec is printed with the paths that it has: says which of them no longer lead where they led. */
const warnOfPaths = async ({ name, folder }: Input, bytes: Uint8Array, options: LowerOptions): Promise<void> => {
  const includes = get(parse(bytes, name).root, 'include') ?? [];
  const { template } = lower(bytes, { ...options, movePath: undefined });
  const paths = [...[includes].flat().filter(isString), ...localPathsIn((template ?? {}) as JsonMap)];
  if (paths.length === 0) return;
  await writeError(
    `synth: the paths in '${name}' still count from '${folder}': ${paths.join(', ')}. Write the spec to that folder, or change them.\n`,
  );
};

const whereIs: Readonly<Record<Fallback['to'], string>> = {
  resources: "is under 'resources'",
  properties: "has properties under SAM's names",
  section: 'stays as in SAM',
};

/** What the compact language could not say in its own words, one entry a line. */
const reportOf = ({ name }: Input, fallbacks: readonly Fallback[]): string => {
  if (fallbacks.length === 0) return `${name}: nothing falls back to SAM's own form.\n`;
  const lines = fallbacks.map(({ logicalId, type, to, reason }) => {
    return `${name}: ${logicalId} (${type}) ${whereIs[to]}: ${reason}.\n`;
  });
  return lines.join('');
};
