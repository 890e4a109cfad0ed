import { type Cause, entryOf, originOf, shallowCopy } from '../model/origin.ts';
import { hasScheme } from '../model/s3.ts';
import { intrinsicName, isList, isMap, isString, type Json, type JsonMap, type Step } from '../model/tree.ts';
import { type PackagedProperty, packagedOf } from './properties.ts';

/** A value at the place of a packaged property. */
export interface Packaged {
  readonly property: PackagedProperty;
  readonly value: Json;
  readonly at: Cause | undefined;
}

/**
 * The local path that a packaged property may hold; undefined for addresses, for what CloudFormation fills in, and for
 * everything that is not a text.
 */
export const localPath = (value: Json | undefined): string | undefined =>
  isString(value) && !hasScheme(value) && !value.startsWith('arn:') && !value.includes('{{resolve:')
    ? value
    : undefined;

/**
 * A resource's properties with the values of its packaged properties replaced, in both branches of an `Fn::If` too.
 * The tree that is given stays as it is; parts that stay are shared with it.
 * @param replace gives the value itself where it stays
 */
export const replacePackaged = (type: string, properties: JsonMap, replace: (found: Packaged) => Json): JsonMap => {
  let result: Json = properties;
  for (const property of packagedOf(type)) {
    // The folder of an image stands in the metadata.
    if (property.holds === 'image') continue;
    result = replaceBelow(result, property.path, originOf(properties), (value, at) => replace({ property, value, at }));
  }
  return result as JsonMap;
};

/** The values of a resource's packaged properties. */
export const packagedIn = (type: string, properties: JsonMap): Packaged[] => {
  const found: Packaged[] = [];
  replacePackaged(type, properties, (each) => {
    found.push(each);
    return each.value;
  });
  return found;
};

type Replace = (value: Json, at: Cause | undefined) => Json;

const replaceBelow = (value: Json, path: readonly string[], at: Cause | undefined, replace: Replace): Json => {
  if (intrinsicName(value) === 'Fn::If') return replaceBranches(value as JsonMap, path, at, replace);
  const [step, ...rest] = path;
  if (step === undefined) return replace(value, at);
  if (!isMap(value)) return value;
  const keys = step === '*' ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return replaceEntries(value, keys, (entry, place) => replaceBelow(entry, rest, place ?? at, replace)) as Json;
};

const replaceBranches = (value: JsonMap, path: readonly string[], at: Cause | undefined, replace: Replace): Json =>
  replaceEntries(value, ['Fn::If'], (branches) =>
    isList(branches)
      ? replaceEntries(branches, [1, 2], (branch, place) => replaceBelow(branch, path, place ?? at, replace))
      : branches,
  );

/** The container, or a copy of it where an entry changes. */
const replaceEntries = <T extends Json[] | JsonMap>(container: T, steps: readonly Step[], replace: Replace): T => {
  let copy: T | undefined;
  for (const step of steps) {
    const before = (container as JsonMap)[step as string];
    if (before === undefined) continue;
    const after = replace(before, entryOf(container, step)?.value);
    if (after === before) continue;
    copy ??= shallowCopy(container);
    (copy as JsonMap)[step as string] = after;
  }
  return copy ?? container;
};
