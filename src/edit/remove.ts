import { startOf } from './add.ts';
import type { Edit } from './apply.ts';
import { behindColon, isFirstInLine, lineEnd, lineStart, nextLine } from './lines.ts';
import { endOfItem, isFlow, isSequence, itemOf, type Slot } from './syntax.ts';

/** The edits that take an entry or item out, with its line or its comma; comments in lines of their own stay. */
export const removalOf = (text: string, slot: Slot): Edit[] => {
  const { collection, index } = slot;
  if (collection.items.filter(({ key, value, sep }) => key || value || sep).length === 1) return emptied(text, slot);
  return isFlow(slot) ? fromFlow(text, slot) : [fromBlock(text, slot, collection.items.length > index + 1)];
};

const deletion = (start: number, end: number): Edit => ({ at: { start, end }, text: '' });

/** What becomes empty is written as such: a block without entries would be nothing. */
const emptied = (text: string, slot: Slot): Edit[] => {
  const start = startOf(slot);
  const end = endOfItem(itemOf(slot));
  if (isFlow(slot)) return [deletion(start, end)];
  const from = behindColon(text, start);
  return [
    {
      at: { start: from, end: lineEnd(text, end) },
      text: `${from < start ? ' ' : ''}${isSequence(slot) ? '[]' : '{}'}`,
    },
  ];
};

const fromBlock = (text: string, slot: Slot, hasNext: boolean): Edit => {
  const start = startOf(slot);
  const end = endOfItem(itemOf(slot));
  if (isFirstInLine(text, start)) return deletion(lineStart(text, start), nextLine(text, end));
  // Right behind a dash: what comes next moves up.
  const next = nextLine(text, end);
  return deletion(start, hasNext ? next + blanksAt(text, next) : lineEnd(text, end));
};

const blanksAt = (text: string, at: number): number => {
  let end = at;
  while (text[end] === ' ') end++;
  return end - at;
};

const fromFlow = (text: string, slot: Slot): Edit[] => {
  const { collection, index } = slot;
  const start = startOf(slot);
  const end = endOfItem(itemOf(slot));
  const comma = itemOf(slot).start.find(({ type }) => type === 'comma');
  if (comma) {
    const isPlain = text.slice(comma.offset + 1, start).trim() === '';
    return isPlain ? [deletion(comma.offset, end)] : [deletion(comma.offset, comma.offset + 1), deletion(start, end)];
  }
  const behind = collection.items[index + 1]!.start.find(({ type }) => type === 'comma')!;
  const rest = /^[ \t]*/.exec(text.slice(behind.offset + 1, behind.offset + 200))![0];
  const next = behind.offset + 1 + rest.length;
  const goesOn = text[next] !== '\n' && text[next] !== '\r';
  // ` #` needs its blank.
  if (text[next] === '#') return [deletion(start, behind.offset + 1)];
  return [
    goesOn || !isFirstInLine(text, start)
      ? deletion(start, next)
      : deletion(lineStart(text, start), nextLine(text, next)),
  ];
};
