import type { JsonMap } from '../../../model/tree.ts';
import { preorderOf } from '../templates/preorder.ts';

/** As many bytes as a character of a text takes at most in JSON: `\u001f`. */
const perCharacter = 6;
/** As many as a number, a boolean or null takes at most, with a comma. */
const perScalar = 26;
/** As many as braces, or quotes, and a comma take. */
const perValue = 3;

/**
 * Whether the JSON of a template, without white space, certainly has at most so many bytes. A cheap answer: the JSON is
 * not made.
 */
export const certainlyFits = (template: JsonMap, bytes: number): boolean => {
  const { values, steps } = preorderOf(template);
  let left = bytes;
  for (let at = 0; at < values.length && left >= 0; at++) {
    const value = values[at]!;
    const step = steps[at]!;
    if (typeof step === 'string') left -= step.length * perCharacter + perValue;
    if (typeof value === 'string') left -= value.length * perCharacter + perValue;
    else left -= typeof value === 'object' && value !== null ? perValue : perScalar;
  }
  return left >= 0;
};
