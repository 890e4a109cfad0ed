import type { Fix, Found } from '../../../model/rule.ts';

/**
 * A fix that puts another scalar in the place of a literal, its quotes kept. Undefined where the source shows something
 * else at that place: a reference to a parameter, or nothing at all.
 */
export const replaceLiteral = ({ at, value }: Pick<Found, 'at' | 'value'>, text: string): Fix | undefined => {
  if (!at || typeof value === 'object') return undefined;
  const written = at.source.text.slice(at.start, at.end);
  const quote = /^(["'])(.*)\1$/s.exec(written);
  if ((quote ? quote[2] : written) !== String(value)) return undefined;
  return { at, text: quote ? `${quote[1]}${text}${quote[1]}` : text };
};
