import { serverlessPrefix } from '../model/macros.ts';
import { certainlyMeant, didYouMean, nearest } from '../model/nearest.ts';
import { carry, entryOf, place, recordMerged, shallowCopy } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import type { Properties, Property } from '../model/property.ts';
import {
  get,
  isIntrinsic,
  isList,
  isMap,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  newMap,
  textOrKind,
} from '../model/tree.ts';
import type { Report } from '../schema/check.ts';

const NotAMap = message(
  'wrong-type',
  'error',
  (found: string) => `'Globals' is ${found}; it must be a map of sections.`,
);
const UnknownSection = message(
  'globals-unknown-section',
  'error',
  (name: string, allowed: string[], near: string | undefined) =>
    `'Globals' has no section '${name}'${near ? ` (did you mean '${near}'?)` : ''}. Allowed: ${allowed.join(', ')}.`,
);
const SectionNotMap = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `The section '${name}' of 'Globals' is ${found}; it must be a map of properties.`,
);
const UnknownGlobal = message(
  'globals-unsupported-property',
  'error',
  (name: string, section: string, near: string | undefined) =>
    `'${name}' cannot be set in 'Globals.${section}'.${didYouMean(near)}`,
);
const BadIgnore = message(
  'wrong-type',
  'error',
  (found: string) => `'IgnoreGlobals' is ${found}; it must be '*' or a list of property names.`,
);
const NothingToIgnore = message(
  'ignored-global-not-set',
  'error',
  (found: string, near: string | undefined) =>
    `'IgnoreGlobals' names ${found}, which 'Globals' does not set for this type.${didYouMean(near)}`,
);

/** The `Globals` section, checked: properties by the resource type they are for. */
export type Globals = ReadonlyMap<string, JsonMap>;

export const readGlobals = (root: JsonMap, declared: ReadonlyMap<string, Properties>, report: Report): Globals => {
  const globals = new Map<string, JsonMap>();
  if (!Object.hasOwn(root, 'Globals')) return globals;
  const sections = root['Globals']!;
  if (!isMap(sections)) {
    report(NotAMap(kindOf(sections)), entryOf(root, 'Globals')?.value);
    return globals;
  }
  const supported = [...declared].filter(([, properties]) => Object.values(properties).some(isGlobal));
  const names = supported.map(([type]) => type.slice(serverlessPrefix.length)).sort();
  for (const name of Object.keys(sections)) {
    const at = entryOf(sections, name);
    const properties = supported.find(([type]) => type === serverlessPrefix + name)?.[1];
    const values = sections[name]!;
    if (properties === undefined) report(UnknownSection(name, names, nearest(name, names)), at?.key);
    else if (!isMap(values)) report(SectionNotMap(name, kindOf(values)), at?.value);
    else {
      const allowed = Object.keys(properties).filter((key) => isGlobal(properties[key]!));
      const unknown = Object.keys(values).filter((key) => !allowed.includes(key));
      for (const key of unknown) report(UnknownGlobal(key, name, nearest(key, allowed)), entryOf(values, key)?.key);
      globals.set(serverlessPrefix + name, unknown.length === 0 ? values : known(values, allowed));
    }
  }
  return globals;
};

/** The section for a type as it stands in the template. */
export const globalsOf = (root: JsonMap, type: string): JsonMap | undefined => {
  const section = type.startsWith(serverlessPrefix)
    ? get(get(root, 'Globals'), type.slice(serverlessPrefix.length))
    : undefined;
  return isMap(section) ? section : undefined;
};

const isGlobal = (property: Property): boolean => property.globals === true;

/** A resource's properties with the globals of its type laid under them, less what `IgnoreGlobals` names. */
export const withGlobals = (body: JsonMap, global: JsonMap | undefined, report: Report): JsonMap => {
  const own = get(body, 'Properties') ?? newMap();
  if (global === undefined || !isMap(own)) return own as JsonMap;
  const ignored = get(body, 'IgnoreGlobals');
  if (!isTruthy(ignored)) return merge(global, own) as JsonMap;
  if (ignored === '*') return own;
  const at = entryOf(body, 'IgnoreGlobals')?.value;
  if (!isList(ignored)) {
    report(BadIgnore(textOrKind(ignored)), at);
    return own;
  }
  ignored.forEach((name, index) => {
    if (isString(name) && Object.hasOwn(global, name)) return;
    const found = textOrKind(name);
    const near = isString(name) ? nearest(name, Object.keys(global)) : undefined;
    report(NothingToIgnore(found, near), entryOf(ignored, index)?.value ?? at);
  });
  return merge(without(global, ignored), own) as JsonMap;
};

/** What is allowed of a section; the values of misspelt names stand under the names that they are meant for. */
const known = (values: JsonMap, allowed: readonly string[]): JsonMap => {
  const result = without(
    values,
    Object.keys(values).filter((key) => !allowed.includes(key)),
  );
  for (const key of Object.keys(values)) {
    const near = allowed.includes(key) ? undefined : certainlyMeant(key, allowed);
    if (near !== undefined && !Object.hasOwn(result, near)) carry(values, key, result, near);
  }
  return result;
};

const without = (map: JsonMap, names: readonly Json[]): JsonMap => {
  const rest = newMap();
  for (const key of Object.keys(map)) if (!names.includes(key)) carry(map, key, rest);
  return rest;
};

/** Maps merge key by key, lists append (global first), anything else is overridden; intrinsic functions are scalars. */
const merge = (global: Json, own: Json): Json => {
  if (isList(global) && isList(own)) return appended(global, own);
  if (!isMap(global) || !isMap(own) || isIntrinsic(global) || isIntrinsic(own)) return own;
  const merged: JsonMap = shallowCopy(global);
  for (const key of Object.keys(own)) {
    const below = get(global, key);
    merged[key] = below === undefined ? own[key]! : merge(below, own[key]!);
    // What both gave is traced to the resource; a merged container keeps the origins of its parts.
    place(merged, key, entryOf(own, key));
  }
  recordMerged(merged, { below: global, above: own });
  return merged;
};

const appended = (global: Json[], own: Json[]): Json[] => {
  const list = shallowCopy(global);
  for (let at = 0; at < own.length; at++) {
    place(list, list.length, entryOf(own, at));
    list.push(own[at]!);
  }
  return list;
};
