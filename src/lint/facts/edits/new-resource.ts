import { entryOf } from '../../../model/origin.ts';
import type { Fix } from '../../../model/rule.ts';
import { get, type JsonMap } from '../../../model/tree.ts';
import { insertBefore } from './entry.ts';

/** A fix that adds new resources in front of one of the source. */
export const insertResources = (
  source: JsonMap,
  before: string,
  added: ReadonlyMap<string, JsonMap>,
): Fix | undefined => {
  const entry = entryOf(get(source, 'Resources'), before);
  const fix = [...added].flatMap(([id, body]) => insertBefore(entry, id, body) ?? []);
  return fix.length === added.size && added.size > 0 ? fix : undefined;
};

/** A logical id that the template does not have yet: the wanted one, or that with a number. */
export const freeId = (wanted: string, taken: (id: string) => boolean): string => {
  let id = wanted;
  for (let at = 2; taken(id); at++) id = `${wanted}${at}`;
  return id;
};
