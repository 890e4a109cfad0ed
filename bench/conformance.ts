import { bundledSpecs } from '../src/cli/specs.ts';
import { expand } from '../src/index.ts';
import { lint } from '../src/lint/lint.ts';
import { parse } from '../src/parse/index.ts';
import { casesFolder, readCases } from '../test/conformance/cases.ts';
import { median, milliseconds, timed } from './measure.ts';

const rounds = 7;

/** All conformance templates in one process: read, expanded, linted. */
export default (): void => {
  const cases = readCases(casesFolder().folder);
  const now = Date.parse('2026-11-21T00:00:00Z') / 1000;
  const options = { region: 'ap-southeast-1', parameters: { param1: 'value1', param2: 'value2' }, now };
  const steps = {
    parse: (template: string) => parse(template),
    'parse and expand': (template: string) => expand(template, options),
    'parse, expand and lint': (template: string) => lint(template, { ...options, specs: bundledSpecs }),
  };
  const times = new Map<string, number>();
  for (const [name, step] of Object.entries(steps)) {
    const all: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const [, time] = timed(() => {
        for (const { template } of cases) step(template);
      });
      if (round > 0) all.push(time);
    }
    times.set(name, median(all));
    console.log(`  ${cases.length} templates: ${name.padEnd(24)} ${milliseconds(times.get(name)!).padStart(8)}`);
  }
  const ratio = times.get('parse, expand and lint')! / times.get('parse and expand')!;
  console.log(`  linting takes ${ratio.toFixed(2)} times as long as expanding`);
};
