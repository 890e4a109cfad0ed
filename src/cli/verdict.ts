import type { Problem } from '../model/problem.ts';
import { writeError } from './streams.ts';
import { type ExitCode, exitCode, UsageError } from './usage.ts';

/** What problems mean for the exit code. Where only their number fails the run, a line on stderr says so. */
export const judged = async (problems: readonly Problem[], maxWarnings: number): Promise<ExitCode> => {
  const count = (wanted: Problem['level']): number => problems.filter(({ level }) => level === wanted).length;
  const warnings = count('warning');
  if (warnings > maxWarnings) {
    const there = warnings === 1 ? 'There is 1 warning' : `There are ${warnings} warnings`;
    await writeError(`synth: ${there}; '--max-warnings' allows ${maxWarnings === 0 ? 'none' : maxWarnings}.\n`);
    return exitCode.problems;
  }
  return count('error') > 0 ? exitCode.problems : exitCode.done;
};

/** The number that `--max-warnings` gives; undefined without it. */
export const maximumOf = (text: string | undefined): number => {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw new UsageError(`'${text}' is not a number of warnings.`, "Write '--max-warnings 0'.");
  return Number(text);
};
