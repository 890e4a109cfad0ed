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

describe('a fix that another one may make needless', () => {
  it.each([
    [
      'a template',
      'Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {SnapStart: {ApplyOn: PublishedVersions}, Runtime: python3.9, Handler: index.h, InlineCode: x, AutoPublishAlias: live}}\n',
      'Transform: AWS::Serverless-2016-10-31\n',
    ],
    [
      'a compact spec',
      'function F: {snapstart: true, runtime: python3.9, handler: index.h, inline: x, alias: live}\n',
      'synth: 1\n',
    ],
  ])('waits for that, and is left out where it is: SnapStart stays once the runtime has it, in %s', (_, text, head) => {
    const now = Date.UTC(2026, 11, 1) / 1000;
    expect(fix(head + text, { now }, all).text).toBe(head + text.replace('python3.9', 'python3.14'));
  });

  it('is made where it is not: no version of Node.js has SnapStart', () => {
    const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {SnapStart: {ApplyOn: PublishedVersions}, Runtime: nodejs20.x, Handler: index.h, InlineCode: x, AutoPublishAlias: live}}
`;
    expect(fix(text, { now: Date.UTC(2026, 11, 1) / 1000 }, all).text).toBe(
      text.replace('nodejs20.x', 'nodejs24.x').replace('PublishedVersions', 'None'),
    );
  });
});
