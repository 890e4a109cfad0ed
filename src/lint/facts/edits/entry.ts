import { type Entry, entryOf, originOf } from '../../../model/origin.ts';
import type { Fix } from '../../../model/rule.ts';
import type { JsonMap } from '../../../model/tree.ts';
import { isWithin } from '../templates/places.ts';
import { lineBefore, lineBreak } from './lines.ts';

/** A fix that writes a new entry in front of a written one, in the same style (block, flow or JSON). */
export const insertBefore = (entry: Entry | undefined, name: string, value: string): Fix | undefined => {
  if (!entry || !isEntry(entry)) return undefined;
  const { source, start } = entry.key;
  const pair = source.text[start] === '"' ? `"${name}": ${value}` : `${name}: ${value}`;
  const before = lineBefore(entry.key);
  const ownLine = /^\s*(-\s+)*$/.test(before);
  const inFlow = isInFlow(entry);
  if (!ownLine && !inFlow) return undefined;
  const newLine = ownLine ? `${lineBreak(source)}${before.replace(/-/g, ' ')}` : ' ';
  return { at: { source, start, end: start }, text: `${pair}${inFlow ? ',' : ''}${newLine}` };
};

/** A fix that writes a new entry at the head of a map, where the map shows its entries in the source. */
export const insertInto = (map: JsonMap, name: string, value: string): Fix | undefined => {
  const origin = originOf(map);
  let first: Entry | undefined;
  for (const key of Object.keys(map)) {
    const entry = entryOf(map, key);
    if (!entry || !isWithin(entry.key, origin)) continue;
    if (!first || entry.key.start < first.key.start) first = entry;
  }
  return insertBefore(first, name, value);
};

/** A fix that takes an entry out of the source, with its line or its comma. */
export const removeEntry = (entry: Entry | undefined): Fix | undefined => {
  if (!entry || !isEntry(entry)) return undefined;
  const { source, start } = entry.key;
  const { text } = source;
  const end = entryEnd(entry);
  if (isInFlow(entry)) {
    const after = /^\s*,[ \t]*/.exec(text.slice(end));
    if (after) {
      const ownLine = /^\s*$/.test(lineBefore(entry.key)) ? /^\r?\n\s*/.exec(text.slice(end + after[0].length)) : null;
      return { at: { source, start, end: end + after[0].length + (ownLine?.[0].length ?? 0) }, text: '' };
    }
    const before = text.slice(0, start).trimEnd();
    return before.endsWith(',') ? { at: { source, start: before.length - 1, end }, text: '' } : undefined;
  }
  const indent = lineBefore(entry.key);
  if (!/^\s*$/.test(indent)) return undefined;
  const rest = /^[ \t]*(#[^\n]*)?(\n|$)/.exec(text.slice(end));
  return rest ? { at: { source, start: start - indent.length, end: end + rest[0].length }, text: '' } : undefined;
};

/** Whether a place shows a key with its value, not something else that caused the entry. */
const isEntry = ({ key, value }: Entry): boolean =>
  key.source === value.source &&
  value.start > key.end &&
  // A quoted key needs no blank behind its colon.
  (/^["']/.test(key.source.text[key.start]!) ? /^["']?\s*:/ : /^\s*:\s/).test(
    key.source.text.slice(key.end, value.start),
  );

/** The end of the value without the white space that a block's extent may take in. */
const entryEnd = ({ key, value }: Entry): number =>
  value.start + key.source.text.slice(value.start, value.end).trimEnd().length;

const isInFlow = (entry: Entry): boolean =>
  /^\s*(#[^\n]*\n\s*)*[,}]/.test(entry.key.source.text.slice(entryEnd(entry), entryEnd(entry) + 500));
