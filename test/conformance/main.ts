import { readFileSync, writeFileSync } from 'node:fs';
import { casesFolder, readCases } from './cases.ts';
import { type Outcome, runCase } from './run.ts';

const help = `npm run conformance [-- options] [pattern …]

Expands every case and compares it with what the reference gives. Patterns pick cases by a part of their name.

  --family NAME   only the cases of one family
  --list          only the names of failing cases
  --raise         write the floor when the score is higher
`;

const floorFile = 'test/conformance/floor.json';

const familyOf = (name: string): string => {
  const first = name.replace(/^error_/, '').split('_')[0]!;
  return first === 'httpapi' ? 'http' : first;
};

const main = (args: readonly string[]): number => {
  if (args.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  const patterns = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--family');
  const family = args.includes('--family') ? args[args.indexOf('--family') + 1] : undefined;
  const { folder, own } = casesFolder();
  if (own) console.log('The conformance folder is not here: only the cases of the project itself are run.');

  const cases = readCases(folder).filter(
    ({ name }) =>
      (patterns.length === 0 || patterns.some((pattern) => name.includes(pattern))) &&
      (family === undefined || familyOf(name) === family),
  );
  const outcomes = cases.flatMap(runCase);
  const failed = outcomes.filter(({ failure }) => failure !== undefined);
  if (args.includes('--list')) for (const name of new Set(failed.map((each) => each.name))) console.log(name);
  else printFailures(failed);
  printFamilies(outcomes);

  const passedOf = (kind: Outcome['kind']) =>
    outcomes.filter((each) => each.kind === kind && each.failure === undefined).length;
  const countOf = (kind: Outcome['kind']) => outcomes.filter((each) => each.kind === kind).length;
  const score = { expansions: passedOf('expansion'), rejections: passedOf('rejection') };
  console.log(
    `\nexpansions ${score.expansions} of ${countOf('expansion')}, rejections ${score.rejections} of ${countOf('rejection')}`,
  );
  const whole = !own && patterns.length === 0 && family === undefined && cases.length > 600;
  const held = whole ? holdFloor(score, args.includes('--raise')) : failed.length === 0 || !own;
  console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`);
  return held ? 0 : 1;
};

/** One line for each failing case; the partitions it fails in. */
const printFailures = (failed: readonly Outcome[]): void => {
  const byName = new Map<string, Outcome[]>();
  for (const outcome of failed) byName.set(outcome.name, [...(byName.get(outcome.name) ?? []), outcome]);
  for (const [name, outcomes] of byName) {
    console.log(`${name} (${outcomes.map(({ partition }) => partition).join(', ')})\n    ${outcomes[0]!.failure}`);
  }
};

const printFamilies = (outcomes: readonly Outcome[]): void => {
  const families = new Map<string, [number, number]>();
  for (const { name, failure } of outcomes) {
    const score = families.get(familyOf(name)) ?? [0, 0];
    if (failure === undefined) score[0]++;
    score[1]++;
    families.set(familyOf(name), score);
  }
  console.log('');
  for (const [name, [good, all]] of [...families].sort(([left], [right]) => (left < right ? -1 : 1))) {
    console.log(`${name.padEnd(20)} ${String(good).padStart(4)} of ${String(all).padStart(4)}`);
  }
};

/** The score may only rise: a lower one than the floor in the repository fails. */
const holdFloor = (score: { expansions: number; rejections: number }, raise: boolean): boolean => {
  const floor = JSON.parse(readFileSync(floorFile, 'utf8')) as typeof score;
  if (score.expansions < floor.expansions || score.rejections < floor.rejections) {
    console.log(`below the floor of ${floor.expansions} expansions and ${floor.rejections} rejections`);
    return false;
  }
  if (raise) writeFileSync(floorFile, `${JSON.stringify(score, null, 2)}\n`);
  return true;
};

process.exitCode = main(process.argv.slice(2));
