import type { Source, Span } from '../../model/origin.ts';
import { type Finding, message } from '../../model/problem.ts';

/** One rule that shall be silent on some lines. */
export interface Suppression {
  readonly rule: string;
  readonly at: Span;
  /** The text that the lines are in; every text where it is not given. */
  readonly source: Source | undefined;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly reason: boolean;
  used: boolean;
}

/** What an author asked to ignore, and what is not written as such a wish has to be. */
export interface Suppressions {
  readonly list: readonly Suppression[];
  readonly malformed: readonly Finding[];
}

export const Malformed = message(
  'malformed-suppression',
  'warning',
  (why: string, rule: string) => `${why}, so nothing is silenced. Write it as '# synth-ignore ${rule}: reason'.`,
);
export const MalformedMetadata = message(
  'malformed-suppression',
  'warning',
  (what: string) => `${what} Write it as 'ignore: [{rule: rule-id, reason: why}]'.`,
);
