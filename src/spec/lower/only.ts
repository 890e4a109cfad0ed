import { nearest } from '../../model/nearest.ts';
import { carryEvenNull, originOf, shallowCopy, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isList, isMap, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { wrong } from '../codecs/wrong.ts';
import { didYouMeanOr } from '../language/messages.ts';
import { Spot } from '../language/spot.ts';
import { sectionNamed } from '../sections/index.ts';
import type { Lowered } from './lowering.ts';

const UndeclaredStage = message(
  'spec-unknown-stage',
  'error',
  (name: string, near: string | undefined, known: readonly string[]) =>
    `There is no stage '${name}'.${didYouMeanOr(near, known)} A stage without changes is '${name}: {}' under 'stages'.`,
);
/** Everything that `only` can keep to stages: entries and events. */
export function* kept(root: JsonMap): Iterable<Json> {
  for (const [name, section] of Object.entries(root)) {
    if (sectionNamed(name) === undefined && name !== 'resources') continue;
    for (const entry of isMap(section) ? Object.values(section) : []) {
      yield entry;
      const events = get(entry, 'events');
      yield* isList(events) ? events : isMap(events) ? Object.values(events) : [];
    }
  }
}

/** Names that a stage does not have, because they are kept to others, and to which. */
export const keptToOthers = (root: JsonMap, stage: string | undefined): ReadonlyMap<string, readonly string[]> => {
  const kept = new Map<string, string[]>();
  for (const section of Object.values(root)) {
    for (const id of isMap(section) ? Object.keys(section) : []) {
      const only = onlyOf((section as JsonMap)[id]!);
      if (only.length > 0 && (stage === undefined || !only.includes(stage))) kept.set(id, only);
    }
  }
  return kept;
};

/** The stages that an entry or an event is kept to; none where it is in all of them. */
export const onlyOf = (entry: Json): string[] => {
  if (!isMap(entry) || !Object.hasOwn(entry, 'only')) return [];
  return new Spot(entry, 'only').items.flatMap(({ text }) => (text === undefined || text === '' ? [] : [text]));
};

/** Reports items of `only` that are not names of stages, or that `stages` does not have, where a file has that. */
export const checkOnly = (entry: Json, declared: readonly string[], cx: Lowered): void => {
  if (!isMap(entry) || !Object.hasOwn(entry, 'only')) return;
  for (const item of new Spot(entry, 'only').items) {
    const { text } = item;
    if (text === undefined || text === '') wrong(item, 'the name of a stage, or a list of them', cx);
    else if (!declared.includes(text)) {
      const near = nearest(text, declared) ?? declared.find((each) => text.startsWith(each));
      if (declared.length > 0) cx.report(UndeclaredStage(text, near, declared), item.at);
    }
  }
};

/** Without what is kept to other stages. */
export const withoutOthers = (root: JsonMap, stage: string | undefined): JsonMap => {
  const isHere = (entry: Json): boolean => {
    const only = onlyOf(entry);
    return only.length === 0 || (stage !== undefined && only.includes(stage));
  };
  const result = shallowCopy(root);
  for (const name of Object.keys(root)) {
    const section = root[name]!;
    if (!isMap(section) || name === 'stages' || (sectionNamed(name) === undefined && name !== 'resources')) continue;
    const kept = stamp(newMap(), originOf(section));
    for (const id of Object.keys(section)) {
      if (!isHere(section[id]!)) continue;
      carryEvenNull(section, id, kept);
      kept[id] = withoutOtherEvents(section[id]!, isHere);
    }
    result[name] = kept;
  }
  return result;
};

const withoutOtherEvents = (entry: Json, isHere: (event: Json) => boolean): Json => {
  const events = get(entry, 'events');
  if (!isMap(entry) || (!isMap(events) && !isList(events))) return entry;
  const all = isList(events) ? [...events.keys()] : Object.keys(events);
  const value = (step: string | number): Json => (events as JsonMap)[step as string]!;
  if (all.every((step) => onlyOf(value(step)).length === 0)) return entry;
  const kept: Json[] | JsonMap = isList(events) ? [] : newMap();
  for (const step of all) {
    if (!isHere(value(step))) continue;
    const at = isList(kept) ? kept.length : step;
    carryEvenNull(events, step, kept, at);
    (kept as JsonMap)[at as string] = withoutOnly(value(step));
  }
  const result = shallowCopy(entry);
  result['events'] = stamp(kept, originOf(events));
  return result;
};

const withoutOnly = (event: Json): Json => {
  if (!isMap(event) || !Object.hasOwn(event, 'only')) return event;
  const result = shallowCopy(event);
  delete result['only'];
  return result;
};
