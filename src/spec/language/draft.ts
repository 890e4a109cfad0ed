import { type Entry, place, shallowCopy, stamp } from '../../model/origin.ts';
import { get, intrinsicName, isMap, type Json, type JsonMap, newMap } from '../../model/tree.ts';

/** A resource, or a map within one, on its way from one form to the other. */
export interface Draft {
  /** The logical id of the entry that it is, or is part of. */
  readonly id: string;
  /** The type of the resource; the empty text where the kind of entry has none. */
  readonly type: string;
  readonly properties: JsonMap;
  /** `Condition`, `DependsOn`, `DeletionPolicy` and the others beside `Properties`. */
  readonly attributes: JsonMap;
}

export const newDraft = (id: string, type: string): Draft => ({ id, type, properties: newMap(), attributes: newMap() });

/** Where a key puts its value: `MemorySize`, `EphemeralStorage.Size`, `@Condition` for an attribute. */
export type Target = string;

interface Located {
  readonly root: JsonMap;
  readonly path: readonly string[];
}

const locate = ({ properties, attributes }: Draft, target: Target): Located =>
  target.startsWith('@')
    ? { root: attributes, path: target.slice(1).split('.') }
    : { root: properties, path: target.split('.') };

/** The first name of a target, as SAM knows it. */
export const propertyOf = (target: Target): string => target.replace(/^@/, '').split('.')[0]!;

/** A map that can hold further keys: not an intrinsic function. */
export const isOpenMap = (value: Json | undefined): value is JsonMap =>
  isMap(value) && intrinsicName(value) === undefined;

/**
 * Sets a value where it is not set yet; maps are joined.
 * @returns false when something else stands there already
 */
export const put = (draft: Draft, target: Target, value: Json, entry: Entry | undefined): boolean => {
  const { root, path } = locate(draft, target);
  let map = root;
  for (const step of path.slice(0, -1)) {
    const inner = get(map, step);
    if (inner === undefined) {
      map[step] = stamp(newMap(), entry?.key);
      place(map, step, entry);
    } else if (!isOpenMap(inner)) return false;
    // The author's own map may stand there.
    else map[step] = shallowCopy(inner);
    map = map[step] as JsonMap;
  }
  return join(map, path.at(-1)!, value, entry);
};

/** Puts an entry into a map; two maps become one. */
export const join = (map: JsonMap, key: string, value: Json, entry: Entry | undefined): boolean => {
  const present = get(map, key);
  if (present === undefined) {
    map[key] = value;
    place(map, key, entry);
    return true;
  }
  if (!isOpenMap(present) || !isOpenMap(value)) return false;
  const joined = shallowCopy(present);
  map[key] = joined;
  return Object.keys(value).every((inner) => join(joined, inner, value[inner]!, entry));
};

/** What stands at a target. */
export const valueAt = (draft: Draft, target: Target): Json | undefined => {
  const { root, path } = locate(draft, target);
  let value: Json | undefined = root;
  for (const step of path) {
    if (value !== root && !isOpenMap(value)) return undefined;
    value = get(value, step);
  }
  return value;
};

/** The map that holds what stands at a target, and its key there. */
export const holderOf = (draft: Draft, target: Target): { holder: JsonMap; key: string } | undefined => {
  const { root, path } = locate(draft, target);
  let holder: Json | undefined = root;
  for (const step of path.slice(0, -1)) holder = get(holder, step);
  return isMap(holder) ? { holder, key: path.at(-1)! } : undefined;
};

/** Takes away what stands at a target, and the maps around it that are empty then. Maps that are shared are copied first. */
export const drop = (draft: Draft, target: Target): void => {
  const { root, path } = locate(draft, target);
  const remove = (map: JsonMap, at: number): void => {
    const step = path[at]!;
    if (at < path.length - 1) {
      const inner = shallowCopy(map[step] as JsonMap);
      remove(inner, at + 1);
      map[step] = inner;
      if (Object.keys(inner).length > 0) return;
    }
    delete map[step];
  };
  if (valueAt(draft, target) !== undefined) remove(root, 0);
};

/** A copy that can be changed without changing the original. */
export const copyOf = (draft: Draft): Draft => ({
  ...draft,
  properties: shallowCopy(draft.properties),
  attributes: shallowCopy(draft.attributes),
});
