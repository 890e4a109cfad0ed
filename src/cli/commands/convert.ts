import { lower } from '../../lower.ts';
import type { Problem } from '../../model/problem.ts';
import { parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { type Fallback, raise } from '../../raise.ts';
import { isCompact } from '../../spec/lower/index.ts';
import { type Input, type InputFlags, inputsFrom, readInput } from '../inputs.ts';
import { type Destination, destinationOf } from '../outputs.ts';
import { filesRead, refuseOverwriting } from '../overwriting.ts';
import { readerFor } from '../reading.ts';
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
  refuseOverwriting(destination.files, filesRead(inputs, {}));
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
  const to = flags.to ?? (isCompact(parse(bytes, input.name).root) ? 'sam' : 'spec');
  if (to === 'spec' && flags.stage !== undefined) {
    throw new UsageError("'--stage' chooses a stage of a compact spec, so it goes with '--to sam'.");
  }
  const options = { path: input.name, stage: flags.stage, includeOutside: flags.includeOutside };
  const { text, problems, fallbacks }: Converted =
    to === 'sam' ? lower(bytes, { ...options, reader: readerFor(input) }) : raise(bytes, options);
  if (problems.length > 0) await tellProblems(problems, new Map([[input.name, readText(bytes).text]]));
  if (text === undefined) return exitCode.problems;
  await destination.put(input, text);
  if (flags.report) await writeError(reportOf(input, fallbacks ?? []));
  return exitCode.done;
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
