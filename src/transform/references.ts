import { append } from '../model/lists.ts';
import { rewrite, shallowCopy } from '../model/origin.ts';
import { isList, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import { mapSub } from './resolve.ts';

/** Where references point after the expansion. */
export interface References {
  /** `Id.Property` → the logical id of the generated resource. */
  readonly properties: ReadonlyMap<string, string>;
  /** A logical id → the one that the resource got in its place. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Makes every `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn` of the template point to what was generated. */
export const rewriteReferences = (template: JsonMap, references: References): JsonMap => {
  if (references.properties.size === 0 && references.renamed.size === 0) return template;
  return withDependencies(rewrite(template, (map) => rewriteOne(map, references)) as JsonMap, references.renamed);
};

const rewriteOne = (map: JsonMap, references: References): JsonMap => {
  const keys = Object.keys(map);
  if (keys.length !== 1) return map;
  const name = keys[0]!;
  const before = map[name]!;
  let after: Json = before;
  if (name === 'Ref' && isString(before)) after = target(before, references);
  else if (name === 'Fn::GetAtt') after = attribute(before, references);
  else if (name === 'Fn::Sub') after = mapSub(before, (whole, inner) => substituted(whole, inner, references));
  if (after === before) return map;
  const copy = shallowCopy(map);
  copy[name] = after;
  return copy;
};

const target = (id: string, { properties, renamed }: References): string =>
  (id.includes('.') ? properties.get(id) : renamed.get(id)) ?? id;

/** `[Id, Property.Attribute]` and `[Id.Property, Attribute]` mean the same and become `[Generated, Attribute]`. */
const attribute = (value: Json, { properties, renamed }: References): Json => {
  if (!isList(value) || value.length < 2 || !value.every(isString)) return value;
  const [id, property, ...rest] = value.join('.').split('.') as [string, string, ...string[]];
  const generated = properties.get(`${id}.${property}`);
  const other = renamed.get(id);
  if (generated === undefined && other === undefined) return value;
  const copy = shallowCopy(value);
  copy.length = 0;
  append(copy, generated === undefined ? [other!, property, ...rest] : [generated, ...rest]);
  return copy;
};

const substituted = (whole: string, inner: string, { properties, renamed }: References): string => {
  const [id, property] = inner.split('.') as [string, string | undefined];
  const generated = property === undefined ? undefined : properties.get(`${id}.${property}`);
  if (generated !== undefined) return whole.replace(`${id}.${property}`, generated);
  const other = renamed.get(id);
  return other === undefined ? whole : whole.replace(id, other);
};

const withDependencies = (template: JsonMap, renamed: ReadonlyMap<string, string>): JsonMap => {
  const resources = template['Resources'];
  if (renamed.size === 0 || !isMap(resources)) return template;
  for (const id of Object.keys(resources)) {
    const body = resources[id]!;
    if (!isMap(body)) continue;
    const before = body['DependsOn'];
    const after = dependency(before, renamed);
    if (after === before || after === undefined) continue;
    const copy = shallowCopy(body);
    copy['DependsOn'] = after;
    resources[id] = copy;
  }
  return template;
};

const dependency = (value: Json | undefined, renamed: ReadonlyMap<string, string>): Json | undefined => {
  if (isString(value)) return renamed.get(value) ?? value;
  if (!isList(value) || !value.some((id) => isString(id) && renamed.has(id))) return value;
  const copy = shallowCopy(value);
  for (let at = 0; at < copy.length; at++) copy[at] = dependency(copy[at], renamed)!;
  return copy;
};
