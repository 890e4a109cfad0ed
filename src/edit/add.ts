import type { Side } from '../model/change.ts';
import { leastOf } from '../model/lists.ts';
import type { Json } from '../model/tree.ts';
import type { Edit } from './apply.ts';
import { isFirstInLine, lineEnd, lineStart } from './lines.ts';
import { endOfItem, isFlow, isJson, itemOf, type Slot } from './syntax.ts';
import { blockEntry, blockItem, flowText, keyText, type Style } from './write.ts';

/** A new entry of a map, or a new item of a list where it has no key. */
export interface Added {
  readonly key?: string;
  readonly value: Json;
}

/** The edit that writes a new entry or item beside another one, in the same style: block, flow or JSON. */
export const additionBeside = (text: string, slot: Slot, side: Side, added: Added): Edit => {
  const start = startOf(slot);
  const end = endOfItem(itemOf(slot));
  const ownLine = isFirstInLine(text, start);
  const before = text.slice(lineStart(text, start), start);
  if (isFlow(slot)) {
    const written = flowAddition(added, { json: isJson(slot, text) });
    const gap = ownLine ? `\n${before}` : ' ';
    return side === 'before' ? insertion(start, `${written},${gap}`) : insertion(end, `,${gap}${written}`);
  }
  // An entry right behind the dash of a list begins where that ends.
  const indent = before.replace(/\S/g, ' ');
  const written = blockAddition(added, indent, { json: isJson(slot, text) });
  if (side === 'after') return insertion(lineEnd(text, end), `\n${indent}${written}`);
  return insertion(ownLine ? aboveComments(text, start) : start, `${written}\n${indent}`);
};

/** The edit that writes new entries in the place of one of a map, in its style; comments in lines of their own stay. */
export const replacementOf = (text: string, slot: Slot, added: readonly Added[]): Edit => {
  const start = startOf(slot);
  const end = endOfItem(itemOf(slot));
  const style = { json: isJson(slot, text) };
  const before = text.slice(lineStart(text, start), start);
  if (isFlow(slot)) {
    const gap = isFirstInLine(text, start) ? `\n${before}` : ' ';
    return { at: { start, end }, text: added.map((each) => flowAddition(each, style)).join(`,${gap}`) };
  }
  const indent = before.replace(/\S/g, ' ');
  const written = added.map((each) => blockAddition(each, indent, style));
  return { at: { start, end: lineEnd(text, end) }, text: written.join(`\n${indent}`) };
};

const insertion = (at: number, text: string): Edit => ({ at: { start: at, end: at }, text });

/** Where an entry or item begins: at its dash, question mark, tag, key or value, whatever comes first. */
export const startOf = (slot: Slot): number => {
  const { start, key, sep, value } = itemOf(slot);
  const first = [...start, ...(sep ?? [])].find(({ type }) => !trivia.has(type));
  return leastOf([first, key, value].flatMap((token) => (token ? [token.offset] : [])));
};

const trivia = new Set(['space', 'newline', 'comment', 'comma']);

const flowAddition = ({ key, value }: Added, style: Style): string =>
  key === undefined ? flowText(value, style) : `${keyText(key, style)}: ${flowText(value, style)}`;

const blockAddition = ({ key, value }: Added, indent: string, style: Style): string =>
  key === undefined ? blockItem(value, indent, style) : blockEntry(key, value, indent, style);

/** The same place, or the start of the comment lines right above it: they speak of what stands below. */
const aboveComments = (text: string, start: number): number => {
  const indent = text.slice(lineStart(text, start), start);
  let at = start;
  for (;;) {
    const line = lineStart(text, at);
    if (line === 0) return at;
    const above = lineStart(text, line - 1);
    if (!text.startsWith(`${indent}#`, above)) return at;
    at = above + indent.length;
  }
};
