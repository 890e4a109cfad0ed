import { diff } from '../src/diff/index.ts';
import { lint } from '../src/lint/lint.ts';
import { against, median, milliseconds, timed } from './measure.ts';
import { builtSpecs } from './specs.ts';
import { functionsWithEvents, routes } from './templates.ts';
import { workloads } from './workloads.ts';

const rounds = 5;
/** How many times as long as linting one of two templates of 500 resources comparing them may take. */
const goal = 1.5;

/** Templates of about 500 resources, and of some times as many: what is changed in each second one, and whether all is. */
const templates = {
  'workloads of forty resources': { make: workloads, sizes: [12, 24, 48] },
  'functions with three events': { make: functionsWithEvents, sizes: [60, 120, 240] },
  'routes of one API': { make: routes, sizes: [250, 500, 1000] },
};

const changes: Readonly<Record<string, (text: string) => string>> = {
  'nothing changed': (text) => text,
  'a little changed': (text) =>
    text.replace(/Timeout: \d+|Runtime: \S+|Handler: \S+/, (found) => `${found.split(':')[0]}: 9`),
  'much changed': (text) => text.replace(/(Handler|Runtime|Description): [\w.]+/g, '$1: changed'),
};

/** Two templates compared, against linting one of them. */
export default (): void => {
  for (const [name, { make, sizes }] of Object.entries(templates)) {
    console.log(`  ${name} (${sizes.join(', ')})`);
    const linted = sizes.map((size) => measured(() => lint(make(size), { specs: builtSpecs, now: 0 })));
    console.log(`    ${'lint of one'.padEnd(18)} ${linted.map((time) => milliseconds(time).padStart(9)).join(' ')}`);
    for (const [change, apply] of Object.entries(changes)) {
      const times = sizes.map((size) => {
        const before = make(size);
        const after = apply(before);
        return measured(() => diff({ template: before }, { template: after }, { specs: builtSpecs }));
      });
      const cells = times.map((time) => milliseconds(time).padStart(9)).join(' ');
      const ratios = times.map((time, at) => time / linted[at]!);
      const first = against(ratios[0]!, goal);
      const others = ratios.slice(1).map((ratio) => ratio.toFixed(2));
      console.log(`    ${change.padEnd(18)} ${cells}   times linting one: ${[first, ...others].join(', ')}`);
    }
  }
};

const measured = (run: () => unknown): number => {
  run();
  return median([...Array(rounds).keys()].map(() => timed(run)[1]));
};
