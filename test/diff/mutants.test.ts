import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { judged } from '../../src/diff/accept.ts';
import { type DiffInput, diff } from '../../src/diff/index.ts';
import { toJson } from '../../src/diff/report/json.ts';
import { toMarkdown } from '../../src/diff/report/markdown.ts';
import { toText } from '../../src/diff/report/text.ts';
import { changePicture } from '../../src/review/diff-picture.ts';
import { review } from '../../src/review/index.ts';
import { toMarkdown as reviewed } from '../../src/review/report/markdown.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { mutateText, mutateTree } from '../mutation/mutate.ts';
import { Random } from '../mutation/random.ts';

/** More of them: SYNTH_MUTANTS=20000 SYNTH_MUTANT_SEED=7 npx vitest run test/diff/mutants.test.ts */
const count = Number(process.env['SYNTH_MUTANTS'] ?? 500);
const seed = Number(process.env['SYNTH_MUTANT_SEED'] ?? 3);

const cases = readCases(casesFolder().folder);
const texts = cases.flatMap(({ template, expected }) => [
  template,
  ...(expected.has('aws') ? [JSON.stringify(expected.get('aws'))] : []),
]);

/** What is wrong with how two templates were compared; undefined when nothing is. */
const complaint = (before: string, after: string): string | undefined => {
  const start = performance.now();
  try {
    const side = (template: string): DiffInput => ({
      template,
      path: 'mutant.yaml',
      resolveApplication: () => 'https://example.com/t.yaml',
    });
    const { change, problems } = diff(side(before), side(after), { specs: bundledSpecs });
    if (change) {
      const internal = change.consequences.find(({ id }) => id === 'internal-error');
      if (internal) return internal.text;
      const told = { name: 'mutant.yaml', from: 'a', to: 'b', change, consequences: judged(change, []) };
      for (const text of [toText(told, true), toMarkdown([told]), toJson([told]), changePicture(change)]) {
        if (text.includes('undefined') && !before.includes('undefined') && !after.includes('undefined'))
          return `says undefined: ${text.slice(0, 300)}`;
      }
    } else if (![...problems.before, ...problems.after].some(({ level }) => level === 'error'))
      return 'is not compared, and nothing says why';
    const { review: found } = review(after, {
      path: 'mutant.yaml',
      specs: bundledSpecs,
      resolveApplication: () => 'https://example.com/t.yaml',
    });
    if (found) reviewed(found, 'mutant.yaml');
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : error}`;
  }
  const time = performance.now() - start;
  return time > 3000 && after.length < 100_000 ? `took ${time.toFixed(0)} ms` : undefined;
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
