import { readFileSync, writeFileSync } from 'node:fs';
import { casesFolder, readCases } from './cases.ts';
import { medianPermille, summaryOf, tableOf } from './lines.ts';
import { type Outcome, runCase } from './run.ts';
import { runSpec, type SpecScore } from './spec.ts';

const help = `npm run conformance [-- options] [pattern …]

Expands every case, as text, as JSON and as an object, and compares it with what the reference gives. Patterns pick cases by a part of their name.

  --family NAME   only the cases of one family
  --list          only the names of failing cases
  --lines         what the lines of the compact form consist of, and how many each case has
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
  const spec = runSpec(cases);
  const outcomes = [...cases.flatMap(runCase), ...spec.outcomes];
  const failed = outcomes.filter(({ failure }) => failure !== undefined);
  if (args.includes('--list')) for (const name of new Set(failed.map((each) => each.name))) console.log(name);
  else printFailures(failed);
  printFamilies(outcomes);

  const passedOf = (kind: Outcome['kind']) =>
    outcomes.filter((each) => each.kind === kind && each.failure === undefined).length;
  const countOf = (kind: Outcome['kind']) => outcomes.filter((each) => each.kind === kind).length;
  const score = {
    expansions: passedOf('expansion'),
    rejections: passedOf('rejection'),
    compact: passedOf('compact'),
    lowered: passedOf('lowered'),
    fallbackPermille: fallenPermille(spec),
    linesPermille: medianPermille(spec.lines, 'sam'),
  };
  console.log(
    `\nexpansions ${score.expansions} of ${countOf('expansion')}, rejections ${score.rejections} of ${countOf('rejection')}`,
  );
  printSpecScore(spec, args.includes('--lines'));
  console.log(
    `compact spec: ${score.compact} of ${countOf('compact')} from the compact form, ${score.lowered} of ${countOf('lowered')} from the SAM that it lowers to`,
  );
  const whole = !own && patterns.length === 0 && family === undefined && cases.length > 600;
  const held = whole ? holdFloor(score, args.includes('--raise')) : failed.length === 0 || !own;
  console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`);
  return held ? 0 : 1;
};

/** One line for each failing case; the partitions and forms it fails in. */
const printFailures = (failed: readonly Outcome[]): void => {
  const byName = new Map<string, Outcome[]>();
  for (const outcome of failed) byName.set(outcome.name, [...(byName.get(outcome.name) ?? []), outcome]);
  for (const [name, outcomes] of byName) {
    console.log(
      `${name} (${outcomes.map(({ partition, form }) => `${partition} ${form}`).join(', ')})\n    ${outcomes[0]!.failure}`,
    );
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

/** SAM resources that fell back to `resources`, in thousandths. */
const fallenPermille = ({ resources }: SpecScore): number => {
  const scores = [...resources.values()];
  const sum = (of: 'all' | 'fallen') => scores.reduce((total, each) => total + each[of], 0);
  return Math.round((1000 * sum('fallen')) / Math.max(1, sum('all')));
};

const printSpecScore = (spec: SpecScore, table: boolean): void => {
  console.log('');
  for (const [type, { all, fallen }] of [...spec.resources].sort(([left], [right]) => (left < right ? -1 : 1))) {
    console.log(
      `${type.padEnd(34)} ${String(fallen).padStart(3)} of ${String(all).padStart(4)} fall back to resources`,
    );
  }
  const { lines } = spec;
  console.log(`\nlines of the compact form, over ${lines.length} cases of 40 lines or more, in percent of`);
  for (const line of summaryOf(lines)) console.log(`  ${line}`);
  if (table) for (const line of ['', ...tableOf(lines)]) console.log(line);
  console.log('');
};

/** Scores of which less is better. */
const falling: readonly string[] = ['fallbackPermille', 'linesPermille'];

/** The score may only rise: a lower one than the floor in the repository fails. */
const holdFloor = (score: Readonly<Record<string, number>>, raise: boolean): boolean => {
  const floor = JSON.parse(readFileSync(floorFile, 'utf8')) as typeof score;
  const worse = Object.keys(floor).filter((name) =>
    falling.includes(name) ? score[name]! > floor[name]! : score[name]! < floor[name]!,
  );
  for (const name of worse) console.log(`${name} is ${score[name]}, worse than the floor of ${floor[name]}`);
  if (worse.length > 0) return false;
  if (raise) writeFileSync(floorFile, `${JSON.stringify(score, null, 2)}\n`);
  return true;
};

process.exitCode = main(process.argv.slice(2));
