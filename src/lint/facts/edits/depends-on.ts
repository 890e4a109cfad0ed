import { entryOf } from '../../../model/origin.ts';
import type { Fix, ResourceNode, TemplateView } from '../../../model/rule.ts';
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

/** The same for a resource of the expansion: only one that the author wrote, and for one that is always there, can be told to wait. */
export const waitFor = (awaited: ResourceNode, { id }: ResourceNode, view: TemplateView): Fix | undefined => {
  const written = view.written(id);
  const isAlwaysThere = view.written(awaited.id) !== undefined && !('Condition' in awaited.body);
  return written && isAlwaysThere ? addDependsOn(written, awaited.id) : undefined;
};
