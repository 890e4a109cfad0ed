import { parse } from '../src/parse/index.ts';
import { transform } from '../src/transform/index.ts';
import { median, milliseconds, timed } from './measure.ts';
import { routes } from './templates.ts';

/** What the Python translator took for 310 routes on the machine where it was measured. */
const reference = 4400;

/** One function with many API events. */
export default (): void => {
  const times = new Map<number, number>();
  for (const count of [310, 1240]) {
    const text = routes(count);
    const all: number[] = [];
    for (let round = 0; round < 9; round++) {
      const [, time] = timed(() => transform(parse(text), {}));
      if (round > 0) all.push(time);
    }
    times.set(count, median(all));
    console.log(`  ${String(count).padStart(5)} routes: ${milliseconds(median(all)).padStart(8)} to parse and expand`);
  }
  console.log(`  1,240 routes take ${(times.get(1240)! / times.get(310)!).toFixed(1)} times as long as 310`);
  console.log(
    `  the reference took ${reference} ms for 310 (measured elsewhere): ${(reference / times.get(310)!).toFixed(0)} times as long`,
  );
};
