import { inTable } from '../../model/in-table.ts';
import { nearest } from '../../model/nearest.ts';
import { carryEvenNull, entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { type Message, message } from '../../model/problem.ts';
import type { Declarations } from '../../model/property.ts';
import { get, isMap, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { isOpenMap, join, propertyOf } from '../language/draft.ts';
import { isSamKey } from '../language/keys.ts';
import { didYouMeanOr, GivenTwice, UnknownKey } from '../language/messages.ts';
import type { Kind, Section } from '../language/section.ts';
import { Spot } from '../language/spot.ts';
import { headingWord } from '../sections/headings.ts';
import { sectionNamed, sections } from '../sections/index.ts';
import { draftOf } from './entry.ts';
import { kindIn } from './kind.ts';
import { withLaid } from './laid.ts';
import type { Lowered } from './lowering.ts';
import { warnOfSamValue } from './sam-values.ts';

const NoDefaults = message(
  'spec-unknown-key',
  'error',
  (name: string, near: string | undefined, allowed: readonly string[]) =>
    `'defaults' has no section '${name}'.${didYouMeanOr(near, allowed)}`,
);
const DefaultsNotMap = message(
  'spec-section-not-map',
  'error',
  (name: string, found: string) => `The defaults of '${name}' must be a map of keys; found ${found}.`,
);

const KindAsDefault = message(
  'spec-invalid-value',
  'error',
  (section: string, kinds: readonly Kind[]) =>
    `'kind' has no default. Write what is for one kind under its word: '${section}: {${kinds[1]!.kind}: {…}}'.`,
);

/** A word of a heading has its defaults below the section: `{apis: {rest: …}}`. */
const noDefaults = (name: string): Message => {
  const allowed = sections.map((each) => each.name);
  const { section, kind } = headingWord(name) ?? {};
  const meant = kind === undefined ? section : `${section}: {${kind}: …}`;
  return NoDefaults(name, meant ?? nearest(name, allowed), allowed);
};

/** What all entries of a kind are given: what SAM's `Globals` take, and what is laid under each entry. */
interface KindDefaults {
  readonly kind: Kind;
  readonly global: JsonMap;
  readonly laid: JsonMap;
}

/** The defaults of a file, read. */
export class Defaults {
  readonly #byKind = new Map<Kind, KindDefaults>();
  /** Sections of `Globals` under SAM's own names. */
  readonly #own = newMap();
  readonly #root: JsonMap;

  constructor(root: JsonMap, declarations: Declarations, cx: Lowered) {
    this.#root = root;
    const section = get(root, 'defaults');
    if (section === undefined || section === null) return;
    if (!isMap(section)) {
      cx.report(DefaultsNotMap('defaults', kindOf(section)), entryOf(root, 'defaults')?.value);
      return;
    }
    for (const name of Object.keys(section)) {
      const value = section[name]!;
      const found = sectionNamed(name);
      if (isSamKey(name)) {
        warnOfSamValue(new Spot(section, name), cx);
        carryEvenNull(section, name, this.#own);
      } else if (found === undefined) {
        cx.report(noDefaults(name), entryOf(section, name)?.key);
      } else if (isMap(value)) this.#read(found, value, declarations, cx);
      else if (value !== null) cx.report(DefaultsNotMap(name, kindOf(value)), entryOf(section, name)?.value);
    }
  }

  #read(section: Section, values: JsonMap, declarations: Declarations, cx: Lowered): void {
    for (const [kind, own] of valuesByKind(section, values, this.#root, cx))
      this.#byKind.set(kind, divided(own, kind, declarations));
  }

  /** The section `Globals` of SAM; undefined where nothing goes there. */
  globals(cx: Lowered): JsonMap | undefined {
    const result = newMap();
    const at = entryOf(this.#root, 'defaults');
    for (const { kind, global } of this.#byKind.values()) {
      if (Object.keys(global).length === 0) continue;
      result[kind.globals!] = stamp(draftOf('', global, kind, cx, 'defaults').properties, originOf(global));
      place(result, kind.globals!, at);
    }
    for (const name of Object.keys(this.#own)) {
      const entry = entryOf(this.#own, name);
      if (!join(result, name, this.#own[name]!, entry)) cx.report(GivenTwice(name, name), entry?.key);
    }
    return Object.keys(result).length === 0 ? undefined : stamp(result, at?.value);
  }

  /** An entry with what is laid under it. */
  under(entry: JsonMap, kind: Kind): JsonMap {
    const laid = this.#byKind.get(kind)?.laid;
    return laid === undefined ? entry : withLaid(entry, laid, kind);
  }
}

/**
 * What a section of defaults gives each kind: under the word of a kind what is for that kind, beside it what is for every
 * kind that the file has and that knows the key.
 */
const valuesByKind = (section: Section, values: JsonMap, root: JsonMap, cx: Lowered): Map<Kind, JsonMap> => {
  const found = new Map<Kind, JsonMap>();
  const give = (kind: Kind, from: JsonMap, key: string): void => {
    const own = found.get(kind) ?? stamp(newMap(), originOf(from));
    carryEvenNull(from, key, own);
    found.set(kind, own);
  };
  const knows = (kind: Kind, key: string): boolean => isSamKey(key) || kind.table.get(key) !== undefined;
  const giveKnown = (kinds: readonly Kind[], from: JsonMap, key: string): void => {
    const knowing = kinds.filter((kind) => knows(kind, key));
    for (const kind of knowing) give(kind, from, key);
    if (knowing.length > 0) return;
    const { table, title } = kinds[0]!;
    cx.report(UnknownKey(key, title, table.nearest(key), table.names), entryOf(from, key)?.key);
  };
  const several = section.kinds.length > 1;
  const kinds = kindsIn(section, root);
  for (const key of Object.keys(values)) {
    const kind = several ? section.kinds.find((each) => each.kind === key) : undefined;
    const own = values[key]!;
    if (several && key === 'kind') cx.report(KindAsDefault(section.name, section.kinds), entryOf(values, key)?.key);
    else if (kind === undefined) giveKnown(kinds, values, key);
    else if (isMap(own)) for (const inner of Object.keys(own)) giveKnown([kind], own, inner);
    else if (own !== null)
      cx.report(DefaultsNotMap(`${section.name}.${key}`, kindOf(own)), entryOf(values, key)?.value);
  }
  return found;
};

/** The kinds of the entries that a section has; the first where it has none. */
const kindsIn = (section: Section, root: JsonMap): Kind[] => {
  const entries = get(root, section.name);
  const kinds = new Set((isMap(entries) ? Object.values(entries) : []).map((entry) => kindIn(section, entry)));
  return kinds.size === 0 ? [section.kinds[0]!] : section.kinds.filter((kind) => kinds.has(kind));
};

const divided = (values: JsonMap, kind: Kind, declarations: Declarations): KindDefaults => {
  const global = stamp(newMap(), originOf(values));
  const laid = stamp(newMap(), originOf(values));
  for (const name of Object.keys(values)) {
    const [own, value] = [kind.table.get(name)?.codec?.keys ?? [], values[name]!];
    const perEntry = own.filter(({ key, perEntry: each }) => each && isOpenMap(value) && Object.hasOwn(value, key));
    if (!isGlobal(name, kind, declarations)) carryEvenNull(values, name, laid);
    else if (perEntry.length === 0) carryEvenNull(values, name, global);
    else splitKeys(values, name, new Set(perEntry.map(({ key }) => key)), { global, laid });
  }
  return { kind, global, laid };
};

/** Divides what a key holds: some of its own keys are laid under each entry. */
const splitKeys = (
  values: JsonMap,
  name: string,
  perEntry: ReadonlySet<string>,
  { global, laid }: Pick<KindDefaults, 'global' | 'laid'>,
): void => {
  const value = values[name] as JsonMap;
  for (const [holder, isFor] of [
    [laid, (key: string) => perEntry.has(key)],
    [global, (key: string) => !perEntry.has(key)],
  ] as const) {
    const keys = Object.keys(value).filter(isFor);
    if (keys.length === 0) continue;
    const part = stamp(newMap(), originOf(value));
    for (const key of keys) carryEvenNull(value, key, part);
    holder[name] = part;
    place(holder, name, entryOf(values, name));
  }
};

/** Whether SAM's `Globals` take what a key says. */
export const isGlobal = (name: string, kind: Kind, declarations: Declarations): boolean => {
  const properties = kind.globals === undefined ? undefined : declarations.resource(kind.type);
  if (properties === undefined) return false;
  const takes = (property: string) => inTable(properties, property)?.globals === true;
  if (isSamKey(name)) return takes(name);
  const key = kind.table.get(name);
  return (
    key !== undefined &&
    key.perEntry === undefined &&
    key.to.length > 0 &&
    key.to.every((target) => !target.startsWith('@') && takes(propertyOf(target)))
  );
};
