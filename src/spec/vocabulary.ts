import { inTable } from '../model/in-table.ts';
import { type Json, newMap } from '../model/tree.ts';
import { newDraft, put } from './language/draft.ts';
import type { Key } from './language/key.ts';
import type { Names } from './language/names.ts';
import { printYaml } from './print/yaml.ts';
import { sections } from './sections/index.ts';

export const first = <T, R>(items: readonly T[], found: (item: T) => R | undefined): R | undefined => {
  for (const item of items) {
    const result = found(item);
    if (result !== undefined) return result;
  }
  return undefined;
};

/** Where a property of SAM may stand that a finding speaks of. */
export interface Place {
  readonly keys: readonly Key[];
  /** The keys in whose values it may stand: those that the finding names, and where it begins with none, those that are given. */
  readonly inside: readonly Key[];
  /** Whether it stands there under SAM's own name. */
  hasOwn(property: string): boolean;
}

/** Sections of SAM by what they are called in the language. */
const sectionWords: Readonly<Record<string, string>> = {
  Globals: 'defaults',
  Parameters: 'parameters',
  Mappings: 'mappings',
  Conditions: 'conditions',
  Resources: 'resources',
  Outputs: 'outputs',
  Metadata: 'metadata',
};

/** The key for a property of SAM, or for a part of one (`DurableConfig.ExecutionTimeout`). */
export const wordFor = (property: string, places: readonly Place[]): string | undefined => {
  if (places.some((place) => place.hasOwn(property))) return undefined;
  return (
    first(places, ({ keys }) => keyFor(property, keys)) ??
    first(places, ({ inside }) => nestedKey(property, inside)) ??
    pathFor(property.split('.'), places) ??
    inTable(sectionWords, property)
  );
};

const pathFor = (path: readonly string[], places: readonly Place[]): string | undefined => {
  if (path.length === 1) return undefined;
  if (path[0] === 'Globals') return inGlobals(path.slice(1));
  // A path says enough to be looked for in everything that the language knows.
  const all = sections.flatMap(({ kinds }) => kinds.map(({ table }) => table));
  return first([...places, ...all], ({ keys }) => pathIn(path, keys));
};

/** The key that sets a property: alone, or as a part of what it sets. */
const keyFor = (property: string, keys: readonly Key[]): string | undefined => {
  const sets = (key: Key, fits: (target: string) => boolean): boolean =>
    key.to.some((target) => fits(target.replace(/^@/, '')));
  return (
    keys.find(({ to }) => to.length === 1 && to[0] === property) ??
    keys.find((key) => sets(key, (target) => target === property)) ??
    keys.find((key) => sets(key, (target) => target.endsWith(`.${property}`))) ??
    keys.find((key) => sets(key, (target) => target.startsWith(`${property}.`)))
  )?.key;
};

/** How deep maps of the language are looked into: `auth`, its `authorizers`, the keys of one. */
const depth = 3;

/** A key of a map that one of the keys takes: `alarms` in `rollout`. */
const nestedKey = (property: string, keys: readonly Key[], left = depth): string | undefined =>
  first(keys, ({ codec }) => {
    if (codec?.keys === undefined || left === 0) return undefined;
    return keyFor(property, codec.keys) ?? nestedKey(property, codec.keys, left - 1);
  });

/** A path through maps, in keys: `durable.timeout`, `auth.authorizers.Users`. */
const pathIn = (path: readonly string[], keys: readonly Key[]): string | undefined => {
  const whole = keyFor(path.join('.'), keys);
  const [head, ...rest] = path;
  if (whole !== undefined || rest.length === 0) return whole;
  const key = keys.find(({ to }) => to.length === 1 && to[0] === head);
  const inner = key?.codec?.keys;
  if (inner === undefined) return undefined;
  const [name, ...below] = rest;
  const end = pathIn(rest, inner) ?? namedIn(name!, below, inner);
  return end === undefined ? undefined : `${key!.key}.${end}`;
};

/** The rest of a path behind a name of the author's. */
const namedIn = (name: string, below: readonly string[], keys: readonly Key[]): string | undefined => {
  if (below.length === 0) return name;
  const end = pathIn(below, keys);
  return end === undefined ? undefined : `${name}.${end}`;
};

/** A path in `Globals`: `defaults.apis.http.domain`. */
const inGlobals = ([name, ...rest]: readonly string[]): string | undefined => {
  for (const { name: section, kinds } of sections) {
    const kind = kinds.find(({ globals }) => globals === name);
    if (kind === undefined) continue;
    const start = ['defaults', section, ...(kinds.length > 1 ? [kind.kind!] : [])].join('.');
    const end = rest.length === 0 ? undefined : pathIn(rest, kind.table.keys);
    if (rest.length === 0) return start;
    return end === undefined ? undefined : `${start}.${end}`;
  }
  return undefined;
};

/** What sets a property to a value, on one line. */
export const settingIn = (keys: readonly Key[], property: string, value: Json, names: Names): string | undefined => {
  const raised = first(keys, (key) => {
    const target = key.to.find((each) => each.replace(/^@/, '') === property || each.endsWith(`.${property}`));
    if (target === undefined) return undefined;
    const draft = newDraft('', '');
    // What stands beside the properties is set together: 'keep' is both policies.
    for (const each of target.startsWith('@') ? key.to : [target]) put(draft, each, value, undefined);
    const found = key.raise(draft, { names });
    return found && { key: key.key, value: found.value };
  });
  if (raised === undefined) {
    const inner = first(keys, ({ codec }) => codec?.keys && settingIn(codec.keys, property, value, names));
    return inner;
  }
  const map = newMap();
  map[raised.key] = raised.value;
  const lines = printYaml(map, { blockLevels: 1, layout: 'fresh' }).trimEnd().split('\n');
  return lines.length === 1 ? lines[0] : undefined;
};
