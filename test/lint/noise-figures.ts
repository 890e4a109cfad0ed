import { readdirSync, readFileSync } from 'node:fs';
import { type LintOptions, lint } from '../../src/lint/lint.ts';
import type { SpecLoader } from '../../src/lint/specs.ts';
import type { Level } from '../../src/model/problem.ts';
import type { Reader } from '../../src/model/reader.ts';

/** What is found in one template with the preset `recommended`. */
export interface Figures {
  readonly name: string;
  /** How many findings of each level. */
  readonly counts: Readonly<Record<Level, number>>;
  readonly codes: readonly string[];
}

/** What is found in a template. */
export const figuresOf = (name: string, template: string, options: LintOptions): Figures => {
  const { problems } = lint(template, { path: name, now: 1795219200, ...options });
  const counts: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  for (const { level } of problems) counts[level]++;
  return { name, counts, codes: problems.map(({ level, code }) => `${level} ${code}`) };
};

/** Templates as people write them, each beside the code that it names. */
export const sampleFigures = (specs: SpecLoader): readonly Figures[] => {
  const folder = 'test/lint/samples';
  return readdirSync(folder)
    .sort()
    .map((name) => figuresOf(name, readFileSync(`${folder}/${name}`, 'utf8'), { specs, reader: everythingIsThere }));
};

const everythingIsThere: Reader = { kind: () => 'directory', text: () => undefined, fingerprint: (path) => path };

/** The number in the middle of a list; the greater of two. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;
