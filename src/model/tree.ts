/**
 * The data tree: what a template is once its text is read. Maps carry no prototype methods, so a key such as
 * `__proto__` or `constructor` is only a key.
 */
export type Scalar = null | boolean | number | string;
export type Json = Scalar | Json[] | JsonMap;
export interface JsonMap {
  [key: string]: Json;
}

/** One step of a path into the tree: a map's key or a list's index. */
export type Step = string | number;

// A constructor with a bare prototype keeps V8's fast property layout, which `Object.create(null)` loses.
const Bare = function Bare() {} as unknown as new () => JsonMap;
Bare.prototype = Object.freeze(Object.create(null));

/** A new empty map. */
export const newMap = (): JsonMap => new Bare();

export const isMap = (value: unknown): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is Json[] => Array.isArray(value);

/** Bytes in which a text may be; false for an object that cannot be examined. */
export const isBytes = (value: unknown): value is Uint8Array =>
  ArrayBuffer.isView(value) && value instanceof Uint8Array;

export const isString = (value: unknown): value is string => typeof value === 'string';

/** True for values that stand for "not given": absent or null. */
export const isNothing = (value: unknown): value is null | undefined => value === undefined || value === null;

/** Python's truth: what the reference takes as "set" where it only asks `if value`. */
export const isTruthy = (value: Json | undefined): boolean => {
  if (isNothing(value) || value === false || value === 0 || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
};

/** The value under a key of a map, or undefined when `container` is not a map or has no such key of its own. */
export const get = (container: Json | undefined, key: string): Json | undefined => {
  if (!isMap(container)) return undefined;
  const value: unknown = container[key];
  // Maps hold no functions: those are what plain objects inherit, as `__proto__` is.
  return typeof value === 'function' || key === '__proto__' ? ownValue(container, key) : (value as Json | undefined);
};

const ownValue = (map: JsonMap, key: string): Json | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);

/** The value at the end of a path of keys and indexes. */
export const getIn = (root: Json | undefined, ...path: Step[]): Json | undefined => {
  let value = root;
  for (const step of path) {
    value = typeof step === 'number' ? (isList(value) ? value[step] : undefined) : get(value, step);
  }
  return value;
};

/** Whether two values hold the same data; the order of keys does not matter. */
export const sameData = (left: Json | undefined, right: Json | undefined): boolean => {
  if (left === right) return true;
  if (isList(left)) {
    return isList(right) && left.length === right.length && left.every((item, at) => sameData(item, right[at]));
  }
  if (!isMap(left) || !isMap(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => sameData(left[key], get(right, key)));
};

/** A text that is the same for the same data, as `sameData` sees it, and for nothing else. */
export const dataKey = (value: Json | undefined): string => {
  if (isList(value)) return `[${value.map(dataKey).join()}]`;
  if (!isMap(value)) return String(JSON.stringify(value));
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${dataKey(value[key])}`).join()}}`;
};

/** How a value is called in a message: "a list", "a string" … */
export const kindOf = (value: Json | undefined): string => {
  if (isNothing(value)) return value === null ? 'null' : 'missing';
  if (isList(value)) return 'a list';
  if (isMap(value)) return isIntrinsic(value) ? 'an intrinsic function' : 'a map';
  return `a ${typeof value}`;
};

/** How a value is called in a message: a string by its text, in quotes, anything else by its kind. */
export const textOrKind = (value: Json | undefined): string => (isString(value) ? `'${value}'` : kindOf(value));

/** Maps of so many entries that listing their keys again and again would take long. */
const wide = new WeakSet<JsonMap>();
const widthOfWide = 100;
let anyWide = false;

/** The name of the intrinsic function a value is (`Ref`, `Condition` or `Fn::…`), or undefined. */
export const intrinsicName = (value: Json | undefined): string | undefined => {
  if (!isMap(value) || (anyWide && wide.has(value))) return undefined;
  let name: string | undefined;
  let count = 0;
  for (const key in value) {
    if (++count === 1) name = key;
    else if (count === widthOfWide) {
      wide.add(value);
      anyWide = true;
      return undefined;
    }
  }
  return name !== undefined && count === 1 && isFunctionName(name) ? name : undefined;
};

/** The key of a map that has just one. */
export const singleKey = (map: JsonMap): string | undefined => {
  let only: string | undefined;
  for (const key in map) {
    if (only !== undefined) return undefined;
    only = key;
  }
  return only;
};

/** Whether a key is that of an intrinsic function. */
export const isFunctionName = (key: string): boolean => key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');

/** True for `{Ref: …}`, `{Condition: …}` and `{Fn::…: …}`. */
export const isIntrinsic = (value: Json | undefined): value is JsonMap => intrinsicName(value) !== undefined;
