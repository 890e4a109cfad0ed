import { lint } from '../src/lint/lint.ts';
import { StageContext } from '../src/lint/rule-context.ts';
import { milliseconds, timed } from './measure.ts';
import { builtSpecs } from './specs.ts';
import { functionsWithEvents, routes } from './templates.ts';
import { workloads } from './workloads.ts';

const templates = {
  'functions with three events': { make: functionsWithEvents, sizes: [250, 1000, 4000] },
  'routes of one API': { make: routes, sizes: [250, 1000, 4000] },
  'workloads of forty resources': { make: workloads, sizes: [25, 100, 400] },
};
/** What takes less, in milliseconds, is not worth a line; and up to so many lines are told. */
const least = 10;
const most = 15;

/** Every rule on templates four times as large as the one before: a rule that takes much more than four times is not linear. */
export default (): void => {
  const times = new Map<string, number>();
  watchRules(times);
  for (const [name, { make, sizes }] of Object.entries(templates)) {
    const options = { now: Date.parse('2026-11-21T00:00:00Z') / 1000, specs: builtSpecs };
    lint(make(sizes[0]!), options);
    const rows = new Map<string, number[]>();
    const whole: number[] = [];
    for (const size of sizes) {
      const text = make(size);
      times.clear();
      whole.push(timed(() => lint(text, options))[1]);
      for (const [id, time] of times) rows.set(id, [...(rows.get(id) ?? []), time]);
    }
    console.log(`  ${name} (${sizes.join(', ')})`);
    const slowest = [...rows].sort(([, left], [, right]) => right.at(-1)! - left.at(-1)!);
    const told = slowest.filter(([, all]) => all.at(-1)! >= least).slice(0, most);
    for (const [id, all] of [['parse, expand and lint', whole] as const, ...told]) {
      const cells = all.map((time) => milliseconds(time).padStart(9)).join(' ');
      console.log(`    ${id.padEnd(38)} ${cells}  x ${(all.at(-1)! / all.at(-2)!).toFixed(1)}`);
    }
  }
};

/** Adds up how long each rule takes, by its id. */
const watchRules = (times: Map<string, number>): void => {
  const { run } = StageContext.prototype;
  StageContext.prototype.run = function (active) {
    const [, time] = timed(() => run.call(this, active));
    times.set(active.rule.id, (times.get(active.rule.id) ?? 0) + time);
  };
};
