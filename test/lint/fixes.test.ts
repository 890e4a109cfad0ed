import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expand } from '../../src/expand.ts';
import { fix } from '../../src/lint/fix.ts';
import { type LintOptions, lint } from '../../src/lint/lint.ts';
import type { Problem } from '../../src/model/problem.ts';
import { optionsFor, templatesOf } from './fixes.ts';

const all = ['safe', 'unsafe'] as const;
const nameOf = ({ code, logicalId, message }: Problem): string => `${code} ${logicalId} ${message}`;

/** What a role may do is only asked once somebody may take it: findings of the one rule wait for those of the other. */
const waitsFor: Readonly<Record<string, string>> = { 'access-role-action': 'access-role-trust' };

/**
 * What is new in a list of problems; places move, so they do not count. Of a resource that could not be expanded before,
 * rules had not seen all.
 */
const added = (before: readonly Problem[], after: readonly Problem[], unexpanded: ReadonlySet<string>): string[] => {
  const known = new Set(before.map(nameOf));
  const codes = new Set(before.map(({ code }) => code));
  return after
    .filter(({ code, logicalId }) => !unexpanded.has(logicalId ?? '') && !codes.has(waitsFor[code] ?? ''))
    .map(nameOf)
    .filter((name) => !known.has(name));
};

const unexpandedIn = (text: string, options: LintOptions): ReadonlySet<string> =>
  new Set(
    expand(text, options).problems.flatMap(({ level, logicalId = '' }) => (level === 'error' ? [logicalId] : [])),
  );

/** A template without the transform it needs is not expanded at all: what shows once that is mended was there before. */
const startOf = (text: string, options: LintOptions): string =>
  fix(text, { ...options, only: ['sam-transform-missing'] }, all).text;

const inTenths = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 10 }, (_, tenth) => items.filter((_item, at) => at % 10 === tenth));

describe('all fixes of a template', () => {
  it.each(inTenths(templatesOf()).map((files, at) => ({ files, at })))(
    'change only what they say, find rest, and make no new finding ($at)',
    ({ files }) => {
      const wrong: string[] = [];
      for (const file of files) {
        const options = optionsFor(file);
        const written = readFileSync(file, 'utf8');
        if (!lint(written, options).problems.some((problem) => problem.fix)) continue;
        const text = startOf(written, options);
        const before = lint(text, options).problems;
        const fixed = fix(text, options, all);
        const again = fix(fixed.text, options, all);
        wrong.push(
          ...fixed.refused.map((problem) => `${file}: refused ${nameOf(problem)}`),
          ...added(before, fixed.problems, unexpandedIn(text, options)).map((name) => `${file}: new ${name}`),
          ...(again.text === fixed.text ? [] : [`${file}: changes again`]),
          ...(fixed.problems.some((problem) => problem.fix) ? [`${file}: a fix that does not apply`] : []),
        );
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
