import type { Finding, Problem } from '../model/problem.ts';
import { positionOf } from './position.ts';

/** Findings as the library gives them: with file, line and column, sorted by position. */
export const toProblems = (findings: readonly Finding[], path: string | undefined): Problem[] =>
  findings
    .map((finding) => toProblem(finding, path))
    .sort(
      (left, right) =>
        compare(left.file ?? '', right.file ?? '') ||
        (left.line ?? 0) - (right.line ?? 0) ||
        (left.column ?? 0) - (right.column ?? 0) ||
        compare(left.code, right.code),
    );

const toProblem = ({ code, level, text, span, logicalId, eventId }: Finding, path: string | undefined): Problem => {
  const problem: Problem = { code, level, message: text };
  const file = span?.source.file ?? path;
  if (file !== undefined) problem.file = file;
  if (span) Object.assign(problem, positionOf(span));
  if (logicalId !== undefined) problem.logicalId = logicalId;
  if (eventId !== undefined) problem.eventId = eventId;
  return problem;
};

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
