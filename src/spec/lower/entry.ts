import { carryEvenNull, type Entry, entryOf, originOf, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { intrinsicName, isMap, type Json, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { type Draft, join, newDraft } from '../language/draft.ts';
import { lowerKeys, setBy } from '../language/keys.ts';
import { GivenTwice } from '../language/messages.ts';
import type { Kind } from '../language/section.ts';
import { Spot } from '../language/spot.ts';
import type { Lowered } from './lowering.ts';
import { warnOfSamValue } from './sam-values.ts';

export const EntryNotMap = message(
  'spec-entry-not-map',
  'error',
  (id: string, title: string, found: string, phrase: string | undefined) =>
    `'${id}' must be a map with the keys of ${title}${phrase ? `, or ${phrase}` : ''}; found ${found}.`,
);

/** What stands beside `Properties` in a resource. */
export const resourceAttributes: ReadonlySet<string> = new Set([
  'Condition',
  'CreationPolicy',
  'DeletionPolicy',
  'DependsOn',
  'Metadata',
  'UpdatePolicy',
  'UpdateReplacePolicy',
  'IgnoreGlobals',
  'Connectors',
]);

/** The long form of an entry: an empty one is an empty map, a phrase is opened. Undefined after a report. */
export const openEntry = (id: string, spot: Spot, { title, phrase }: Kind, cx: Lowered): JsonMap | undefined => {
  const { value } = spot;
  if (phrase?.functions && intrinsicName(value) !== undefined) return phrase.open(spot, cx);
  if (isMap(value)) return value;
  if (value === null) return stamp(newMap(), spot.keyAt);
  if (phrase !== undefined && (spot.text !== undefined || Array.isArray(value))) return phrase.open(spot, cx);
  cx.report(EntryNotMap(id, title, kindOf(value), phrase?.says), spot.at);
  return undefined;
};

/** Lowers the keys of an entry into a draft. */
export const draftOf = (
  id: string,
  entry: JsonMap,
  kind: Kind,
  cx: Lowered,
  /** The defaults of a kind are not entry: nothing is implied in them. */
  part: 'entry' | 'defaults' = 'entry',
): Draft => {
  const draft = newDraft(id, kind.type);
  const add = (map: JsonMap, name: string, value: Json, at: Entry | undefined): void => {
    if (!join(map, name, value, at)) cx.report(GivenTwice(setBy(entry, kind.table, name), name), at?.key);
  };
  lowerKeys(entry, kind.table, draft, kind.title, cx, (name, value) => {
    warnOfSamValue(new Spot(entry, name), cx);
    if (name === 'Properties' && isMap(value)) {
      for (const each of Object.keys(value)) add(draft.properties, each, value[each]!, entryOf(value, each));
    } else add(resourceAttributes.has(name) ? draft.attributes : draft.properties, name, value, entryOf(entry, name));
  });
  kind.combine?.(draft, entry, cx);
  if (part === 'defaults') return draft;
  const at = originOf(entry);
  for (const [name, value] of Object.entries(kind.implied)) {
    if (!Object.hasOwn(draft.properties, name)) draft.properties[name] = value;
  }
  kind.finish?.(draft, entry, cx, at);
  return draft;
};

/** The resource of a draft. */
export const bodyOf = ({ type, attributes, properties }: Draft, entry: JsonMap): JsonMap => {
  const body = stamp(newMap(), originOf(entry));
  body['Type'] = type;
  for (const name of Object.keys(attributes)) carryEvenNull(attributes, name, body);
  if (Object.keys(properties).length > 0) body['Properties'] = stamp(properties, originOf(entry));
  return body;
};
