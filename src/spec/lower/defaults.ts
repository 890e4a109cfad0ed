import { nearest } from '../../model/nearest.ts';
import { carryEvenNull, entryOf, originOf, place, shallowCopy, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import type { Declarations } from '../../model/property.ts';
import { get, isList, isMap, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { isOpenMap, join, propertyOf } from '../language/draft.ts';
import { isSamKey } from '../language/keys.ts';
import { didYouMeanOr, GivenTwice } from '../language/messages.ts';
import type { Kind, Section } from '../language/section.ts';
import { Spot } from '../language/spot.ts';
import { sectionNamed, sections } from '../sections/index.ts';
import { draftOf } from './entry.ts';
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
        const allowed = sections.map((each) => each.name);
        cx.report(NoDefaults(name, nearest(name, allowed), allowed), entryOf(section, name)?.key);
      } else if (isMap(value)) this.#read(found, value, declarations);
      else if (value !== null) cx.report(DefaultsNotMap(name, kindOf(value)), entryOf(section, name)?.value);
    }
  }

  #read({ kinds }: Section, values: JsonMap, declarations: Declarations): void {
    const byKind = kinds.length > 1 && Object.keys(values).every((key) => kinds.some((kind) => kind.kind === key));
    for (const kind of kinds) {
      const own = byKind ? get(values, kind.kind!) : kind === kinds[0] ? values : undefined;
      if (isMap(own)) this.#byKind.set(kind, divided(own, kind, declarations));
    }
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
    const ignored = get(entry, 'ignore-defaults');
    if (laid === undefined || Object.keys(laid).length === 0 || ignored === true) return entry;
    const skipped = new Set(isList(ignored) ? ignored : [ignored]);
    const result = shallowCopy(entry);
    for (const key of Object.keys(laid)) {
      if (skipped.has(key)) continue;
      if (!Object.hasOwn(entry, key)) carryEvenNull(laid, key, result);
      else if (isOpenMap(laid[key]) && isOpenMap(entry[key])) result[key] = merged(laid[key], entry[key]);
    }
    return result;
  }
}

/** Two maps laid over each other; the upper one wins. */
const merged = (below: JsonMap, above: JsonMap): JsonMap => {
  const result = shallowCopy(below);
  for (const key of Object.keys(above)) {
    const [lower, upper] = [result[key], above[key]!];
    if (isOpenMap(lower) && isOpenMap(upper)) result[key] = merged(lower, upper);
    else carryEvenNull(above, key, result);
  }
  return stamp(result, originOf(above));
};

const divided = (values: JsonMap, kind: Kind, declarations: Declarations): KindDefaults => {
  const global = stamp(newMap(), originOf(values));
  const laid = stamp(newMap(), originOf(values));
  for (const name of Object.keys(values))
    carryEvenNull(values, name, isGlobal(name, kind, declarations) ? global : laid);
  return { kind, global, laid };
};

/** Whether SAM's `Globals` take what a key says. */
export const isGlobal = (name: string, kind: Kind, declarations: Declarations): boolean => {
  const properties = kind.globals === undefined ? undefined : declarations.resource(kind.type);
  if (properties === undefined) return false;
  const takes = (property: string) => properties[property]?.globals === true;
  if (isSamKey(name)) return takes(name);
  const key = kind.table.get(name);
  return (
    key !== undefined &&
    key.perEntry === undefined &&
    key.to.length > 0 &&
    key.to.every((target) => !target.startsWith('@') && takes(propertyOf(target)))
  );
};
