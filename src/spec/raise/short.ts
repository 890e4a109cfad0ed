import type { Json, JsonMap } from '../../model/tree.ts';
import type { Kind } from '../language/section.ts';

/** The phrase for an entry; nothing at all for an empty one. */
export const short = (kind: Kind, entry: JsonMap): Json => {
  const phrase = kind.phrase?.close(entry);
  if (phrase !== undefined) return phrase;
  return Object.keys(entry).length === 0 ? null : entry;
};
