import { serverlessMacro } from '../../model/macros.ts';
import { type Cause, carryEvenNull, entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { type Finding, message } from '../../model/problem.ts';
import type { Declarations } from '../../model/property.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { isCompact } from '../compact.ts';
import { join } from '../language/draft.ts';
import { isSamKey } from '../language/keys.ts';
import { GivenTwice } from '../language/messages.ts';
import { Names } from '../language/names.ts';
import type { Kind } from '../language/section.ts';
import { Spot } from '../language/spot.ts';
import { headingIn, headingWord } from '../sections/headings.ts';
import { sectionNamed, sections } from '../sections/index.ts';
import { outputKind } from '../sections/outputs.ts';
import { parameterKind } from '../sections/parameters.ts';
import { Defaults } from './defaults.ts';
import { bodyOf, draftOf, openEntry } from './entry.ts';
import { inSections } from './headings.ts';
import { checkIds } from './ids.ts';
import { checkNamesOnce, type IncludeOptions, withIncluded } from './include.ts';
import { kindOfEntry } from './kind.ts';
import { Lowered } from './lowering.ts';
import { namesOf } from './names.ts';
import { checkReferences } from './not-here.ts';
import { keptToOthers } from './only.ts';
import { ordered } from './order.ts';
import { lowerRaw } from './raw.ts';
import { warnOfSamValue } from './sam-values.ts';
import { inStage, removedIn } from './stages.ts';
import { checkTopKeys, headers, passed, topKeys } from './top-keys.ts';

const NoSpec = message(
  'spec-version',
  'error',
  (found: string) => `'synth' is the version of the language; it must be 1. Found ${found}.`,
);
const NoVersion = message(
  'spec-version',
  'error',
  () =>
    "These are sections of a compact spec without 'synth: 1' before them. Write it at the top, or check the file that includes this one.",
);
const SectionNotMap = message(
  'spec-section-not-map',
  'error',
  (name: string, found: string) => `'${name}' must be a map of names; found ${found}.`,
);

export interface LowerOptions {
  /** The stage that was chosen; undefined for the base. */
  readonly stage?: string | undefined;
  /** SAM's properties: which of them can stand in `Globals`. */
  readonly declarations: Declarations;
  /** How included files are read; without it a file that has some is refused. */
  readonly include?: IncludeOptions | undefined;
}

/** A compact file as a SAM template. */
export interface LoweredFile {
  readonly root: JsonMap;
  /** The compact file itself, with what it includes and without headings. */
  readonly written: JsonMap;
  readonly findings: readonly Finding[];
}

/** What is said of sections of the language without the version before them; undefined for other trees. */
export const strayPart = (root: Json): Finding | undefined => {
  if (!isMap(root) || isCompact(root)) return undefined;
  const keys = Object.keys(root);
  const heads = (key: string): boolean => headingWord(headingIn(key)?.word ?? '') !== undefined;
  const isPart =
    keys.some((key) => sectionNamed(key) !== undefined || heads(key)) &&
    keys.every((key) => topKeys.includes(key) || heads(key));
  return isPart ? { ...NoVersion(), span: entryOf(root, keys[0]!)?.key } : undefined;
};

/** Lowers a compact file to SAM, tree to tree, with origins. Never throws on bad input. */
export const lower = (written: JsonMap, { stage, declarations, include }: LowerOptions): LoweredFile => {
  const findings: Finding[] = [];
  const before = new Lowered(new Names([], { open: true, stage }), findings);
  if (written['synth'] !== 1) before.report(NoSpec(describe(written['synth'])), entryOf(written, 'synth')?.value);
  const file = inSections(written, before);
  checkTopKeys(file, file, before);
  const { root: whole, folders } = withIncluded(
    file,
    include ?? { reader: undefined, mayRead: () => true, path: undefined },
    before,
  );
  const root = inStage(whole, stage, before);
  const sharing = ['parameters', ...sections.map(({ name }) => name), 'resources'];
  checkNamesOnce(root, sharing, before);
  checkIds(root, [...sharing, 'outputs'], before);
  const parameters = lowerNamed(root, 'parameters', parameterKind, before);
  const names = namesOf(root, parameters, {
    stage,
    elsewhere: keptToOthers(whole, stage),
    removed: removedIn(whole, stage),
  });
  const cx = new Lowered(names, findings, folders);
  const defaults = new Defaults(root, declarations, cx);
  for (const name of Object.keys(root)) lowerSection(name, root, defaults, cx);
  cx.contributed();
  const outputs = lowerNamed(root, 'outputs', outputKind, cx);
  const template = assemble(
    root,
    { parameters, outputs, globals: defaults.globals(cx), resources: ordered(cx.resources, root, cx) },
    cx,
  );
  checkReferences(template, cx);
  return { root: template, written: whole, findings };
};

const describe = (value: Json | undefined): string =>
  isString(value) ? `'${value}'` : typeof value === 'object' ? kindOf(value) : String(value);

/** A map of names at the top; undefined where it is absent, or after a report. */
const sectionOf = (root: JsonMap, name: string, cx: Lowered): JsonMap | undefined => {
  const section = get(root, name);
  if (isMap(section) || section === undefined) return section;
  if (section !== null) cx.report(SectionNotMap(name, kindOf(section)), entryOf(root, name)?.value);
  return undefined;
};

/** Parameters and outputs: entries that are not resources. */
const lowerNamed = (root: JsonMap, name: string, kind: Kind, cx: Lowered): JsonMap | undefined => {
  const section = sectionOf(root, name, cx);
  if (section === undefined) return undefined;
  const result = newMap();
  for (const id of Object.keys(section)) {
    if (id.startsWith('Fn::')) {
      carryEvenNull(section, id, result);
      continue;
    }
    const entry = openEntry(id, new Spot(section, id), kind, cx);
    if (entry === undefined) continue;
    result[id] = stamp(draftOf(id, entry, kind, cx).properties, new Spot(section, id).whole);
    place(result, id, entryOf(section, id));
  }
  return stamp(result, originOf(section));
};

/** The entries of a section that are resources. */
const lowerSection = (name: string, root: JsonMap, defaults: Defaults, cx: Lowered): void => {
  if (name !== 'resources' && sectionNamed(name) === undefined) return;
  const section = sectionOf(root, name, cx);
  if (section === undefined) return;
  for (const id of Object.keys(section)) {
    cx.entry = id;
    const spot = new Spot(section, id);
    const body = name === 'resources' ? lowerRaw(id, spot, cx) : lowerEntry(id, spot, name, defaults, cx);
    if (body === undefined) continue;
    cx.resources[id] = body;
    place(cx.resources, id, entryOf(section, id));
  }
  cx.entry = '';
};

const lowerEntry = (id: string, spot: Spot, section: string, defaults: Defaults, cx: Lowered): JsonMap | undefined => {
  const kind = kindOfEntry(spot, sectionNamed(section)!, cx);
  const entry = kind && openEntry(id, spot, kind, cx);
  if (!entry || !kind) return undefined;
  // Its own place among the resources comes before those that its keys add.
  cx.resources[id] = newMap();
  const whole = defaults.under(entry, kind);
  return bodyOf(draftOf(id, whole, kind, cx), entry);
};

interface Parts {
  readonly parameters: JsonMap | undefined;
  readonly outputs: JsonMap | undefined;
  readonly globals: JsonMap | undefined;
  readonly resources: JsonMap;
}

const assemble = (root: JsonMap, { parameters, outputs, globals, resources }: Parts, cx: Lowered): JsonMap => {
  const template = stamp(newMap(), originOf(root));
  const head = entryOf(root, 'synth');
  const put = (name: string, value: Json | undefined, at = head): void => {
    if (value === undefined) return;
    template[name] = value;
    place(template, name, at);
  };
  put('AWSTemplateFormatVersion', get(root, 'format-version'), entryOf(root, 'format-version'));
  // Under its own name it says what the template of SAM has: macros without the serverless one.
  if (Object.hasOwn(root, 'Transform')) carryEvenNull(root, 'Transform', template);
  else put('Transform', transforms(root), entryOf(root, 'transform') ?? head);
  const pass = (name: string, sam: string): void => {
    if (!Object.hasOwn(root, name)) return;
    if (name !== 'description') warnOfSamValue(new Spot(root, name), cx);
    put(sam, root[name], entryOf(root, name));
  };
  for (const [name, sam] of headers) pass(name, sam);
  put('Parameters', parameters, entryOf(root, 'parameters'));
  for (const [name, sam] of passed) pass(name, sam);
  put('Globals', globals, entryOf(root, 'defaults'));
  if (Object.keys(resources).length > 0) put('Resources', stamp(resources, originOf(root)));
  put('Outputs', outputs, entryOf(root, 'outputs'));
  for (const name of Object.keys(root)) {
    if (!isSamKey(name) || (name === 'Transform' && !Object.hasOwn(root, 'transform'))) continue;
    const entry = entryOf(root, name);
    if (!join(template, name, root[name]!, entry)) cx.report(GivenTwice(name, name), entry?.key);
  }
  return template;
};

/** The macros that run: the serverless one last, unless the file names it itself. */
const transforms = (root: JsonMap): Json => {
  const written = get(root, 'transform');
  if (written === undefined || written === null) return serverlessMacro;
  const list = isList(written) ? written : [written];
  if (list.some((each) => each === serverlessMacro)) return written;
  const all: Json[] = [];
  if (isList(written)) for (const at of list.keys()) carryEvenNull(written, at, all);
  else all.push(written);
  all.push(serverlessMacro);
  return stamp(all, entryOf(root, 'transform')?.value as Cause);
};
