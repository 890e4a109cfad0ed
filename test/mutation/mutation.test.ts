import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { expand, type Problem } from '../../src/index.ts';
import { lint } from '../../src/lint/lint.ts';
import type { Json } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { mutateText, mutateTree } from './mutate.ts';
import { Random } from './random.ts';

/** More of them: SYNTH_MUTANTS=20000 SYNTH_MUTANT_SEED=7 npx vitest run test/mutation */
const count = Number(process.env['SYNTH_MUTANTS'] ?? 1500);
const seed = Number(process.env['SYNTH_MUTANT_SEED'] ?? 1);

const options = {
  path: 'mutant.yaml',
  region: 'ap-southeast-1',
  parameters: { param1: 'value1', param2: 'value2' },
  resolveApplication: () => 'https://example.com/template.yaml',
};

/** What is wrong with how a mutant was treated; undefined when nothing is. */
const complaint = (text: string): string | undefined => {
  const start = performance.now();
  let problems: Problem[];
  let template: unknown;
  try {
    ({ problems, template } = expand(text, options));
    problems = [...problems, ...lint(text, { ...options, specs: bundledSpecs }).problems];
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : error}`;
  }
  const time = performance.now() - start;
  if (time > 1000 && text.length < 100_000) return `took ${time.toFixed(0)} ms`;
  const internal = problems.find(({ code }) => code === 'internal-error');
  if (internal) return `internal error: ${internal.message}`;
  const lines = text.split('\n').length;
  const lost = problems.find(
    ({ line, column }) => line === undefined || column === undefined || line < 1 || line > lines,
  );
  if (lost) return `a problem lies outside of the file: ${JSON.stringify(lost)}`;
  if (template === undefined && !problems.some(({ level }) => level === 'error'))
    return 'gave neither template nor error';
  if (template === undefined) return undefined;
  const printed = JSON.stringify(template);
  if (JSON.stringify(JSON.parse(printed)) !== printed) return 'printed something that does not read back';
  return duplicateId(printed);
};

/** Logical ids are unique as keys of one map; read again with duplicate keys told. */
const duplicateId = (printed: string): string | undefined => {
  const duplicate = parse(printed).findings.find(({ code }) => code === 'duplicate-key');
  return duplicate && `printed a key twice: ${duplicate.text}`;
};

describe('mutants of the conformance templates', () => {
  const { folder } = casesFolder();
  it.runIf(existsSync(folder))(
    `${count} of them are expanded or refused, none throws, hangs or loses a position`,
    () => {
      const random = new Random(seed);
      const sources = readCases(folder).map(({ name, template }) => ({ name, template, tree: treeOf(template) }));
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
