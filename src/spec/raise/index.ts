import { isLogicalId } from '../../model/logical-id.ts';
import { isServerlessMacro, macroEntries, macroName, serverlessMacro } from '../../model/macros.ts';
import { carryEvenNull, entryOf, originOf, place, stamp } from '../../model/origin.ts';
import type { Declarations } from '../../model/property.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import type { Names } from '../language/names.ts';
import type { Kind } from '../language/section.ts';
import { lower } from '../lower/index.ts';
import { kindOfType, sections } from '../sections/index.ts';
import { outputKind } from '../sections/outputs.ts';
import { parameterKind } from '../sections/parameters.ts';
import { raiseDefaults } from './defaults.ts';
import { draftFrom, raiseDraft } from './entry.ts';
import { type Fallback, fallbacksOf } from './fallbacks.ts';
import { namesOfTemplate } from './names.ts';
import { raiseRaw } from './raw.ts';
import { short } from './short.ts';

export interface RaisedFile {
  readonly root: JsonMap;
  readonly fallbacks: readonly Fallback[];
}

/** How far an entry is raised: with the keys of the language, under SAM's names in its section, as it is in `resources`. */
type Height = 'keys' | 'properties' | 'resources';
const lowerHeight: Readonly<Record<Height, Height>> = {
  keys: 'properties',
  properties: 'resources',
  resources: 'resources',
};

/** Turns a SAM template into a compact file that lowers to the same data, tree to tree, with origins. */
export const raise = (template: JsonMap, declarations: Declarations): RaisedFile => {
  const names = namesOfTemplate(template);
  const heights = new Map<string, Height>();
  for (;;) {
    const root = raiseAt(template, names, heights, declarations);
    const again = lower(root, { declarations }).root;
    const different = [...differences(template, again)].filter((id) => heights.get(id) !== 'resources');
    if (different.length === 0) {
      const comesBack = (id: string): boolean => heights.get(entryIn('Resources', id)) !== 'resources';
      return { root, fallbacks: fallbacksOf(template, root, comesBack) };
    }
    for (const id of different) heights.set(id, lowerHeight[heights.get(id) ?? 'keys']);
  }
};

/** What a height is kept for: an entry of a section of SAM's. */
const entryIn = (section: string, id: string): string => `${section} ${id}`;

/** The entries that came back as other data. */
function* differences(template: JsonMap, again: JsonMap): Iterable<string> {
  for (const section of ['Resources', 'Parameters', 'Outputs']) {
    const before = get(template, section);
    const after = get(again, section);
    for (const id of Object.keys(isMap(before) ? before : {})) {
      if (!sameData((before as JsonMap)[id], get(after, id))) yield entryIn(section, id);
    }
  }
}

const raiseAt = (
  template: JsonMap,
  names: Names,
  heights: ReadonlyMap<string, Height>,
  declarations: Declarations,
): JsonMap => {
  const out = stamp(newMap(), originOf(template));
  out['synth'] = 1;
  const put = (name: string, value: Json | undefined, from: string): void => {
    if (value === undefined) return;
    out[name] = value;
    place(out, name, entryOf(template, from));
  };
  const done = new Set(['Transform', 'Resources']);
  const pass = (name: string, sam: string): void => {
    const value = get(template, sam);
    if (value === undefined || (sam === 'Description' && !isString(value))) return;
    put(name, value, sam);
    done.add(sam);
  };
  const named = (name: string, sam: string, kind: Kind): void => {
    const section = get(template, sam);
    const raised = isMap(section)
      ? raiseNamed(section, kind, names, (id) => heights.get(entryIn(sam, id)) ?? 'keys')
      : undefined;
    if (raised === undefined) return;
    put(name, raised, sam);
    done.add(sam);
  };
  pass('format-version', 'AWSTemplateFormatVersion');
  pass('description', 'Description');
  const macros = macroEntries(get(template, 'Transform')).map(macroName);
  // The compact form runs the serverless macro, unless it says which others run alone.
  if (macros.length > 0 && !macros.some(isServerlessMacro)) carryEvenNull(template, 'Transform', out);
  else put('transform', otherTransforms(template), 'Transform');
  pass('metadata', 'Metadata');
  // A name that a resource has too can only stand under SAM's own section.
  if (!sharesNames(get(template, 'Parameters'), get(template, 'Resources')))
    named('parameters', 'Parameters', parameterKind);
  for (const [name, sam] of [
    ['mappings', 'Mappings'],
    ['conditions', 'Conditions'],
    ['rules', 'Rules'],
  ] as const)
    pass(name, sam);
  const defaults = raiseDefaults(template, names, declarations);
  if (defaults !== undefined) {
    put('defaults', defaults, 'Globals');
    done.add('Globals');
  }
  raiseResources(template, out, names, heights);
  named('outputs', 'Outputs', outputKind);
  for (const name of Object.keys(template)) if (!done.has(name)) carryEvenNull(template, name, out);
  return out;
};

