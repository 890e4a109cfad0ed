import { carryEvenNull, entryOf, place, shallowCopy } from '../../model/origin.ts';
import type { Declarations } from '../../model/property.ts';
import { get, isMap, type Json, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { isOpenMap, propertyOf } from '../language/draft.ts';
import type { Kind } from '../language/section.ts';
import { hasUnseen } from '../lower/names.ts';
import { sections } from '../sections/index.ts';

/** Kinds that `Globals` can speak for. SAM makes APIs of its own, which `Globals` would reach too. */
const gatheredKinds: readonly Kind[] = sections
  .filter(({ name }) => name !== 'apis')
  .flatMap(({ kinds }) => kinds.filter(({ globals }) => globals !== undefined));

/**
 * A template in which `Globals` say what all resources of a type have in common.
 * @returns undefined where they have nothing in common, or where there are resources that the template does not show
 */
export const gathered = (template: JsonMap, declarations: Declarations): JsonMap | undefined => {
  const resources = get(template, 'Resources');
  const globals = get(template, 'Globals');
  if (!isMap(resources) || hasUnseen(template) || (globals !== undefined && !isMap(globals))) return undefined;
  const result = shallowCopy(resources);
  const all = globals === undefined ? newMap() : shallowCopy(globals);
  let found = false;
  for (const kind of gatheredKinds) {
    const common = commonOf(kind, resources, get(globals, kind.globals!), declarations);
    if (common === undefined) continue;
    found = true;
    const present = get(globals, kind.globals!);
    const section = isMap(present) ? shallowCopy(present) : newMap();
    for (const name of Object.keys(common)) carryEvenNull(common, name, section);
    all[kind.globals!] = section;
    for (const [id, body] of bodiesOf(kind, resources)) result[id] = without(body, common);
  }
  if (!found) return undefined;
  const whole = shallowCopy(template);
  whole['Resources'] = result;
  whole['Globals'] = all;
  return whole;
};

const bodiesOf = ({ type }: Kind, resources: JsonMap): readonly (readonly [string, JsonMap])[] =>
  Object.entries(resources).flatMap(([id, body]) =>
    isMap(body) && body['Type'] === type ? [[id, body] as const] : [],
  );

/** What all resources of a kind say alike, of what `Globals` take and do not say yet. */
const commonOf = (
  kind: Kind,
  resources: JsonMap,
  globals: Json | undefined,
  declarations: Declarations,
): JsonMap | undefined => {
  const bodies = bodiesOf(kind, resources).map(([, body]) => body);
  const [first, ...rest] = bodies.map((body) => get(body, 'Properties'));
  const declared = declarations.resource(kind.type);
  if (bodies.length < 2 || bodies.some((body) => Object.hasOwn(body, 'IgnoreGlobals'))) return undefined;
  if (!isMap(first) || !rest.every(isMap) || declared === undefined) return undefined;
  const open = newMap();
  for (const name of Object.keys(first)) {
    const isOpen = declared[name]?.globals === true && get(globals, name) === undefined && !isPerEntry(name, kind);
    if (isOpen) carryEvenNull(first, name, open);
  }
  return inAll(open, rest as readonly JsonMap[]);
};

/** Whether the language lays the default of a property under each entry. */
const isPerEntry = (property: string, { table }: Kind): boolean => {
  const keys = table.keys.filter(({ to }) => to.length === 1 && propertyOf(to[0]!) === property);
  return keys.length > 0 && keys.every(({ perEntry }) => perEntry === true);
};

/** The entries of a map that others have alike, those of inner maps too. */
const inAll = (map: JsonMap, others: readonly JsonMap[]): JsonMap | undefined => {
  const common = newMap();
  for (const name of Object.keys(map)) {
    const value = map[name]!;
    const values = others.map((other) => get(other, name));
    if (values.every((each) => sameData(each, value))) carryEvenNull(map, name, common);
    else if (isOpenMap(value) && values.every(isOpenMap)) {
      const inner = inAll(value, values as readonly JsonMap[]);
      if (inner === undefined) continue;
      common[name] = inner;
      place(common, name, entryOf(map, name));
    }
  }
  return Object.keys(common).length === 0 ? undefined : common;
};

/** A resource without what is common. */
const without = (body: JsonMap, common: JsonMap): JsonMap => {
  const result = shallowCopy(body);
  const properties = less(body['Properties'] as JsonMap, common);
  if (properties === undefined) delete result['Properties'];
  else result['Properties'] = properties;
  return result;
};

const less = (map: JsonMap, common: JsonMap): JsonMap | undefined => {
  const result = shallowCopy(map);
  for (const name of Object.keys(common)) {
    const [value, part] = [map[name]!, common[name]!];
    const inner = sameData(value, part) ? undefined : less(value as JsonMap, part as JsonMap);
    if (inner === undefined) delete result[name];
    else result[name] = inner;
  }
  return Object.keys(result).length === 0 ? undefined : result;
};
