import type { Found, RuleContext } from '../../../model/rule.ts';
import { replaceLiteral } from '../edits/fix.ts';

/** The numbers from one to another, both included. */
export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** Whether a number is an integer inside of a range. */
export const isIntegerIn = (value: number, { minimum, maximum }: Range): boolean =>
  Number.isInteger(value) && value >= minimum && value <= maximum;

/** The integer of a range that is nearest to a number. */
export const nearestIn = (value: number, { minimum, maximum }: Range): number =>
  Math.min(maximum, Math.max(minimum, Math.round(value)));

/** Reports integers outside of a range, or numbers that are not integers, and offers the nearest allowed value. */
export const checkIntegers = (
  cx: RuleContext,
  found: readonly Found<number>[],
  range: Range,
  messageId: string,
  data: Readonly<Record<string, string | number>> = {},
): void => {
  for (const each of found) {
    const { value, at } = each;
    if (isIntegerIn(value, range)) continue;
    const fix = replaceLiteral(each, nearestIn(value, range));
    cx.report(messageId, at, { data: { value, ...range, ...data }, fix });
  }
};
