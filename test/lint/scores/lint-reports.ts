import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Level, Problem } from '../../../src/model/problem.ts';
import { belowFloors } from './floor.ts';
import { corpus, describe, isLoud, lintFile } from './lint-file.ts';

const help = `npm run lint-reports [-- options] [NAME …]

Lints every file of ../shared/reports/lint and compares the findings with expected.json: a fault needs a finding of its
level on one of its lines; near misses (.ok) must have neither error nor warning.

  NAME      shows what is expected of one file and everything that is found in it
  --raise   lifts the floor to the score
`;

interface Fault {
  readonly line: number | readonly number[];
  readonly level: Level;
  readonly about: string;
  /** Places in other files that are right too. */
  readonly alsoIn?: readonly { readonly file: string; readonly line: number }[];
}

const main = (args: readonly string[]): number => {
  if (args.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  const folder = corpus('../shared/reports/lint');
  if (folder === undefined) return 0;
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, readonly Fault[]>;
  const names = args.filter((arg) => !arg.startsWith('--'));
  if (names.length > 0) return show(names, expected, folder);

  const score = { faults: 0, 'near misses': 0 };
  let failed = 0;
  for (const [name, faults] of Object.entries(expected)) {
    const failure = failureOf(faults, lintFile(join(folder, `${name}.yaml`)), folder);
    if (failure === undefined) score[faults.length > 0 ? 'faults' : 'near misses']++;
    else {
      failed++;
      console.log(`${name}: ${failure}`);
    }
  }
  const holds = belowFloors('lint-reports', score, args.includes('--raise')) === 0;
  console.log(`\n${score.faults} faults found, ${score['near misses']} near misses silent`);
  console.log(`${score.faults + score['near misses']} passed, ${failed} failed`);
  return holds ? 0 : 1;
};

const failureOf = (faults: readonly Fault[], problems: readonly Problem[], folder: string): string | undefined => {
  if (faults.length === 0) {
    const loud = problems.find(isLoud);
    return loud && `false alarm: ${describe(loud)}`;
  }
  const missed = faults.find((fault) => !problems.some((problem) => matches(problem, fault, folder)));
  return missed && `line ${[missed.line].flat().join(' or ')}, ${missed.level}: ${missed.about}`;
};

const matches = ({ level, file, line }: Problem, fault: Fault, folder: string): boolean => {
  if (level !== fault.level || line === undefined) return false;
  const elsewhere = (fault.alsoIn ?? []).find((place) => file !== undefined && relative(folder, file) === place.file);
  return elsewhere ? elsewhere.line === line : [fault.line].flat().includes(line);
};

const show = (
  names: readonly string[],
  expected: Readonly<Record<string, readonly Fault[]>>,
  folder: string,
): number => {
  for (const name of names) {
    const faults = expected[name];
    if (!faults) {
      console.log(`There is no '${name}' in expected.json.`);
      return 2;
    }
    console.log(`${name}: ${faults.length === 0 ? 'nothing is expected' : ''}`);
    for (const { line, level, about } of faults)
      console.log(`  wanted ${[line].flat().join(' or ')} ${level}: ${about}`);
    for (const problem of lintFile(join(folder, `${name}.yaml`))) console.log(`  found  ${describe(problem)}`);
  }
  return 0;
};

process.exitCode = main(process.argv.slice(2));
