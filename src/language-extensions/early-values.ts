import { isNoValue } from '../model/intrinsics.ts';
import { entryOf, originOf, place, shallowCopy, stamp } from '../model/origin.ts';
import type { Properties, Property, Shape } from '../model/property.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import { branchOf, evaluate } from './evaluate.ts';
import type { Scope } from './scope.ts';

/** What a later transform has declared of its types: it takes some properties only as values, not as functions. */
export interface EarlyValues {
  ofResource(type: string): readonly Properties[];
  ofEvent(hostType: string, eventType: string): readonly Properties[];
  ofGlobals(section: string): readonly Properties[];
}

/**
 * A resource in which the functions of such properties are replaced, as far as their values are known: a transform that
 * comes later in the list takes what this one made.
 */
export const withEarlyValues = (body: JsonMap, early: EarlyValues, scope: Scope): JsonMap => {
  const type = get(body, 'Type');
  if (!isString(type)) return body;
  return changed(body, 'Properties', (properties) =>
    changed(settledIn(properties, early.ofResource(type), scope), 'Events', (events) => {
      let result = events;
      for (const id of Object.keys(events)) {
        const eventType = get(events[id], 'Type');
        if (!isString(eventType)) continue;
        const declared = early.ofEvent(type, eventType);
        result = changed(result, id, (event) =>
          changed(event, 'Properties', (values) => settledIn(values, declared, scope)),
        );
      }
      return result;
    }),
  );
};

/** The same for `Globals`: what stands there is taken as if it stood in each resource. */
export const withEarlyGlobals = (globals: JsonMap, early: EarlyValues, scope: Scope): JsonMap => {
  let result = globals;
  for (const section of Object.keys(globals)) {
    result = changed(result, section, (values) => settledIn(values, early.ofGlobals(section), scope));
  }
  return result;
};

/** A map with one entry changed, where that is a map; itself where nothing changes. */
const changed = (map: JsonMap, key: string, change: (inner: JsonMap) => JsonMap): JsonMap => {
  const inner = get(map, key);
  if (!isMap(inner)) return map;
  const after = change(inner);
  if (after === inner) return map;
  const copy = shallowCopy(map);
  copy[key] = after;
  return copy;
};

const settledIn = (values: JsonMap, declared: readonly Properties[], scope: Scope): JsonMap =>
  declared.reduce((settled, properties) => settledMap(settled, declaredIn(properties), scope), values);

type Declared = Pick<Property, 'shape' | 'check' | 'early'>;

const declaredIn =
  (properties: Properties) =>
  (name: string): Declared | undefined =>
    Object.hasOwn(properties, name) ? properties[name] : undefined;

/** A map whose entries are settled by what is declared of their names. */
const settledMap = (map: JsonMap, of: (name: string) => Declared | undefined, scope: Scope): JsonMap => {
  let copy: JsonMap | undefined;
  for (const name of Object.keys(map)) {
    const declared = of(name);
    if (declared === undefined) continue;
    const after = settled(map[name]!, declared.shape, isEarly(declared), scope);
    if (after === map[name]) continue;
    copy ??= shallowCopy(map);
    if (isNoValue(after)) delete copy[name];
    else copy[name] = after;
  }
  return copy ?? map;
};

/** A value with the functions replaced that stand where the later transform takes values only. */
const settled = (value: Json, shape: Shape, early: boolean, scope: Scope): Json => {
  if (intrinsicName(value) !== undefined) return early ? known(value as JsonMap, shape, scope) : value;
  if (shape.kind === 'oneOf') {
    return shape.shapes.reduce((result, each) => settled(result, each, early, scope), value);
  }
  if (isList(value) && shape.kind === 'list') return settledList(value, shape.of, early, scope);
  if (!isMap(value)) return value;
  if (shape.kind === 'object') return settledMap(value, declaredIn(shape.properties), scope);
  if (shape.kind !== 'map') return value;
  const each: Declared = { shape: shape.of, check: 'loose', ...(holdsEarly(shape.of) && { early: true }) };
  return settledMap(value, () => each, scope);
};

const settledList = (list: Json[], of: Shape, early: boolean, scope: Scope): Json => {
  const items = list.map((item) => settled(item, of, early, scope));
  if (items.every((item, index) => item === list[index])) return list;
  const result: Json[] = stamp([], originOf(list));
  items.forEach((item, index) => {
    if (item !== list[index] && isNoValue(item)) return;
    place(result, result.length, entryOf(list, index));
    result.push(item);
  });
  return result;
};

/** What a function comes to; the branch of an `Fn::If` even where that has functions in it which stay. */
const known = (map: JsonMap, shape: Shape, scope: Scope): Json => {
  const value = evaluate(map, scope);
  if (value !== undefined) return value;
  const branch = branchOf(map, scope);
  return branch === undefined ? map : settled(branch, shape, true, scope);
};

/** Whether the later transform needs the value, or something in it. */
const isEarly = ({ check, early, shape }: Declared): boolean =>
  check === 'literal' || early === true || holdsEarly(shape);

const found = new WeakMap<Shape, boolean>();

const holdsEarly = (shape: Shape): boolean => {
  const before = found.get(shape);
  if (before !== undefined) return before;
  const holds = looksEarly(shape);
  found.set(shape, holds);
  return holds;
};

const looksEarly = (shape: Shape): boolean => {
  if (shape.kind === 'list' || shape.kind === 'map') return holdsEarly(shape.of);
  if (shape.kind === 'oneOf') return shape.shapes.some(holdsEarly);
  return shape.kind === 'object' && Object.values(shape.properties).some(isEarly);
};
