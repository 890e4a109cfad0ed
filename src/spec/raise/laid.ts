import { carryEvenNull, shallowCopy } from '../../model/origin.ts';
import type { Declarations } from '../../model/property.ts';
import { get, isMap, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { parse } from '../../parse/index.ts';
import { Names } from '../language/names.ts';
import type { Kind } from '../language/section.ts';
import { Spot } from '../language/spot.ts';
import { isGlobal } from '../lower/defaults.ts';
import { openEntry } from '../lower/entry.ts';
import { lower } from '../lower/index.ts';
import { Lowered } from '../lower/lowering.ts';
import { sections } from '../sections/index.ts';
import { short } from './short.ts';

/** Fewer entries are easier to read with all that they say. */
const fewest = 3;

/**
 * A compact file in which `defaults` say what all entries of a section have in common, of what the language lays under
 * each entry. `gathered` does the same for what SAM's `Globals` take.
 * @returns undefined where no section has anything in common
 */
export const withLaidDefaults = (root: JsonMap, declarations: Declarations): JsonMap | undefined => {
  const present = get(root, 'defaults');
  const defaults = isMap(present) ? shallowCopy(present) : newMap();
  const result = newMap();
  for (const name of Object.keys(root)) {
    // Defaults stand before the sections that they are for.
    if (name !== 'defaults' && sections.some((section) => section.name === name)) result['defaults'] ??= defaults;
    carryEvenNull(root, name, result);
  }
  if (present !== undefined) result['defaults'] = defaults;
  let found = false;
  for (const { name, kinds } of sections) {
    const [kind] = kinds;
    const section = get(root, name);
    if (!isMap(section) || kind === undefined || kinds.length > 1) continue;
    const divided = divide(section, kind, declarations);
    if (divided === undefined) continue;
    found = true;
    const given = get(defaults, name);
    const whole = isMap(given) ? shallowCopy(given) : newMap();
    for (const key of Object.keys(divided.common)) carryEvenNull(divided.common, key, whole);
    defaults[name] = whole;
    result[name] = divided.entries;
  }
  if (!found) return undefined;
  const before = lower(root, { declarations }).root;
  return sameData(lower(result, { declarations }).root, before) ? result : undefined;
};

/** What all entries of a section say alike, and what each says beside it. */
const divide = (
  section: JsonMap,
  kind: Kind,
  declarations: Declarations,
): { readonly common: JsonMap; readonly entries: JsonMap } | undefined => {
  const cx = new Lowered(new Names([], { open: true }), []);
  const ids = Object.keys(section);
  const open = ids.map((id) => openEntry(id, new Spot(section, id), kind, cx));
  const [first, ...others] = open;
  if (ids.length < fewest || first === undefined || others.includes(undefined)) return undefined;
  const common = newMap();
  const said = phraseKeys(kind, cx);
  for (const key of Object.keys(first)) {
    if (
      !said.has(key) &&
      !isGlobal(key, kind, declarations) &&
      others.every((each) => sameData(get(each, key), first[key]))
    )
      carryEvenNull(first, key, common);
  }
  if (Object.keys(common).length === 0) return undefined;
  const entries = shallowCopy(section);
  for (const [at, id] of ids.entries()) {
    const rest = shallowCopy(open[at]!);
    for (const key of Object.keys(common)) delete rest[key];
    entries[id] = short(kind, rest);
  }
  return { common, entries };
};

/** The keys that the phrase of a kind says: an entry without one of them would lose its phrase. */
const phraseKeys = ({ phrase }: Kind, cx: Lowered): ReadonlySet<string> => {
  const found = (phrase?.examples ?? []).flatMap((example) => {
    const { root } = parse(`entry: ${example}`);
    return isMap(root) ? Object.keys(phrase!.open(new Spot(root, 'entry'), cx) ?? {}) : [];
  });
  return new Set(found);
};
