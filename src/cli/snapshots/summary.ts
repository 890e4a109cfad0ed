import { counted } from '../../model/counted.ts';
import type { Outcome } from './keep.ts';

/** What a run found, and what to do next. */
export const summaryOf = (outcomes: readonly Outcome[], leftovers: number): string => {
  const count = (wanted: Outcome): number => outcomes.filter((each) => each === wanted).length;
  return [
    line(count('matches'), 'matches', 'match', ''),
    line(
      count('differs'),
      'differs',
      'differ',
      " If that is as intended, run 'synth snapshot --update'. 'synth diff' shows what the deployment would do.",
    ),
    line(count('missing'), 'is missing', 'are missing', " Run 'synth snapshot' and commit what it writes."),
    line(
      leftovers,
      'is left over',
      'are left over',
      ` Remove ${leftovers === 1 ? 'it' : 'them'}, or run 'synth snapshot --update'.`,
    ),
  ].join('');
};

const line = (count: number, one: string, several: string, cure: string): string =>
  count === 0 ? '' : `${counted(count, 'snapshot')} ${count === 1 ? one : several}.${cure}\n`;
