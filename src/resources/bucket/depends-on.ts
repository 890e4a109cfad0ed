import { type Cause, originOf, place, shallowCopy, stamp } from '../../model/origin.ts';
import { isList, isMap, isString, type Json } from '../../model/tree.ts';

/** The logical ids in a `DependsOn`; undefined when it can have none. */
export const dependencies = (value: Json | undefined): Json[] | undefined => {
  if (value === undefined) return [];
  if (isString(value)) return [value];
  if (isMap(value)) return stamp(Object.keys(value), originOf(value));
  if (!isList(value) || value.some((id) => typeof id === 'object' && id !== null)) return undefined;
  return [...new Set(value)].length === value.length ? value : [...new Set(value)];
};

/** The same list with one more logical id, unless it has it. */
export const withDependency = (list: Json[], id: string, cause: Cause | undefined): Json[] => {
  if (list.includes(id)) return list;
  const longer = shallowCopy(list);
  if (cause) place(longer, longer.length, { key: cause, value: cause });
  longer.push(id);
  return longer;
};
