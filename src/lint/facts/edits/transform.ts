import { type Entry, entryOf } from '../../../model/origin.ts';
import type { Fix } from '../../../model/rule.ts';
import { get, isList, type Json, type JsonMap } from '../../../model/tree.ts';
import { insertBefore } from './entry.ts';
import { lineBefore, lineBreak } from './lines.ts';
import { isJsonStyle } from './writing.ts';

/** A fix that has the template processed by a macro, as the last one of those it names. */
export const addTransform = (template: JsonMap, macro: string): Fix | undefined => {
  const text = isJsonStyle(template) ? `"${macro}"` : macro;
  // What the language extensions have done away with still has its place in the source.
  const at = entryOf(template, 'Transform')?.value;
  if (!at) return newSection(template, text);
  const present = get(template, 'Transform');
  if (isList(present)) return appendItem(present, text);
  const written = at.source.text.slice(at.start, at.end);
  return present !== null && /^(["']?)[\w:-]+\1$/.test(written) ? { at, text: `[${written}, ${text}]` } : undefined;
};

/** Behind the version of the format, where most templates have it, or at the head. */
const newSection = (template: JsonMap, text: string): Fix | undefined => {
  const names = Object.keys(template);
  const version = entryOf(template, 'AWSTemplateFormatVersion');
  const added = version && lineBehind(version, `Transform: ${text}`);
  if (added) return added;
  const next = version && names[names.indexOf('AWSTemplateFormatVersion') + 1];
  return insertBefore(entryOf(template, next ?? names[0]!), 'Transform', text);
};

/** A new line of a block behind that of an entry, and behind its comment. */
const lineBehind = ({ key, value: { source, end } }: Entry, line: string): Fix | undefined => {
  const isAtStart = key.start === 0 || source.text[key.start - 1] === '\n';
  const rest = /^[ \t]*(#[^\n\r]*)?(?=\r?\n|$)/.exec(source.text.slice(end));
  if (!isAtStart || !rest) return undefined;
  const at = end + rest[0].length;
  return { at: { source, start: at, end: at }, text: `${lineBreak(source)}${line}` };
};

const appendItem = (list: Json[], text: string): Fix | undefined => {
  const last = entryOf(list, list.length - 1)?.value;
  if (!last) return undefined;
  const { source, end } = last;
  const before = lineBefore(last);
  const newLine = `${lineBreak(source)}${before}`;
  const at = { source, start: end, end };
  if (/^\s*-\s+$/.test(before)) return { at, text: `${newLine}${text}` };
  return { at, text: /^\s*$/.test(before) ? `,${newLine}${text}` : `, ${text}` };
};