const sharesNames = (left: Json | undefined, right: Json | undefined): boolean =>
  isMap(left) && Object.keys(left).some((id) => get(right, id) !== undefined);

/** What `transform` has to say: macros beside the serverless one. */
const otherTransforms = (template: JsonMap): Json | undefined => {
  const written = get(template, 'Transform');
  if (written === undefined || written === serverlessMacro) return undefined;
  if (!isList(written)) return written;
  const rest = written.filter((each) => each !== serverlessMacro);
  const last = written.at(-1) === serverlessMacro && written.length === rest.length + 1;
  if (!last || rest.length === 0) return written;
  return rest;
};

/** Whether a section of the language can have it: a name, or a loop. */
const isSectionKey = (id: string): boolean => isLogicalId(id) || id.startsWith('Fn::');

/** Parameters or outputs; undefined where one of them has no compact form. */
const raiseNamed = (
  section: JsonMap,
  kind: Kind,
  names: Names,
  heightOf: (id: string) => Height,
): JsonMap | undefined => {
  const out = stamp(newMap(), originOf(section));
  for (const id of Object.keys(section)) {
    const properties = section[id]!;
    if (!isMap(properties) || !isSectionKey(id)) return undefined;
    const height = heightOf(id);
    const draft = { id, type: '', properties, attributes: newMap() };
    const raised =
      height === 'resources' ? undefined : raiseDraft(draft, kind, names, height === 'keys' ? undefined : []);
    if (raised === undefined) return undefined;
    out[id] = short(kind, raised);
    place(out, id, entryOf(section, id));
  }
  return out;
};

const raiseResources = (template: JsonMap, out: JsonMap, names: Names, heights: ReadonlyMap<string, Height>): void => {
  const resources = get(template, 'Resources');
  if (!isMap(resources)) return;
  const bySection = new Map<string, JsonMap>();
  const put = (section: string, id: string, value: Json): void => {
    if (!bySection.has(section)) bySection.set(section, newMap());
    const map = bySection.get(section)!;
    map[id] = value;
    place(map, id, entryOf(resources, id));
  };
  for (const id of Object.keys(resources)) {
    const body = resources[id]!;
    const type = get(body, 'Type');
    const height = heights.get(entryIn('Resources', id)) ?? 'keys';
    const found = isString(type) && height !== 'resources' ? kindOfType(type) : undefined;
    const entry = found && isMap(body) ? raiseEntry(id, body, found.kind, names, height) : undefined;
    if (!isSectionKey(id) || (!isString(type) && isLogicalId(id))) put('Resources', id, body);
    else if (found === undefined || entry === undefined)
      put('resources', id, raiseRaw(body, height === 'resources', names));
    else put(found.section.name, id, entry);
  }
  for (const name of [...sections.map((section) => section.name), 'resources', 'Resources']) {
    const section = bySection.get(name);
    if (section) out[name] = stamp(section, originOf(resources));
  }
};

const raiseEntry = (id: string, body: JsonMap, kind: Kind, names: Names, height: Height): Json | undefined => {
  const draft = draftFrom(id, body);
  const raised = draft && raiseDraft(draft, kind, names, height === 'keys' ? undefined : []);
  if (raised === undefined) return undefined;
  const isDefault = kind.kind === undefined || kindIsFirst(kind);
  const entry = isDefault ? raised : withKind(raised, kind.kind!);
  return short(kind, entry);
};

const kindIsFirst = (kind: Kind): boolean => sections.some(({ kinds }) => kinds[0] === kind);

const withKind = (entry: JsonMap, kind: string): JsonMap => {
  const out = stamp(newMap(), originOf(entry));
  out['kind'] = kind;
  for (const name of Object.keys(entry)) carryEvenNull(entry, name, out);
  return out;
};
