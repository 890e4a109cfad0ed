import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import type { Properties, Shape } from '../../../model/property.ts';
import { isIntrinsic, isList, isMap, type Json, type JsonMap } from '../../../model/tree.ts';
import { isMacroKey } from './function-keys.ts';

/** A key of a map that its declaration does not know. */
export interface UnknownKey {
  readonly name: string;
  /** The place of the key, and that of its value. */
  readonly at: Cause | undefined;
  readonly value: Cause | undefined;
  /** The steps to the map, joined with dots. */
  readonly path: string;
  readonly allowed: readonly string[];
}

/** The keys inside of declared properties that nothing is declared for; `Fn::If` is followed into both branches. */
export const unknownKeys = (
  values: JsonMap,
  declared: Properties,
  around: Cause | undefined,
): readonly UnknownKey[] => {
  const found: UnknownKey[] = [];
  inProperties(values, declared, around, '', found);
  return found;
};

const inProperties = (
  values: JsonMap,
  declared: Properties,
  around: Cause | undefined,
  path: string,
  found: UnknownKey[],
): void => {
  for (const name in values) {
    const value = values[name]!;
    if (typeof value !== 'object' || !Object.hasOwn(declared, name) || !isStructured(declared[name]!.shape)) continue;
    const at = entryOf(values, name)?.value ?? originOf(values) ?? around;
    inShape(value, declared[name]!.shape, at, path === '' ? name : `${path}.${name}`, found);
  }
};

const inShape = (value: Json, shape: Shape, at: Cause | undefined, path: string, found: UnknownKey[]): void => {
  if (typeof value !== 'object' || value === null || !isStructured(shape)) return;
  if (isIntrinsic(value)) {
    const branches = value['Fn::If'];
    if (!isList(branches)) return;
    for (const branch of [1, 2]) {
      inShape(branches[branch] ?? null, shape, entryOf(branches, branch)?.value ?? at, path, found);
    }
  } else if (shape.kind === 'oneOf') {
    const meant = shape.shapes.find((each) => isStructured(each) && (each.kind === 'list') === isList(value));
    if (meant) inShape(value, meant, at, path, found);
  } else if (shape.kind === 'object') {
    if (isMap(value)) inObject(value, shape.properties, at, path, found);
  } else if ((shape.kind === 'list' && isList(value)) || (shape.kind === 'map' && isMap(value))) {
    for (const [key, item] of Object.entries<Json>(value)) {
      const step = isList(value) ? Number(key) : key;
      const place = entryOf(value, step)?.value ?? originOf(item) ?? at;
      inShape(item, shape.of, place, isList(value) ? `${path}[${key}]` : `${path}.${key}`, found);
    }
  }
};

const inObject = (
  value: JsonMap,
  declared: Properties,
  at: Cause | undefined,
  path: string,
  found: UnknownKey[],
): void => {
  for (const name in value) {
    if (Object.hasOwn(declared, name) || isMacroKey(name)) continue;
    const entry = entryOf(value, name);
    found.push({ name, at: entry?.key ?? at, value: entry?.value, path, allowed: Object.keys(declared) });
  }
  inProperties(value, declared, at, path, found);
};

const structured = new WeakMap<Shape, boolean>();

/** Whether there are known keys anywhere in a shape. */
const isStructured = (shape: Shape): boolean => {
  let known = structured.get(shape);
  if (known === undefined) {
    known =
      shape.kind === 'object' ||
      (shape.kind === 'oneOf' && shape.shapes.some(isStructured)) ||
      ((shape.kind === 'list' || shape.kind === 'map') && isStructured(shape.of));
    structured.set(shape, known);
  }
  return known;
};
