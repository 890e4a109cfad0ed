import { type Cause, entryOf } from '../../../model/origin.ts';
import type { Fix } from '../../../model/rule.ts';
import { get, isMap, type Json, type JsonMap } from '../../../model/tree.ts';
import { insertBefore } from './entry.ts';
import { lineBefore } from './lines.ts';
import { blockText, flowText, isJsonStyle } from './writing.ts';

/** A fix that writes new resources in front of one of the source, in the same style. */
export const insertResources = (
  source: JsonMap,
  before: string,
  added: ReadonlyMap<string, JsonMap>,
): Fix | undefined => {
  const resources = get(source, 'Resources');
  if (!isMap(resources)) return undefined;
  const entry = entryOf(resources, before);
  if (!entry) return undefined;
  const json = isJsonStyle(resources);
  const { text } = entry.key.source;
  const indent = lineBefore(entry.key);
  const block = !json && /^ *$/.test(indent) && /^:\s*\n/.test(text.slice(entry.key.end));
  const write = (body: Json) => (block ? blockText(body, `${indent}  `).slice(1) : flowText(body, json));
  let fix: Fix | undefined;
  for (const [id, body] of added) {
    const next = insertBefore(entry, id, write(body));
    if (!next) return undefined;
    const between = block ? next.text.replace(/^([^:]+): /, '$1:\n') : next.text;
    fix = { at: next.at, text: (fix?.text ?? '') + between };
  }
  return fix && block ? { ...fix, at: aboveComments(fix.at) } : fix;
};

/** The same place, or the start of the comment lines right above it: they speak of what stands below. */
const aboveComments = (at: Cause): Cause => {
  const { source } = at;
  let { start } = at;
  for (;;) {
    const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
    const above = source.text.lastIndexOf('\n', lineStart - 2) + 1;
    const indent = lineStart === 0 ? undefined : /^( *)#/.exec(source.text.slice(above, lineStart))?.[1];
    if (indent?.length !== start - lineStart) return { source, start, end: start };
    start = above + indent.length;
  }
};

/** A logical id that the template does not have yet: the wanted one, or that with a number. */
export const freeId = (wanted: string, taken: (id: string) => boolean): string => {
  let id = wanted;
  for (let at = 2; taken(id); at++) id = `${wanted}${at}`;
  return id;
};
