import { carryEvenNull, entryOf, originOf, shallowCopy } from '../../model/origin.ts';
import { get, isMap, isString, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { copyOf, type Draft, drop, newDraft, propertyOf, type Target, valueAt } from '../language/draft.ts';
import { type Key, RaisedMap } from '../language/key.ts';
import { isSamKey } from '../language/keys.ts';
import type { Names } from '../language/names.ts';
import type { Kind } from '../language/section.ts';
import { Spot } from '../language/spot.ts';
import { resourceAttributes } from '../lower/entry.ts';
import { Lowered } from '../lower/lowering.ts';

/** A resource of a template as a draft: undefined where it has what no entry can hold. */
export const draftFrom = (id: string, body: JsonMap): Draft | undefined => {
  const properties = get(body, 'Properties');
  if (properties !== undefined && !isMap(properties)) return undefined;
  const attributes = newMap();
  for (const name of Object.keys(body)) {
    if (name === 'Type' || name === 'Properties') continue;
    if (!resourceAttributes.has(name)) return undefined;
    carryEvenNull(body, name, attributes);
  }
  const type = get(body, 'Type');
  if (!isString(type)) return undefined;
  return { id, type, properties: properties ? shallowCopy(properties) : newMap(), attributes };
};

/**
 * The compact form of a draft: what keys of the language can say exactly, and the rest under SAM's names.
 * @returns undefined where something has no form at all
 */
export const raiseDraft = (
  draft: Draft,
  kind: Kind,
  names: Names,
  keys: readonly Key[] = kind.table.keys,
): JsonMap | undefined => {
  const rest = copyOf(draft);
  const cx = { names };
  const out = new RaisedMap([...Object.keys(draft.attributes), ...Object.keys(draft.properties)]);
  for (const [name, value] of Object.entries(kind.implied)) {
    if (sameData(rest.properties[name], value)) delete rest.properties[name];
    else if (!Object.hasOwn(rest.properties, name)) return undefined;
  }
  if (kind.unfinish?.(rest, cx) === false) return undefined;
  if (keys.length > 0) raiseJoint(out, kind, rest, names);
  for (const key of keys) if (isExact(key, kind, rest, names)) out.raise(key, rest, cx);
  for (const name of Object.keys(rest.attributes))
    out.set(name, rest.attributes[name]!, name, entryOf(rest.attributes, name));
  for (const name of Object.keys(rest.properties)) {
    if (!isSamKey(name) || out.has(name) || resourceAttributes.has(name)) return undefined;
    out.set(name, rest.properties[name]!, name, entryOf(rest.properties, name));
  }
  return out.finish(originOf(draft.properties));
};

/** Moves what some keys say together. */
const raiseJoint = (out: RaisedMap, kind: Kind, draft: Draft, names: Names): void => {
  const joint = kind.joint?.(draft, { names });
  if (joint === undefined || !isSame(joint.map, kind, joint.says, draft, names)) return;
  const [first] = joint.says;
  for (const name of Object.keys(joint.map)) {
    out.set(name, joint.map[name]!, propertyOf(first!), entryOf(joint.map, name));
  }
  for (const target of joint.says) drop(draft, target);
};

/** Whether some entries come out as what they say of a draft, and as nothing else. */
const isSame = (
  map: JsonMap,
  { table, combine }: Kind,
  says: readonly Target[],
  draft: Draft,
  names: Names,
): boolean => {
  const cx = new Lowered(names, []);
  cx.entry = draft.id;
  const again = newDraft(draft.id, draft.type);
  for (const name of Object.keys(map)) table.get(name)!.lower(new Spot(map, name), again, cx);
  combine?.(again, map, cx);
  if (cx.findings.length > 0 || Object.keys(cx.resources).length > 0) return false;
  const said = says.filter((target) => valueAt(draft, target) !== undefined);
  const sayable = said.every((target) => sameData(valueAt(again, target), valueAt(draft, target)));
  return sayable && countOf(again) === new Set(said.map((target) => target.split('.')[0])).size;
};

/** Whether what a key says of a draft comes out the same when it is read. */
const isExact = (key: Key, kind: Kind, draft: Draft, names: Names): boolean => {
  const raised = key.raise(draft, { names });
  if (raised === undefined) return false;
  const map = newMap();
  map[key.key] = raised.value;
  return isSame(map, kind, raised.says, draft, names);
};

const countOf = ({ properties, attributes }: Draft): number =>
  Object.keys(properties).length + Object.keys(attributes).length;
