import { entryOf } from '../../../model/origin.ts';
import type { Fix } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { lineBefore, lineBreak } from './lines.ts';

/** A fix that writes a new item at the head of a list, in the same style (block, flow or JSON). */
export const insertItem = (list: readonly Json[], text: string): Fix | undefined => {
  const first = entryOf(list as Json[], 0)?.value;
  if (!first) return undefined;
  const { source, start } = first;
  const before = lineBefore(first);
  const at = { source, start, end: start };
  if (/^\s*(-\s+)+$/.test(before)) {
    // An item right behind the dash of an outer list has no line to be repeated.
    return /-.*-/.test(before) ? undefined : { at, text: `${text}${lineBreak(source)}${before}` };
  }
  if (/^\s*$/.test(before)) return { at, text: `${text},${lineBreak(source)}${before}` };
  return /[[,]$/.test(before.trimEnd().slice(-1)) ? { at, text: `${text}, ` } : undefined;
};
