import { entryOf } from '../../../model/origin.ts';
import type { Fix, ResourceNode } from '../../../model/rule.ts';
import { get, isList, isString } from '../../../model/tree.ts';
import { insertBefore, insertInto } from './entry.ts';
import { insertItem } from './list.ts';
import { isJsonStyle } from './writing.ts';

/** A fix that lets a resource of the source wait for another one. */
export const addDependsOn = (written: ResourceNode, id: string): Fix | undefined => {
  const { body } = written;
  const text = isJsonStyle(body) ? `"${id}"` : id;
  const present = get(body, 'DependsOn');
  if (present === undefined) {
    return insertBefore(entryOf(body, 'Properties'), 'DependsOn', text) ?? insertInto(body, 'DependsOn', text);
  }
  if (isList(present)) return present.length > 0 ? insertItem(present, text) : undefined;
  const at = entryOf(body, 'DependsOn')?.value;
  if (!at || !isString(present)) return undefined;
  return { at, text: `[${at.source.text.slice(at.start, at.end)}, ${text}]` };
};
