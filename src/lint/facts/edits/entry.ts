import type { Side } from '../../../model/change.ts';
import { type Entry, entryOf, originOf } from '../../../model/origin.ts';
import type { Fix } from '../../../model/rule.ts';
import type { Json, JsonMap } from '../../../model/tree.ts';
import { isWithin } from '../templates/places.ts';

/** A fix that adds an entry to a map in front of a written one. */
export const insertBefore = (entry: Entry | undefined, key: string, value: Json): Fix | undefined =>
  insertBeside(entry, key, value, 'before');

/** A fix that adds an entry to a map behind a written one. */
export const insertAfter = (entry: Entry | undefined, key: string, value: Json): Fix | undefined =>
  insertBeside(entry, key, value, 'after');

const insertBeside = (entry: Entry | undefined, key: string, value: Json, side: Side): Fix | undefined =>
  entry && isWritten(entry) ? [{ kind: 'add', key, value, beside: entry.key, side }] : undefined;

/** A fix that adds an entry at the head of a map, where the source shows the map's entries. */
export const insertInto = (map: JsonMap, key: string, value: Json): Fix | undefined => {
  const origin = originOf(map);
  let first: Entry | undefined;
  for (const name of Object.keys(map)) {
    const entry = entryOf(map, name);
    if (!entry || !isWithin(entry.key, origin)) continue;
    if (!first || entry.key.start < first.key.start) first = entry;
  }
  return insertBefore(first, key, value);
};

/** A fix that takes an entry out of the source. */
export const removeEntry = (entry: Entry | undefined): Fix | undefined =>
  entry && isWritten(entry) ? [{ kind: 'remove', key: entry.key }] : undefined;

/** Whether a place shows a key with its value, not something else that caused the entry. */
const isWritten = ({ key, value }: Entry): boolean => key.source === value.source && value.start > key.end;
