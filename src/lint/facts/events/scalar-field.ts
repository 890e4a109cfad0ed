import { isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { isPlainMap } from '../templates/choices.ts';

/** A field of a filter that has a value where the filter wants a list of values. */
export interface ScalarField {
  readonly path: readonly string[];
  /** How the value is called in a message, and how it stands in a list. */
  readonly data: { readonly name: string; readonly found: string; readonly value: string };
}

/** The first field of a filter whose value is neither a list nor a map; functions are known at the deployment only. */
export const scalarField = (filter: JsonMap): ScalarField | undefined => {
  for (const name of Object.keys(filter)) {
    const value = filter[name]!;
    if (isList(value) || (isMap(value) && !isPlainMap(value))) continue;
    const below = isPlainMap(value) ? scalarField(value) : { path: [], data: dataOf(name, value) };
    if (below !== undefined) return { path: [name, ...below.path], data: below.data };
  }
  return undefined;
};

const dataOf = (name: string, value: Json): ScalarField['data'] => {
  const found = isString(value) ? `'${value}'` : String(value);
  return { name, found, value: String(value) };
};
