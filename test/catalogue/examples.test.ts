import { describe, expect, it } from 'vitest';
import { placesOfProblem, runExample } from '../../scripts/run-example.ts';
import { catalogueOf } from '../../src/catalogue/index.ts';
import { documented } from '../../src/cli/documented.ts';
import { rules } from '../../src/lint/rules/index.ts';

const entries = catalogueOf(documented, rules);

describe('the examples of the catalogue', () => {
  it('exist for every code, or it says why there is none', () => {
    const missing = entries.filter(({ example }) => example === undefined).map(({ code }) => code);
    expect(missing).toEqual([]);
  });

  for (const { code, example, fix, rule } of entries) {
    if (!example || 'none' in example) continue;

    if (!rule) {
      it(`${code}: has the kind of fix that is documented`, async () => {
        const { problems } = await runExample(code, example, 'fails');
        const kinds = problems.filter((problem) => problem.code === code).map((problem) => problem.fix?.safety);
        expect([...new Set(kinds)]).toEqual([fix]);
      });
    }

    it(`${code}: is found in the failing one at the marked places, and no other error`, async () => {
      const { marked, problems } = await runExample(code, example, 'fails');
      const found = problems.filter((problem) => problem.code === code);
      expect(marked.length, 'marks').toBeGreaterThan(0);
      const shown = found.map(
        (problem) => placesOfProblem(problem).find((place) => marked.includes(place)) ?? placesOfProblem(problem)[1],
      );
      expect(shown.sort()).toEqual([...marked].sort());
      expect(problems.filter((problem) => problem.level === 'error' && problem.code !== code)).toEqual([]);
    });

    it(`${code}: is not found in the passing one, and no error`, async () => {
      const { problems } = await runExample(code, example, 'passes');
      expect(problems.filter((problem) => problem.level === 'error' || problem.code === code)).toEqual([]);
    });
  }
});
