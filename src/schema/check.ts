import { certainlyMeant, didYouMean, nearest } from '../model/nearest.ts';
import { type Cause, carryEvenNull, entryOf, originOf, placeOfEntry, stamp } from '../model/origin.ts';
import { type Message, message } from '../model/problem.ts';
import type { Properties, Property, Shape } from '../model/property.ts';
import { get, isList, isMap, isNothing, isString, type Json, type JsonMap, kindOf, newMap } from '../model/tree.ts';

const UnknownProperty = message(
  'unknown-property',
  'error',
  (name: string, owner: string, suggestion: string | undefined) =>
    `${owner} has no property '${name}'.${didYouMean(suggestion)}`,
);
const MissingProperty = message(
  'missing-property',
  'error',
  (name: string, owner: string) => `${owner} needs the property '${name}'.`,
);
const WrongShape = message(
  'wrong-type',
  'error',
  (name: string, found: string, allowed: string) => `'${name}' is ${found}; it must be ${allowed}.`,
);

const indefinite = {
  any: 'anything',
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
};

/** A shape in words: "a string or a map". */
const describe = (shape: Shape): string => {
  if (shape.kind === 'oneOf') return shape.shapes.map(describe).join(' or ');
  if (shape.kind === 'list') return shape.of.kind === 'any' ? 'a list' : `a list, each item ${describe(shape.of)}`;
  if (shape.kind === 'map') return shape.of.kind === 'any' ? 'a map' : `a map, each value ${describe(shape.of)}`;
  if (shape.kind === 'enum') return shape.values.map((value) => `'${value}'`).join(' or ');
  return shape.kind === 'object' ? 'a map' : indefinite[shape.kind];
};

/** Whether a value has a shape, all the way down. */
const fits = (value: Json, shape: Shape): boolean => {
  switch (shape.kind) {
    case 'any':
      return true;
    case 'integer':
      // Python's bool is an int.
      return Number.isInteger(value) || typeof value === 'boolean';
    case 'enum':
      return isString(value) && shape.values.includes(value);
    case 'list':
      return isList(value) && value.every((item) => fits(item, shape.of));
    case 'map':
      return isMap(value) && (shape.of.kind === 'any' || Object.values(value).every((item) => fits(item, shape.of)));
    case 'object':
      return isMap(value);
    case 'oneOf':
      return shape.shapes.some((each) => fits(value, each));
    default:
      return typeof value === shape.kind;
  }
};

/** A map with one key: what the reference takes for an intrinsic function when it checks types. */
const mayBeIntrinsic = (value: Json): boolean => isMap(value) && Object.keys(value).length === 1;

export type Report = (message: Message, at: Cause | undefined) => void;

/**
 * A property map in which the values of misspelt names stand under the names that the report suggests: what
 * would follow from a name being absent is not reported as well.
 * @param owner how the resource or event is called in messages
 */
export const withMeantNames = (
  values: JsonMap,
  declared: Properties,
  owner: string,
  around: Cause | undefined,
  report: Report,
): JsonMap => {
  const meant = meantNames(values, declared);
  if (meant.size === 0) return values;
  const result = stamp(newMap(), originOf(values));
  for (const name of Object.keys(values)) {
    const near = meant.get(name);
    if (near !== undefined) report(UnknownProperty(name, owner, near), entryOf(values, name)?.key ?? around);
    carryEvenNull(values, name, result, near ?? name);
  }
  return result;
};

/** What undeclared names stand for, where that is declared and absent: `Runtim` for `Runtime`. */
const meantNames = (values: JsonMap, declared: Properties): ReadonlyMap<string, string> => {
  const meant = new Map<string, string>();
  const taken = new Set(Object.keys(values));
  for (const name of Object.keys(values)) {
    const near = Object.hasOwn(declared, name) ? undefined : certainlyMeant(name, Object.keys(declared));
    if (near === undefined || taken.has(near)) continue;
    taken.add(near);
    meant.set(name, near);
  }
  return meant;
};

/**
 * Checks a property map against its declaration as the transform does, and the closed
 * objects inside of it against theirs.
 * @param owner how the resource or event is called in messages
 * @param path what comes before the names in messages, for a map inside of a property map
 * @returns true when everything declared is as it must be
 */
export const checkProperties = (
  values: JsonMap,
  declared: Properties,
  owner: string,
  around: Cause | undefined,
  report: Report,
  path = '',
): boolean => {
  let sound = true;
  const whole = originOf(values) ?? around;
  const problem = (found: Message, at: Cause | undefined) => {
    sound = false;
    report(found, at ?? whole);
  };
  for (const name of Object.keys(values)) {
    const entry = entryOf(values, name);
    if (!Object.hasOwn(declared, name)) {
      // What nothing reads does no harm.
      report(UnknownProperty(name, owner, nearest(name, Object.keys(declared))), entry?.key ?? whole);
    } else if (!isNothing(values[name])) {
      const at = placeOfEntry(values, name) ?? whole;
      if (!checkProperty(values[name]!, declared[name]!, path + name, at, report)) sound = false;
    }
  }
  let meant: ReadonlySet<string> | undefined;
  for (const [name, property] of Object.entries(declared)) {
    if (property.required && isNothing(get(values, name))) {
      meant ??= new Set(meantNames(values, declared).values());
      if (meant.has(name)) {
        // It is there under a misspelt name, which was reported.
        sound = false;
        continue;
      }
      // What is missing has no place; a resource and an event are reported by their names.
      const missing = { ...MissingProperty(name, owner), subject: name };
      problem(missing, entryOf(values, name)?.key ?? (path === '' ? around : whole));
    }
  }
  return sound;
};

const checkProperty = (
  value: Json,
  property: Property,
  name: string,
  at: Cause | undefined,
  report: Report,
): boolean => {
  if (property.check === 'loose' || (property.check === 'strict' && mayBeIntrinsic(value))) return true;
  return checkShape(value, property.shape, name, at, report);
};

/** Checks a value all the way down, and reports the innermost values that are not what they must be. */
const checkShape = (value: Json, shape: Shape, name: string, at: Cause | undefined, report: Report): boolean => {
  if (shape.kind === 'oneOf') {
    const meant =
      shape.shapes.find((each) => fits(value, each)) ?? shape.shapes.find((each) => hasOutline(value, each));
    if (meant !== undefined) return checkShape(value, meant, name, at, report);
  }
  if (!hasOutline(value, shape)) {
    report(WrongShape(name, kindOf(value), describe(shape)), at);
    return false;
  }
  if (shape.kind === 'object') {
    if (!shape.closed) return true;
    return checkProperties(value as JsonMap, shape.properties, `'${name}'`, at, report, `${name}.`);
  }
  if ((shape.kind !== 'list' && shape.kind !== 'map') || shape.of.kind === 'any') return true;
  let sound = true;
  for (const [key, item] of Object.entries(value as JsonMap)) {
    const step = isList(value) ? Number(key) : key;
    const entry = isNothing(item) ? entryOf(value, step)?.key : placeOfEntry(value, step);
    const place = entry ?? originOf(item) ?? at;
    const path = isList(value) ? `${name}[${key}]` : `${name}.${key}`;
    if (!checkShape(item, shape.of, path, place, report)) sound = false;
  }
  return sound;
};

/** Whether a value has a shape, whatever may be inside of it. */
const hasOutline = (value: Json, shape: Shape): boolean => {
  if (shape.kind === 'list') return isList(value);
  return shape.kind === 'map' || shape.kind === 'object' ? isMap(value) : fits(value, shape);
};
