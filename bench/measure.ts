/** The middle one of some numbers. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)]!;
};

/** How long something takes, in milliseconds. */
export const timed = <T>(run: () => T): [T, number] => {
  const start = performance.now();
  const result = run();
  return [result, performance.now() - start];
};

export const milliseconds = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

/** How a figure stands to the goal that it is not to exceed, in words: `2.10 (goal: at most 2.2)`. */
export const against = (ratio: number, goal: number): string =>
  `${ratio.toFixed(2)} (goal: at most ${goal}${ratio > goal ? ', MISSED' : ''})`;
