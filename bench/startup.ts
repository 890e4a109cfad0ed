import { spawnSync } from 'node:child_process';
import { against, median, milliseconds, timed } from './measure.ts';

const template = 'bench/sixty-lines.yaml';
const rounds = 41;

const commands = {
  'node -e 0': ['-e', '0'],
  'synth expand': ['bin/synth.js', template],
  'synth lint': ['bin/synth.js', 'lint', template],
  'synth diff': ['bin/synth.js', 'diff', template, 'bench/sixty-lines-changed.yaml'],
};
/** How many times as long as `node -e 0` a command may take. */
const goal = 2.2;
/** Rounds that are not counted: the first runs keep compiled code for the later ones. */
const warmUps = 4;

/** Whole processes on a 60-line template, in turn, so that a busy machine slows all of them alike. */
export default (): void => {
  const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
  const [bare, ...others] = Object.entries(commands);
  const ratios = new Map(others.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < warmUps + rounds; round++) {
    const measure = ([name, args]: [string, string[]]) => {
      const [, time] = timed(() => spawnSync(process.execPath, args, { stdio: 'ignore' }));
      if (round >= warmUps) times.get(name)!.push(time);
      return time;
    };
    const base = measure(bare!);
    for (const other of others) {
      const time = measure(other);
      if (round >= warmUps) ratios.get(other[0])!.push(time / base);
    }
  }
  for (const [name, all] of times) {
    const ratio = ratios.get(name);
    console.log(
      `  ${name.padEnd(14)} ${milliseconds(median(all)).padStart(8)}${ratio ? `   times bare node: ${against(median(ratio), goal)}` : ''}`,
    );
  }
};
