import { carryEvenNull, entryOf, originOf, place, stamp } from '../../model/origin.ts';
import type { Declarations } from '../../model/property.ts';
import { get, isMap, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import type { Names } from '../language/names.ts';
import type { Kind, Section } from '../language/section.ts';
import { Defaults, isGlobal } from '../lower/defaults.ts';
import { Lowered } from '../lower/lowering.ts';
import { sections } from '../sections/index.ts';
import { raiseDraft } from './entry.ts';

/** `Globals` as the defaults of sections; undefined where they are not a map. */
export const raiseDefaults = (template: JsonMap, names: Names, declarations: Declarations): JsonMap | undefined => {
  const globals = get(template, 'Globals');
  if (!isMap(globals)) return undefined;
  const out = stamp(newMap(), originOf(globals));
  for (const name of Object.keys(globals)) {
    const found = kindOfGlobals(name);
    const raised = found && raiseKind(globals, name, found.kind, names, declarations);
    if (raised === undefined || found === undefined) carryEvenNull(globals, name, out);
    else add(out, found.section, found.kind, raised, globals, name);
  }
  const again = new Defaults({ defaults: out }, declarations, new Lowered(names, [])).globals(new Lowered(names, []));
  return sameData(again, globals) ? out : undefined;
};

const kindOfGlobals = (name: string): { section: Section; kind: Kind } | undefined => {
  for (const section of sections) {
    const kind = section.kinds.find((each) => each.globals === name);
    if (kind) return { section, kind };
  }
  return undefined;
};

const raiseKind = (
  globals: JsonMap,
  name: string,
  kind: Kind,
  names: Names,
  declarations: Declarations,
): JsonMap | undefined => {
  const properties = globals[name]!;
  if (!isMap(properties)) return undefined;
  const keys = kind.table.keys.filter(({ key }) => isGlobal(key, kind, declarations));
  const plain: Kind = { ...kind, implied: {}, unfinish: undefined, joint: undefined };
  return raiseDraft({ id: '', type: kind.type, properties, attributes: newMap() }, plain, names, keys);
};

/** The first kind of a section needs no name there, unless another one has. */
const add = (out: JsonMap, section: Section, kind: Kind, raised: JsonMap, from: JsonMap, name: string): void => {
  const { kinds } = section;
  const entry = entryOf(from, name);
  if (kinds.length === 1) {
    out[section.name] = raised;
    place(out, section.name, entry);
    return;
  }
  const present = get(out, section.name);
  const byKind = isMap(present) ? present : newMap();
  byKind[kind.kind!] = raised;
  place(byKind, kind.kind!, entry);
  out[section.name] = stamp(byKind, originOf(from));
};
