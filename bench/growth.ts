import { spawnSync } from 'node:child_process';
import { parse } from '../src/parse/index.ts';
import { transform } from '../src/transform/index.ts';
import { median, milliseconds, timed } from './measure.ts';
import { functionsWithEvents } from './templates.ts';

const sizes = [50, 100, 200, 400, 1000, 4000];

/** Functions with three events each: each size in a process of its own, the median of several runs in it. */
export default (): void => {
  const given = process.env['SYNTH_BENCH_FUNCTIONS'];
  if (given !== undefined) return measure(Number(given));
  console.log('  functions     parse  transform     print  per function  peak memory');
  const perFunction = new Map<number, number>();
  for (const size of sizes) {
    const env = { ...process.env, SYNTH_BENCH_FUNCTIONS: String(size) };
    const { stdout } = spawnSync(process.execPath, ['scripts/run-ts.mjs', 'bench/main.ts', 'growth'], {
      env,
      encoding: 'utf8',
    });
    const [read, expanded, printed, memory] = JSON.parse(stdout.trim().split('\n').at(-1)!) as [
      number,
      number,
      number,
      number,
    ];
    perFunction.set(size, expanded / size);
    const cells = [read, expanded, printed].map((time) => milliseconds(time).padStart(9));
    const each = `${((1000 * expanded) / size).toFixed(0)} µs`;
    console.log(
      `  ${String(size).padStart(9)} ${cells.join('  ')} ${each.padStart(13)} ${`${(memory / 1e6).toFixed(0)} MB`.padStart(12)}`,
    );
  }
  const ratio = perFunction.get(4000)! / perFunction.get(400)!;
  console.log(`  a function costs ${ratio.toFixed(2)} times as much among 4,000 as among 400`);
};

const measure = (count: number): void => {
  const text = functionsWithEvents(count);
  const times: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < (count > 1000 ? 3 : 7); round++) {
    const [document, read] = timed(() => parse(text));
    const [{ template }, expanded] = timed(() => transform(document, {}));
    const [, printed] = timed(() => JSON.stringify(template));
    for (const [at, time] of [read, expanded, printed].entries()) times[at]!.push(time);
  }
  console.log(JSON.stringify([...times.map(median), process.resourceUsage().maxRSS * 1024]));
};
