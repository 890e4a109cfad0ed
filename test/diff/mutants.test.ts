import { describe, expect, it } from 'vitest';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { mutateText, mutateTree } from '../mutation/mutate.ts';
import { Random } from '../mutation/random.ts';
import { comparisonComplaint, reviewComplaint } from './complaint.ts';

/** More of them: SYNTH_MUTANTS=20000 SYNTH_MUTANT_SEED=7 npx vitest run test/diff/mutants.test.ts */
const count = Number(process.env['SYNTH_MUTANTS'] ?? 500);
const seed = Number(process.env['SYNTH_MUTANT_SEED'] ?? 3);

const cases = readCases(casesFolder().folder);
const texts = cases.flatMap(({ template, expected }) => [
  template,
  ...(expected.has('aws') ? [JSON.stringify(expected.get('aws'))] : []),
]);

/** What is wrong with how a mutant is compared and reviewed, or how long that takes; undefined where nothing is. */
const complaint = (before: string, after: string): string | undefined => {
  const start = performance.now();
  const found = comparisonComplaint(before, after) ?? reviewComplaint(after);
  const time = performance.now() - start;
  return found ?? (time > 3000 && after.length < 100_000 ? `took ${time.toFixed(0)} ms` : undefined);
};

describe('comparing a template with a mutant of it', () => {
  it(`never throws, over ${count} mutants`, () => {
    const random = new Random(seed);
    const complaints: string[] = [];
    for (let at = 0; at < count && complaints.length < 3; at++) {
      const text = random.pick(texts);
      const isJson = text.startsWith('{');
      const mutant = isJson ? JSON.stringify(mutateTree(JSON.parse(text), random)) : mutateText(text, random);
      const other = isJson && at % 3 === 0 ? JSON.stringify(mutateTree(JSON.parse(text), random)) : text;
      const found = complaint(other, mutant);
      if (found !== undefined) complaints.push(`${found}\n${mutant.slice(0, 4000)}`);
    }
    expect(complaints).toEqual([]);
  }, 240_000);
});
