import { didYouMean, nearest } from '../model/nearest.ts';
import { get, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';

/** A resource of an expanded template. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: JsonMap;
  readonly [attribute: string]: Json | undefined;
}

/** The resources of an expanded template by their logical ids: all of them, or those of a type. */
export const resourcesOf = (template: JsonMap, type?: string): Record<string, Resource> => {
  const all = get(template, 'Resources');
  if (!isMap(all)) return {};
  const those = Object.entries(all).filter(
    ([, body]) => isMap(body) && isString(get(body, 'Type')) && (type === undefined || get(body, 'Type') === type),
  );
  return Object.fromEntries(those) as unknown as Record<string, Resource>;
};

/**
 * A resource of an expanded template.
 * @throws Error where no resource has this logical id
 */
export const resourceOf = (template: JsonMap, id: string): Resource => {
  const all = resourcesOf(template);
  const found = Object.hasOwn(all, id) ? all[id] : undefined;
  if (found !== undefined) return found;
  throw new Error(`There is no resource '${id}'.${didYouMean(nearest(id, Object.keys(all)))}`);
};
