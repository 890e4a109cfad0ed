import { withoutMarks } from '../../src/catalogue/marks.ts';
import type { ExpectedProblem, InvalidRuleCase } from '../../src/lint/rule-tester.ts';

/** What a marked place expects: a message, or more of a problem. */
type Expected = string | Omit<ExpectedProblem, 'line' | 'column'>;

/** A case with `‹` and `›` around what is found, one message for each place in their order, or one for all. */
export const marked = (
  text: string,
  expected: Expected | readonly Expected[],
  more: Omit<InvalidRuleCase, 'template' | 'problems'> = {},
): InvalidRuleCase => {
  const { text: template, places } = withoutMarks(text);
  const each = Array.isArray(expected) ? (expected as readonly Expected[]) : places.map(() => expected as Expected);
  if (each.length !== places.length) throw new Error(`${each.length} problems are expected at ${places.length} places`);
  const problems = places.map(({ line, column, end }, at): ExpectedProblem => {
    const own = each[at]!;
    const rest = typeof own === 'string' ? { messageId: own } : own;
    return { ...rest, line, column, ...(end && { endLine: end.line, endColumn: end.column }) };
  });
  return { template, problems, ...more };
};
