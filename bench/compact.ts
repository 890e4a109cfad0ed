import { spawnSync } from 'node:child_process';
import { expand, raise } from '../src/index.ts';
import { median, milliseconds, timed } from './measure.ts';
import { functionsWithEvents } from './templates.ts';

const rounds = 41;

/** A compact spec against its SAM equivalent: whole processes in turn, then how expansion grows, both in one process. */
export default (): void => {
  const [sam, compact] = ['template.yaml', 'synth.yaml'].map((name) => `templates/orders/${name}`) as [string, string];
  const whole = (file: string): number =>
    timed(() => spawnSync(process.execPath, ['bin/synth.js', file], { stdio: 'ignore' }))[1];
  const times: [number, number][] = [];
  for (let round = 0; round < rounds; round++) times.push([whole(sam), whole(compact)]);
  const ratio = median(times.slice(1).map(([before, after]) => after / before));
  console.log(`  process on SAM      ${milliseconds(median(times.map(([before]) => before)))}`);
  console.log(
    `  on the compact spec ${milliseconds(median(times.map(([, after]) => after)))}, ${ratio.toFixed(2)} times that`,
  );
  let least: number | undefined;
  for (const size of [100, 200, 400, 800, 1600]) {
    const template = functionsWithEvents(size);
    const text = raise(template).text!;
    const each = Array.from(
      { length: 3 },
      () => [timed(() => expand(template))[1], timed(() => expand(text))[1]] as const,
    );
    const [before, after] = [median(each.map(([time]) => time)), median(each.map(([, time]) => time))];
    const perFunction = (1000 * after) / size;
    least ??= perFunction;
    console.log(
      `  ${String(size).padStart(5)} functions: SAM ${milliseconds(before)}, compact ${milliseconds(after)}, ${perFunction.toFixed(0)} µs each, ${(perFunction / least).toFixed(2)} times as among 100`,
    );
  }
};
