import type { Edit, Finding, Problem, Safety, TextFix } from '../model/problem.ts';
import { toPlace, toPlaces } from './position.ts';

/** Findings as the library gives them: with file, line and column, sorted by position. */
export const toProblems = (findings: readonly Finding[], path: string | undefined): Problem[] =>
  findings
    .toSorted(
      (left, right) =>
        compare(fileOf(left, path), fileOf(right, path)) ||
        (left.span?.start ?? -1) - (right.span?.start ?? -1) ||
        compare(left.code, right.code),
    )
    .map((finding) => toProblem(finding, path));

const fileOf = ({ span }: Finding, path: string | undefined): string => span?.source.file ?? path ?? '';

const toProblem = (
  { code, level, text, span, logicalId, eventId, related = [], fix, edits }: Finding,
  path: string | undefined,
): Problem => {
  const problem: Problem = { code, level, message: text };
  const place = span && toPlace(span, path);
  if (place) Object.assign(problem, place);
  else if (path !== undefined) problem.file = path;
  if (logicalId !== undefined) problem.logicalId = logicalId;
  if (eventId !== undefined) problem.eventId = eventId;
  const others = toPlaces(related, path);
  if (others.length > 0) problem.related = others;
  if (fix && edits) setWhenRead(problem, 'fix', () => textFix(fix.safety, edits(), path));
  return problem;
};

const textFix = (safety: Safety, edits: readonly Edit[] | undefined, path: string | undefined): TextFix | undefined =>
  edits && {
    safety,
    edits: edits.flatMap(({ at, text }) => {
      const place = toPlace(at, path);
      return place ? [{ ...place, text }] : [];
    }),
  };

/** Sets a property that is worked out when it is read for the first time. */
const setWhenRead = <T extends object, K extends keyof T>(target: T, key: K, make: () => T[K]): void => {
  const set = (value: T[K]): T[K] => {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    return value;
  };
  Object.defineProperty(target, key, { get: () => set(make()), set, enumerable: true, configurable: true });
};

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
