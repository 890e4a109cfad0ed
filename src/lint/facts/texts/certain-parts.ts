import { placeholders } from '../../../model/placeholders.ts';
import { get, isList, isString, type Json } from '../../../model/tree.ts';

/** Nesting deeper than this is not looked into. */
const deepest = 20;

/**
 * The texts that a value certainly has in it: what stands between the references of an `Fn::Sub`, and the texts and the
 * delimiter of an `Fn::Join`. What a parameter or another function gives is left out; a plain text has no parts.
 */
export const certainParts = (value: Json, depth = 0): readonly string[] => {
  if (depth > deepest) return [];
  const sub = get(value, 'Fn::Sub');
  const text = isList(sub) ? sub[0] : sub;
  if (isString(text)) return betweenPlaceholders(text);
  const join = get(value, 'Fn::Join');
  if (!isList(join) || !isString(join[0]) || !isList(join[1])) return [];
  const items = join[1].flatMap((item) => (isString(item) ? [item] : certainParts(item, depth + 1)));
  return join[1].length > 1 ? [join[0], ...items] : items;
};

const betweenPlaceholders = (text: string): string[] => {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of placeholders(text)) {
    parts.push(text.slice(done, start));
    done = end;
  }
  return [...parts, text.slice(done)];
};
