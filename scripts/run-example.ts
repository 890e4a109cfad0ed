// Runs the examples of the catalogue, for their test and for the pages in docs/rules.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtSpecs } from '../bench/specs.ts';
import { withoutMarks } from '../src/catalogue/marks.ts';
import { wholeText } from '../src/catalogue/scaffolds.ts';
import { knownCodes } from '../src/cli/commands/rules.ts';
import { loadConfig } from '../src/cli/configuration/load.ts';
import { expand } from '../src/expand.ts';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/lint/rules/index.ts';
import type { Example } from '../src/model/example.ts';
import type { Problem } from '../src/model/problem.ts';
import type { Reader } from '../src/model/reader.ts';
import type { Sizes } from '../src/model/rule.ts';
import { toProblems } from '../src/report/problems.ts';

/** The name that the template of an example has. */
export const templateName = 'template.yaml';

/** One of the two templates of an example: without its marks, and with what is found in it. */
export interface RunExample {
  readonly text: string;
  /** What is marked, as `file:line:column` or, with its end, `file:line:column-line:column`. */
  readonly marked: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Runs one side of an example with all rules switched on; of a code that a rule tells in its place, expands it.
 */
export const runExample = async (code: string, example: Example, side: 'fails' | 'passes'): Promise<RunExample> => {
  const { text, places } = withoutMarks(wholeText(example, example[side]));
  const marked = places.map((place) => placeOf(templateName, place));
  const files: Record<string, string> = {};
  for (const [name, content] of Object.entries(example.files ?? {})) {
    const file = withoutMarks(content);
    files[name] = file.text;
    if (side === 'fails') marked.push(...file.places.map((place) => placeOf(name, place)));
  }
  const problems =
    example.in === 'configuration' ? await problemsOfConfig(text) : problemsOf(code, text, example, files);
  return { text, marked, problems };
};

const problemsOf = (code: string, text: string, example: Example, files: Readonly<Record<string, string>>) => {
  const { parameters, region, today = '2026-11-30', sizes } = example;
  const options = {
    path: templateName,
    parameters,
    region,
    now: Date.parse(`${today}T00:00:00Z`) / 1000,
    reader: example.reader === false ? undefined : readerOf(files),
    resolveApplication: (id: string) => (id.includes('unknown') ? undefined : 'https://example.com/application.yaml'),
  };
  if (example.expanded) return expand(text, { ...options, now: undefined }).problems;
  if (supersededCodes.has(code) && !ruleIds.has(code)) return expand(text, options).problems;
  return lint(text, {
    ...options,
    sizes: sizes && sizesOf(sizes),
    specs: builtSpecs,
    config: { preset: 'strict' },
  }).problems;
};

const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** What the transform tells and a rule tells better in its place. */
const supersededCodes: ReadonlySet<string> = new Set(rules.flatMap(({ supersedes = [] }) => supersedes));

const problemsOfConfig = async (text: string): Promise<readonly Problem[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'synth-example-'));
  const file = join(folder, 'synth.config.yaml');
  writeFileSync(file, text);
  const { findings } = await loadConfig({ file }, knownCodes);
  rmSync(folder, { recursive: true });
  return toProblems(findings, templateName).map((problem) => ({ ...problem, file: templateName }));
};

interface Place {
  readonly line: number;
  readonly column: number;
  readonly end?: { readonly line: number; readonly column: number };
}

const placeOf = (file: string, { line, column, end }: Place): string =>
  `${file}:${line}:${column}${end ? `-${end.line}:${end.column}` : ''}`;

/** The place of a problem as a mark gives it, and without its end. */
export const placesOfProblem = ({ file = '', line = 0, column = 0, endLine = 0, endColumn = 0 }: Problem): string[] => [
  placeOf(file, { line, column }),
  placeOf(file, { line, column, end: { line: endLine, column: endColumn } }),
];

const readerOf = (files: Readonly<Record<string, string>>): Reader => ({
  kind: (path) => {
    if (Object.hasOwn(files, path)) return 'file';
    return Object.keys(files).some((name) => name.startsWith(`${path}/`)) ? 'directory' : undefined;
  },
  text: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  fingerprint: (path) => (Object.keys(files).some((name) => `${name}/`.startsWith(`${path}/`)) ? path : undefined),
});

const sizesOf = (sizes: NonNullable<Example['sizes']>): Sizes => ({
  packed: (path) => sizes[path]?.packed,
  unpacked: (path) => sizes[path]?.unpacked,
});
