import { expand } from '../src/index.ts';
import { lint } from '../src/lint/lint.ts';
import { parse } from '../src/parse/index.ts';
import { casesFolder, readCases } from '../test/conformance/cases.ts';
import { against, milliseconds, timed } from './measure.ts';
import { builtSpecs } from './specs.ts';

const warmUps = 2;
const rounds = 11;
const groupSize = 50;
/** How many times as long as expanding linting may take. */
const goal = 2.5;

/** All conformance templates in one process: read, expanded, linted. */
export default (): void => {
  const cases = readCases(casesFolder().folder);
  const now = Date.parse('2026-11-21T00:00:00Z') / 1000;
  const options = { region: 'ap-southeast-1', parameters: { param1: 'value1', param2: 'value2' }, now };
  const steps = {
    parse: (template: string) => parse(template),
    'parse and expand': (template: string) => expand(template, options),
    'parse, expand and lint': (template: string) => lint(template, { ...options, specs: builtSpecs }),
  };
  // Groups are short, so that each is timed at least once while the machine does nothing else, and the steps take turns.
  const groups = Array.from({ length: Math.ceil(cases.length / groupSize) }, (_, at) =>
    cases.slice(at * groupSize, (at + 1) * groupSize),
  );
  const leastTimes = new Map<string, number[]>(Object.keys(steps).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, step] of Object.entries(steps)) {
      const least = leastTimes.get(name)!;
      for (const [at, group] of groups.entries()) {
        const [, time] = timed(() => {
          for (const { template } of group) step(template);
        });
        if (round >= warmUps) least[at] = Math.min(least[at] ?? time, time);
      }
    }
  }
  // Whatever else the machine does only adds to a time.
  const least = (name: string): number => leastTimes.get(name)!.reduce((sum, time) => sum + time, 0);
  for (const name of leastTimes.keys()) {
    console.log(`  ${cases.length} templates: ${name.padEnd(24)} ${milliseconds(least(name)).padStart(8)}`);
  }
  const ratio = least('parse, expand and lint') / least('parse and expand');
  console.log(`  linting against expanding: ${against(ratio, goal)}`);
};
