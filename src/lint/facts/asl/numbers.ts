import type { Json } from '../../../model/tree.ts';
import { shown } from '../texts/scalar.ts';

/** What a number of a definition may be; `Infinity` where there is no largest. */
export type NumberRange = readonly [minimum: number, maximum: number, integer: boolean];

/** What a message says of a number that is not allowed; undefined for one that is. */
export const numberFault = (value: Json, [minimum, maximum, isInteger]: NumberRange) => {
  const isNumber = typeof value === 'number' && (!isInteger || Number.isInteger(value));
  if (isNumber && value >= minimum && value <= maximum) return undefined;
  const kind = isInteger ? 'an integer' : 'a number';
  return { found: shown(value), kind, minimum, atMost: maximum === Infinity ? '' : ` and at most ${maximum}` };
};
