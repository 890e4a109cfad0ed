import { inTable } from '../../model/in-table.ts';
import { carryEvenNull, entryOf, place, shallowCopy } from '../../model/origin.ts';
import type { Declarations } from '../../model/property.ts';
import { get, isMap, type Json, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { isOpenMap, propertyOf } from '../language/draft.ts';
import type { Kind } from '../language/section.ts';
import { hasUnseen } from '../lower/names.ts';
import { sections } from '../sections/index.ts';

const globalKinds: readonly Kind[] = sections.flatMap(({ kinds }) =>
  kinds.filter(({ globals }) => globals !== undefined),
);
const apiKinds: readonly Kind[] = sections.find(({ name }) => name === 'apis')!.kinds;

/**
 * Templates in which `Globals` say what all resources of a type have in common: none where they have nothing in common,
 * or where there are resources that the template does not show. What APIs have in common counts for those too that SAM
 * makes itself, so one of two does without them.
 */
export const gathered = (template: JsonMap, declarations: Declarations): JsonMap[] => {
  const resources = get(template, 'Resources');
  const globals = get(template, 'Globals');
  if (!isMap(resources) || hasUnseen(template) || (globals !== undefined && !isMap(globals))) return [];
  const found = globalKinds.flatMap((kind) => {
    const common = commonOf(kind, resources, get(globals, kind.globals!), declarations);
    return common === undefined ? [] : [{ kind, common }];
  });
  const others = found.filter(({ kind }) => !apiKinds.includes(kind));
  const choices = others.length === found.length ? [found] : [found, others];
  return choices.filter((each) => each.length > 0).map((each) => withGlobals(template, each));
};

interface Common {
  readonly kind: Kind;
  readonly common: JsonMap;
}

const withGlobals = (template: JsonMap, found: readonly Common[]): JsonMap => {
  const resources = template['Resources'] as JsonMap;
  const globals = get(template, 'Globals');
  const whole = shallowCopy(template);
  const left = shallowCopy(resources);
  const all = isMap(globals) ? shallowCopy(globals) : newMap();
  for (const { kind, common } of found) {
    const present = all[kind.globals!];
    const section = isMap(present) ? shallowCopy(present) : newMap();
    for (const name of Object.keys(common)) carryEvenNull(common, name, section);
    all[kind.globals!] = section;
    for (const [id, body] of bodiesOf(kind, resources)) left[id] = without(body, common);
  }
  whole['Resources'] = left;
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
    const isOpen =
      inTable(declared, name)?.globals === true && get(globals, name) === undefined && !isPerEntry(name, kind);
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
