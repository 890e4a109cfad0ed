import type { Fix, Found } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';

/** A fix that puts another value in the place of a written one: a scalar, the name of a key. */
export const replaceLiteral = ({ at, value }: Pick<Found, 'at' | 'value'>, to: Json): Fix | undefined =>
  at && typeof value !== 'object' ? [{ kind: 'set', at, from: value, to }] : undefined;
