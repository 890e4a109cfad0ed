import type { Finding, Problem } from '../model/problem.ts';
import { toPlace } from './position.ts';

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

const toProblem = (
  { code, level, text, span, logicalId, eventId, related, fix }: Finding,
  path: string | undefined,
): Problem => {
  const problem: Problem = { code, level, message: text };
  if (span) Object.assign(problem, toPlace(span, path));
  else if (path !== undefined) problem.file = path;
  if (logicalId !== undefined) problem.logicalId = logicalId;
  if (eventId !== undefined) problem.eventId = eventId;
  if (related?.length) problem.related = related.map((each) => toPlace(each, path));
  if (fix) problem.fix = { safety: fix.safety, edits: [{ ...toPlace(fix.at, path), text: fix.text }] };
  return problem;
};

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
