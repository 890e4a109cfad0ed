import { entryOf } from '../../../model/origin.ts';
import type { Fix, ResourceNode } from '../../../model/rule.ts';
import { get, type Json } from '../../../model/tree.ts';
import { insertAfter, insertInto } from './entry.ts';

/** A fix that gives a resource of the source a property that it lacks. */
export const addProperty = (node: ResourceNode, name: string, value: Json): Fix | undefined => {
  if (!node.lacks(name)) return undefined;
  if (get(node.body, 'Properties') !== undefined) return insertInto(node.properties, name, value);
  return insertAfter(entryOf(node.body, 'Type'), 'Properties', { [name]: value });
};
