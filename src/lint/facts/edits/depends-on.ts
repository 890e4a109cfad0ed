import { entryOf } from '../../../model/origin.ts';
import type { Fix, ResourceNode } from '../../../model/rule.ts';
import { get, isList, isString } from '../../../model/tree.ts';
import { insertBefore, insertInto } from './entry.ts';
import { insertItem } from './list.ts';

/** A fix that lets a resource of the source wait for another one. */
export const addDependsOn = (written: ResourceNode, id: string): Fix | undefined => {
  const { body } = written;
  const present = get(body, 'DependsOn');
  if (present === undefined) {
    return insertBefore(entryOf(body, 'Properties'), 'DependsOn', id) ?? insertInto(body, 'DependsOn', id);
  }
  if (isList(present)) return insertItem(present, id);
  const at = entryOf(body, 'DependsOn')?.value;
  return at && isString(present) ? [{ kind: 'set', at, from: present, to: [present, id] }] : undefined;
};
