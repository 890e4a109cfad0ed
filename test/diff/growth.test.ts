import { expect, it } from 'vitest';
import { changeOf } from './sides.ts';

/** Milliseconds of the processor that a comparison takes. */
const timeOf = (before: string, after: string): number => {
  const start = process.cpuUsage();
  changeOf(before, after);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const least = (run: () => number): number => Math.min(run(), run());

it('takes time in proportion to how many resources are alike and without a partner', () => {
  const topics = (count: number, prefix: string): string =>
    `Resources:\n${[...Array(count).keys()].map((at) => `  ${prefix}${at}: {Type: AWS::SNS::Topic}\n`).join('')}`;
  const time = (count: number): number => least(() => timeOf(topics(count, 'A'), topics(count, 'B')));
  time(500);
  expect(time(16_000) / time(1_000)).toBeLessThan(32);
}, 120_000);
