import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../src/model/problem.ts';
import { belowFloors } from './floor.ts';
import { corpus, describe, isLoud, lintFile } from './lint-file.ts';

const help = `npm run peer [-- options] [E1011 | part of a file's name …]

Lints the templates of ../shared/peer and counts the errors of cfn-lint that are found too: by an error or a warning
within one line, or on the same value. Clean templates must have no error.

  E1011        shows the findings of one rule: those that are found, and by what, and those that are not
  part of a name   shows the same for files
  --raise      lifts the floors to the score
`;

interface Expected {
  readonly line: number;
  readonly rule: string;
}

interface Comparison extends Expected {
  readonly name: string;
  readonly by: Problem | undefined;
}

/** Rules whose findings are counted apart: they need data that go stale, or are not about templates. */
const outOfScope: ReadonlySet<string> = new Set(
  [
    ...range(1150, 1156),
    ...[3025, 3620, 3628, 3647, 3652, 3667, 3672, 3675],
    ...range(3700, 3703),
    ...[3042, 3044, ...range(3048, 3056), 3680, 3681, ...range(3690, 3695)],
    5001,
  ].map((number) => `E${number}`),
);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const main = (args: readonly string[]): number => {
  if (args.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  const folder = corpus('../shared/peer');
  if (folder === undefined) return 0;
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
    string,
    readonly Expected[]
  >;
  const found = new Map(Object.keys(expected).map((name) => [name, lintFile(join(folder, 'input', name))]));
  const compared = Object.entries(expected).flatMap(([name, list]) => compare(name, list, found.get(name)!));
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  if (wanted.length > 0) {
    show(compared, found, wanted, folder);
    return 0;
  }

  const clean = Object.keys(expected).filter((name) => expected[name]!.length === 0);
  const alarms = clean.flatMap((name) => found.get(name)!.filter(({ level }) => level === 'error'));
  for (const alarm of alarms) console.log(`error on a clean file: ${describe(alarm)}`);
  printRules(compared);
  const counted = compared.filter(({ rule }) => !outOfScope.has(rule));
  const silent = clean.filter((name) => !found.get(name)!.some(({ level }) => level === 'error')).length;
  const score = { findings: counted.filter(({ by }) => by).length, 'clean files': silent };
  const below = belowFloors('peer', score, args.includes('--raise'));
  const errors = counted.filter(({ by }) => by?.level === 'error').length;
  const share = ((100 * score.findings) / counted.length).toFixed(1);
  console.log(
    `\n${score.findings} of ${counted.length} findings in scope (${share} %), ${errors} of them as error; ` +
      `${alarms.length} errors on clean files (${silent} of ${clean.length} files have none)`,
  );
  const passed = score.findings + silent;
  // A peer's finding that is not made yet is no failure; one that was made before is.
  console.log(`${passed} passed, ${below} failed`);
  return below === 0 ? 0 : 1;
};

const compare = (name: string, expected: readonly Expected[], problems: readonly Problem[]): Comparison[] => {
  const loud = problems.filter(isLoud);
  return expected.map(({ line, rule }) => {
    const near = loud.filter((problem) => isAt(problem, line));
    return { name, line, rule, by: near.find(({ level }) => level === 'error') ?? near[0] };
  });
};

/** Within one line of where a finding begins, or inside of a value of a few lines that it is about. */
const isAt = ({ line, endLine }: Problem, wanted: number): boolean => {
  if (line === undefined) return false;
  if (Math.abs(line - wanted) <= 1) return true;
  return endLine !== undefined && endLine - line <= mostLines && line <= wanted && wanted <= endLine;
};

/** A finding about more lines than this is not about the value that the peer means. */
const mostLines = 5;

const printRules = (compared: readonly Comparison[]): void => {
  const rules = new Map<string, [found: number, all: number]>();
  for (const { rule, by } of compared) {
    const counts = rules.get(rule) ?? [0, 0];
    if (by) counts[0]++;
    counts[1]++;
    rules.set(rule, counts);
  }
  for (const [rule, [good, all]] of [...rules].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const note = outOfScope.has(rule) ? '  out of scope' : '';
    console.log(`${rule} ${String(good).padStart(4)} of ${String(all).padStart(4)}${note}`);
  }
};

const show = (
  compared: readonly Comparison[],
  found: ReadonlyMap<string, readonly Problem[]>,
  wanted: readonly string[],
  folder: string,
): void => {
  const isRule = (text: string) => /^E\d{4}$/.test(text);
  const rules = wanted.filter(isRule);
  const parts = wanted.filter((text) => !isRule(text));
  const lines = new Map<string, readonly string[]>();
  for (const { name, line, rule, by } of compared) {
    if (!rules.includes(rule) && !parts.some((part) => name.includes(part))) continue;
    if (!lines.has(name)) lines.set(name, readFileSync(join(folder, 'input', name), 'utf8').split('\n'));
    const told = by ? `found by ${by.level} ${by.code}: ${by.message}` : 'NOT FOUND';
    console.log(`${name}:${line} ${rule} ${told}\n    ${lines.get(name)![line - 1]?.trim()}`);
  }
  for (const [name, problems] of found) {
    if (!parts.some((part) => name.includes(part))) continue;
    for (const problem of problems.filter(isLoud)) console.log(`${name}: ${describe(problem)}`);
  }
};

process.exitCode = main(process.argv.slice(2));
