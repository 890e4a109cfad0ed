export { systemReason, writingReason } from '../files/reason.ts';

/** The command was called in a way it cannot work with; told on stderr, exit code 2. */
export class UsageError extends Error {
  /** What to do instead. */
  readonly hint: string | undefined;

  constructor(text: string, hint?: string) {
    super(text);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** Whether something thrown is one; by its name, since each bundle has a class of its own. */
export const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && error.name === 'UsageError';

/** What a run says to the shell. */
export const exitCode = {
  /** Everything was done. */
  done: 0,
  /** A template has a problem of level error. */
  problems: 1,
  /** The command was called wrongly, or a file could not be read or written. */
  unusable: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The code of several steps together: the worst one. */
export const worst = (...codes: readonly ExitCode[]): ExitCode => Math.max(0, ...codes) as ExitCode;
