import { expand } from '../src/index.ts';
import { lint } from '../src/lint/lint.ts';
import { parse } from '../src/parse/index.ts';
import { casesFolder, readCases } from '../test/conformance/cases.ts';
import { against, milliseconds, timed } from './measure.ts';
import { builtSpecs } from './specs.ts';

const warmUps = 2;
const rounds = 11;
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
  const times = new Map<string, number[]>(Object.keys(steps).map((name) => [name, []]));
  // The steps take turns, so that what else the machine does falls on all of them.
  for (let round = 0; round < rounds; round++) {
    for (const [name, step] of Object.entries(steps)) {
      const [, time] = timed(() => {
        for (const { template } of cases) step(template);
      });
      if (round >= warmUps) times.get(name)!.push(time);
    }
  }
  // Whatever else the machine does only adds to a time.
  const least = (name: string): number => Math.min(...times.get(name)!);
  for (const name of times.keys()) {
    console.log(`  ${cases.length} templates: ${name.padEnd(24)} ${milliseconds(least(name)).padStart(8)}`);
  }
  const ratio = least('parse, expand and lint') / least('parse and expand');
  console.log(`  linting against expanding: ${against(ratio, goal)}`);
};
