import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { eventForms } from '../events/index.ts';
import type { Codec } from '../language/codec.ts';
import { propertyOf } from '../language/draft.ts';
import type { Key } from '../language/key.ts';
import { isSamKey } from '../language/keys.ts';
import type { Kind } from '../language/section.ts';
import { kindOfType, sections } from '../sections/index.ts';
import { outputKind } from '../sections/outputs.ts';
import { parameterKind } from '../sections/parameters.ts';

/** Something that the compact form could not say in its own words. */
export interface Fallback {
  /** The entry, `Globals.Function` for what is given to all functions, or a section of SAM's. */
  readonly logicalId: string;
  /** The type of a resource, or `parameter`, `output`, `section`. */
  readonly type: string;
  /** It stands under SAM's names in its section, as a whole under `resources`, or in a section of SAM's. */
  readonly to: 'properties' | 'resources' | 'section';
  readonly reason: string;
}

/**
 * What a raised file says in SAM's words.
 * @param comesBack whether a resource comes back as the same data with the keys of the language, or under SAM's names in its section
 */
export const fallbacksOf = (template: JsonMap, root: JsonMap, comesBack: (id: string) => boolean): Fallback[] => [
  ...sectionsIn(root),
  ...namedIn(root, 'parameters', 'parameter', parameterKind),
  ...defaultsIn(root),
  ...resourcesIn(template, root, comesBack),
  ...namedIn(root, 'outputs', 'output', outputKind),
];

/** The sections that stayed as SAM has them. */
const sectionsIn = (root: JsonMap): Fallback[] =>
  ['Parameters', 'Globals', 'Resources', 'Outputs']
    .filter((name) => Object.hasOwn(root, name))
    .map((name) => ({
      logicalId: name,
      type: 'section',
      to: 'section',
      reason: 'it has parts that no compact section gives the same',
    }));

const namedIn = (root: JsonMap, section: string, type: string, kind: Kind): Fallback[] => {
  const entries = get(root, section);
  return isMap(entries) ? Object.keys(entries).flatMap((id) => entryWith(id, type, entries[id], kind)) : [];
};

const defaultsIn = (root: JsonMap): Fallback[] =>
  sections.flatMap(({ name, kinds }) =>
    kinds.flatMap((kind) => {
      const given = get(get(root, 'defaults'), name);
      const values = kinds.length === 1 ? given : get(given, kind.kind!);
      return kind.globals === undefined
        ? []
        : entryWith(`Globals.${kind.globals}`, kind.type, values, kind, whyInDefaults);
    }),
  );

const resourcesIn = (template: JsonMap, root: JsonMap, comesBack: (id: string) => boolean): Fallback[] => {
  const resources = get(template, 'Resources');
  if (!isMap(resources)) return [];
  return Object.keys(resources).flatMap((id): Fallback[] => {
    const type = get(resources[id], 'Type');
    const found = isString(type) ? kindOfType(type) : undefined;
    if (found === undefined || !isString(type)) return [];
    if (get(get(root, 'resources'), id) === undefined)
      return entryWith(id, type, get(get(root, found.section.name), id), found.kind);
    const reason = comesBack(id) ? 'it has parts that no entry can hold' : 'no compact form gives the same data';
    return [{ logicalId: id, type, to: 'resources', reason }];
  });
};

/** An entry with what it says in SAM's words, and why; nothing where it is compact. */
const entryWith = (
  logicalId: string,
  type: string,
  entry: Json | undefined,
  { table }: Kind,
  why: Why = whyOf,
): Fallback[] => {
  const found = isMap(entry) ? samIn(entry, table.keys, (key) => table.get(key)?.codec, why) : [];
  if (found.length === 0) return [];
  const reason = `no compact form for ${found.map(({ path, why }) => `${path} (${why})`).join(', ')}`;
  return [{ logicalId, type, to: 'properties', reason }];
};

/** Why a property stayed in SAM's words, where these keys could have stood. */
type Why = (property: string, keys: readonly Key[]) => string;

/** A part of an entry in SAM's words. */
interface Sam {
  readonly path: string;
  readonly why: string;
}

/** What of a map is in SAM's words, in the maps of its keys too: `rollout.Alarms`. */
const samIn = (
  map: JsonMap,
  keys: readonly Key[],
  codecOf: (key: string) => Codec | undefined,
  why: Why = whyOf,
): Sam[] =>
  Object.keys(map).flatMap((name) => {
    const codec = codecOf(name);
    // A name that has a codec is the author's, whatever it begins with.
    if (codec === undefined && isSamKey(name)) return [{ path: name, why: why(name, keys) }];
    const inner = name === 'events' ? eventsIn(map[name]!) : samBelow(map[name]!, codec);
    return inner.map((each) => ({ ...each, path: `${name}.${each.path}` }));
  });

const samBelow = (value: Json, codec: Codec | undefined): Sam[] => {
  if (isList(value)) return value.flatMap((item) => samBelow(item, codec));
  if (codec?.keys === undefined || !isMap(value) || intrinsicName(value) !== undefined) return [];
  return samIn(value, codec.keys, (key) => codec.inner?.(key));
};

const keyFor = (property: string, keys: readonly Key[]): Key | undefined =>
  keys.find(({ to }) => to.some((target) => propertyOf(target) === property));

/** No key sets it, or the one that does takes other values. */
const whyOf: Why = (property, keys) => {
  const key = keyFor(property, keys);
  if (key === undefined) return 'no key sets it';
  return `'${key.key}' cannot say this value${key.codec === undefined ? '' : `; it takes ${key.codec.says}`}`;
};

/** Keys that `defaults` lays under each entry do not stand for `Globals`. */
const whyInDefaults: Why = (property, keys) => {
  const key = keyFor(property, keys);
  return key?.perEntry ? `'${key.key}' of 'defaults' does not become Globals` : whyOf(property, keys);
};

/** What of events is in SAM's words: a list, or a map from their ids. */
const eventsIn = (events: Json): Sam[] => {
  if (!isMap(events) && !isList(events)) return [];
  return Object.entries(events).flatMap(([id, event]): Sam[] => {
    if (!isMap(event)) return [];
    if (Object.hasOwn(event, 'Type')) return [{ path: id, why: 'no form of an event says all that it holds' }];
    const keys = eventForms.find(({ key }) => Object.hasOwn(event, key))?.keys ?? [];
    const inner = samIn(event, keys, (name) => keys.find(({ key }) => key === name)?.codec);
    return inner.map((each) => ({ ...each, path: `${id}.${each.path}` }));
  });
};
