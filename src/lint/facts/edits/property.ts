import { entryOf } from '../../../model/origin.ts';
import type { Fix, ResourceNode } from '../../../model/rule.ts';
import { get } from '../../../model/tree.ts';
import { insertBefore, insertInto } from './entry.ts';

/** A fix that gives a resource of the source a property that it lacks; `text` is its value. */
export const addProperty = (node: ResourceNode, name: string, text: string): Fix | undefined => {
  if (!node.lacks(name)) return undefined;
  if (get(node.body, 'Properties') !== undefined) return insertInto(node.properties, name, text);
  const type = entryOf(node.body, 'Type');
  const quoted = type?.key.source.text[type.key.start] === '"';
  return insertBefore(type, 'Properties', quoted ? `{"${name}": ${text}}` : `{${name}: ${text}}`);
};
