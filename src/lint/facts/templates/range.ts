import type { Found, RuleContext } from '../../../model/rule.ts';
import { replaceLiteral } from '../edits/fix.ts';

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** Reports integers outside of a range, or numbers that are no integers, and offers the nearest allowed value. */
export const checkIntegers = (
  cx: RuleContext,
  found: readonly Found<number>[],
  { minimum, maximum }: Range,
  messageId: string,
  data: Readonly<Record<string, string | number>> = {},
): void => {
  for (const each of found) {
    const { value, at } = each;
    if (Number.isInteger(value) && value >= minimum && value <= maximum) continue;
    const nearest = Math.min(maximum, Math.max(minimum, Math.round(value)));
    cx.report(messageId, at, {
      data: { value, minimum, maximum, ...data },
      fix: replaceLiteral(each, String(nearest)),
    });
  }
};
