import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Shape, shapes } from './shapes/index.ts';
import { type Kind, Stopwatch } from './stopwatch.ts';

/** Eight times as much text takes 8 times as long where time grows with it, and 64 times where it grows with its square. */
const mostGrowth = 20;
/** What takes less than that, in milliseconds, says nothing of how it grows. */
const shortest = 150;
/** Another program can slow down one run, not each of several. */
const runs = 3;

const watch = new Stopwatch();
// Code that has not run yet is slow.
beforeAll(async () => {
  for (const kind of ['expand', 'lint'] as const) await watch.run(shapes[0]!.of(200), kind);
});
afterAll(() => watch.stop());

/** The least time of several runs at some multiples of the smallest size; it ends where one did. */
const times = async (
  { from, of }: Shape,
  kind: Kind,
  multiples: readonly number[],
  runs: number,
): Promise<number[]> => {
  const least: number[] = [];
  for (const multiple of multiples) {
    const text = of(multiple * from);
    let time = Number.POSITIVE_INFINITY;
    for (let run = 0; run < runs; run++) {
      const { time: one, failed } = await watch.run(text, kind);
      expect(failed, `at size ${multiple * from}`).toBeUndefined();
      time = Math.min(time, one);
      if (one === Number.POSITIVE_INFINITY) return [...least, one];
    }
    least.push(time);
  }
  return least;
};

const isSlow = (measured: readonly number[]): boolean => {
  const last = measured.at(-1)!;
  return last === Number.POSITIVE_INFINITY || last > Math.max(shortest, mostGrowth * measured[0]!);
};

describe.each(['expand', 'lint'] as const)('the time of %s grows with the text and no faster', (kind) => {
  it.each(shapes.map((shape) => [shape.name, shape] as const))('%s', { timeout: 600_000 }, async (_, shape) => {
    if (!isSlow(await times(shape, kind, [1, 8], 1))) return;
    const measured = await times(shape, kind, [1, 2, 4, 8], runs);
    const shown = measured.map((time) => `${time.toFixed(0)} ms`).join(', ');
    expect(isSlow(measured), `${shown} at ${shape.from} and twice, four times, eight times as much`).toBe(false);
  });
});
