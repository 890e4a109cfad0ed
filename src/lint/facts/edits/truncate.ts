import type { Cause } from '../../../model/origin.ts';
import type { Fix } from '../../../model/rule.ts';
import { writtenScalar } from '../texts/written-text.ts';

/** The number of characters of a text, those outside of the basic plane counted once. */
export const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/**
 * A fix that cuts a text to at most so many characters, whatever its style; undefined where the source shows something
 * else at that place. What comes to stand last is neither blank nor a colon, which would mean a key.
 */
export const truncate = (text: string, at: Cause | undefined, maximum: number): Fix | undefined => {
  // The line break behind a block scalar cannot be cut off.
  const end = text.endsWith('\n') ? text.length - 1 : text.length;
  const kept = [...text]
    .slice(0, maximum - (text.length - end))
    .join('')
    .replace(/(?<![\s:])[\s:]+$/, '');
  const cut = writtenScalar(text, at).span(kept.length, end);
  if (!at || cut === undefined || cut === at || kept === '') return undefined;
  return [{ kind: 'set', at, from: text, to: kept + text.slice(end), edit: { at: cut, text: '' } }];
};
