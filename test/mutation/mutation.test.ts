import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { raise } from '../../src/index.ts';
import type { Json } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { complaint } from './complaint.ts';
import { mutateText, mutateTree } from './mutate.ts';
import { Random } from './random.ts';

/** More of them: SYNTH_MUTANTS=20000 SYNTH_MUTANT_SEED=7 npx vitest run test/mutation */
const count = Number(process.env['SYNTH_MUTANTS'] ?? 1500);
const seed = Number(process.env['SYNTH_MUTANT_SEED'] ?? 1);

interface Origin {
  readonly name: string;
  readonly template: string;
  readonly tree: Json | undefined;
}

const { folder } = casesFolder();

/** Mutants of templates, and of what they are as compact specs. */
const kinds: readonly (readonly [string, () => Origin[]])[] = [
  [
    'the conformance templates',
    () => readCases(folder).map(({ name, template }) => ({ name, template, tree: treeOf(template) })),
  ],
  [
    'the compact forms of the conformance templates',
    () =>
      readCases(folder).flatMap(({ name, template, faults }) => {
        const { text } = faults ? {} : raise(template);
        return text === undefined ? [] : [{ name, template: text, tree: treeOf(text) }];
      }),
  ],
];

describe.each(kinds)('mutants of %s', (_, originsOf) => {
  it.runIf(existsSync(folder))(
    `${count} of them are expanded or refused, none throws, hangs or loses a position`,
    () => {
      const random = new Random(seed);
      const sources = originsOf();
      const failures: string[] = [];
      for (let at = 0; at < count; at++) {
        const { name, template, tree } = random.pick(sources);
        let text = template;
        if (tree === undefined || random.below(4) === 0) text = mutateText(text, random);
        else {
          let mutant: unknown = tree;
          for (let times = 1 + random.below(3); times > 0; times--) mutant = mutateTree(mutant, random);
          text = JSON.stringify(mutant, undefined, 1) ?? 'null';
        }
        const found = complaint(text);
        if (found !== undefined)
          failures.push(`mutant ${at} of ${name} (seed ${seed}): ${found}\n${text.length < 1200 ? text : ''}`);
        if (failures.length >= 5) break;
      }
      expect(failures.join('\n\n')).toBe('');
    },
    600_000,
  );
});

/** The template as plain data: from our own reader, whose intrinsic functions are in their long form. */
const treeOf = (template: string): Json | undefined => {
  const { root } = parse(template);
  return root === null ? undefined : JSON.parse(JSON.stringify(root));
};
