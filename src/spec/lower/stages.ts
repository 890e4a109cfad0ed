import { nearest } from '../../model/nearest.ts';
import { type Cause, carryEvenNull, entryOf, originOf, place, shallowCopy, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, getIn, isList, isMap, isString, type Json, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import type { Codec, Reading } from '../language/codec.ts';
import { isOpenMap } from '../language/draft.ts';
import { didYouMeanOr } from '../language/messages.ts';
import type { Kind } from '../language/section.ts';
import { Spot } from '../language/spot.ts';
import { sectionNamed } from '../sections/index.ts';
import { outputKind } from '../sections/outputs.ts';
import { parameterKind } from '../sections/parameters.ts';
import { kindIn } from './kind.ts';
import type { Lowered } from './lowering.ts';
import { checkOnly, kept, onlyOf, withoutOthers } from './only.ts';
import { topKeys, unknownTopKey } from './top-keys.ts';

const UnknownStage = message(
  'spec-unknown-stage',
  'error',
  (name: string, near: string | undefined, known: readonly string[]) =>
    known.length === 0
      ? `This file has no stages, so there is no stage '${name}'.`
      : `There is no stage '${name}'.${didYouMeanOr(near, known)}`,
);
const StagesNotMap = message(
  'spec-section-not-map',
  'error',
  (what: string, found: string) => `${what} must be a map with sections of the file; found ${found}.`,
);
const NotInBase = message(
  'spec-stage-only-name',
  'error',
  (id: string, section: string, near: string | undefined) =>
    `'${id}' is not in '${section}' of the file itself, and the stage does not describe it as a whole.${
      near === undefined ? ' Give it there, or all of it here.' : ` Did you mean '${near}'?`
    }`,
);

const NotInStage = message(
  'spec-unknown-key',
  'error',
  (key: string) => `'${key}' is said once for the whole file; a stage cannot change it.`,
);

const WithoutValue = message(
  'spec-stage-no-value',
  'warning',
  (name: string, stage: string, keeps: string) =>
    `'${name}' has no value here, so the stage '${stage}' removes it. Write 'null' to say so, or ${keeps} to leave it as it is.`,
);
const OtherType = message(
  'spec-wrong-kind',
  'error',
  (id: string, before: string, stage: string, type: string) =>
    `'${id}' is ${before} in the file itself, but the stage '${stage}' makes it ${type}. Keep the kind, or take another name in the stage.`,
);

/** What a stage cannot lay over the file. */
const wholeFile: ReadonlySet<string> = new Set(['synth', 'stages', 'include', 'order']);
const inStages = topKeys.filter((name) => !wholeFile.has(name));

/** The stages of a file, by name: those of `stages`, and those that `only` names. */
export const stageNames = (root: JsonMap): string[] => [
  ...new Set([...declaredIn(root), ...[...kept(root)].flatMap(onlyOf)]),
];

const declaredIn = (root: JsonMap): string[] => {
  const stages = get(root, 'stages');
  return isMap(stages) ? Object.keys(stages) : [];
};

/** Names that a stage takes away, and where. */
export const removedIn = (root: JsonMap, stage: string | undefined): ReadonlyMap<string, Cause | undefined> => {
  const over = stage === undefined ? undefined : getIn(root, 'stages', stage);
  const sectionsOver = isMap(over) ? Object.values(over).filter(isMap) : [];
  return new Map(
    sectionsOver.flatMap((section) =>
      Object.keys(section)
        .filter((id) => section[id] === null)
        .map((id) => [id, entryOf(section, id)?.key]),
    ),
  );
};

/** The file as it is in a stage, or its base: what the stage says is laid over it, and what is not in it is left out. */
export const inStage = (root: JsonMap, stage: string | undefined, cx: Lowered): JsonMap => {
  const known = stageNames(root);
  const stages = get(root, 'stages');
  if (stages !== undefined && stages !== null && !isMap(stages)) {
    cx.report(StagesNotMap("'stages'", kindOf(stages)), entryOf(root, 'stages')?.value);
  }
  if (stage !== undefined && !known.includes(stage)) {
    cx.report(UnknownStage(stage, nearest(stage, known), known), entryOf(root, 'stages')?.key ?? originOf(root));
  }
  const declared = declaredIn(root);
  for (const each of kept(root)) checkOnly(each, declared, cx);
  const over = stage === undefined || !isMap(stages) ? undefined : get(stages, stage);
  if (over !== undefined && over !== null && !isMap(over)) {
    cx.report(StagesNotMap(`The stage '${stage}'`, kindOf(over)), entryOf(stages, stage!)?.value);
  }
  const merged = isMap(over) ? overRoot(root, over, cx) : root;
  return known.length === 0 ? merged : withoutOthers(merged, stage);
};

const overRoot = (root: JsonMap, over: JsonMap, cx: Lowered): JsonMap => {
  const result = shallowCopy(root);
  for (const name of Object.keys(over)) {
    const value = over[name]!;
    if (wholeFile.has(name)) {
      cx.report(NotInStage(name), entryOf(over, name)?.key);
      continue;
    }
    const base = get(root, name);
    if (base === undefined && !topKeys.includes(name) && !name.startsWith('x-')) {
      cx.report(unknownTopKey(name, 'a stage', inStages), entryOf(over, name)?.key);
      continue;
    }
    if (isMap(base) && lacksValue(over, name))
      cx.report(WithoutValue(name, cx.names.stage!, "'{}'"), entryOf(over, name)?.key);
    if (!isMap(base) || !isMap(value)) {
      if (value === null) delete result[name];
      else carryEvenNull(over, name, result);
    } else {
      result[name] = overSection(name, base, value, cx);
      if (base === undefined) place(result, name, entryOf(over, name));
    }
  }
  return result;
};

const overSection = (name: string, base: JsonMap, over: JsonMap, cx: Lowered): JsonMap => {
  const result = shallowCopy(base);
  for (const id of Object.keys(over)) {
    const spot = new Spot(over, id);
    const kind = kindFor(name, base, over, id);
    if (Object.hasOwn(base, id) && lacksValue(over, id)) {
      const keeps = kind === undefined && name !== 'resources' ? 'take it out' : "'{}'";
      cx.report(WithoutValue(id, cx.names.stage!, keeps), spot.keyAt);
    }
    if (spot.value === null) {
      if (!Object.hasOwn(base, id)) cx.report(NotInBase(id, name, nearest(id, Object.keys(base))), spot.keyAt);
      delete result[id];
      continue;
    }
    if (!Object.hasOwn(base, id)) {
      const near = nearest(id, Object.keys(base));
      if (kind !== undefined && !isWhole(spot.value, kind, near)) cx.report(NotInBase(id, name, near), spot.keyAt);
      carryEvenNull(over, id, result);
      continue;
    }
    checkSameType(name, id, new Spot(base, id), spot, cx);
    const merged = laidOver(
      spreadOut(new Spot(base, id), kind, cx),
      spreadOut(spot, kind, cx),
      kind && entryCodec(kind),
      cx,
    );
    if (merged.value === undefined) delete result[id];
    else result[id] = merged.value;
    if (merged.from === 'above') place(result, id, entryOf(over, id));
  }
  return result;
};

/** Whether nothing is written behind a key, not even `null`. */
const lacksValue = (map: JsonMap, key: string): boolean => {
  const { key: written, value } = entryOf(map, key) ?? {};
  return map[key] === null && written !== undefined && value?.start === written.start;
};

/** Reports an entry that is of another type in the stage. */
const checkSameType = (section: string, id: string, below: Spot, above: Spot, cx: Lowered): void => {
  const says = section === 'resources' ? 'type' : 'kind';
  if (!isMap(above.value) || !Object.hasOwn(above.value, says)) return;
  const [before, after] = [below, above].map(({ value }) => typeIn(section, value));
  if (before?.type === after?.type || before === undefined || after === undefined) return;
  const at = entryOf(above.value, says)?.key ?? above.keyAt;
  cx.report(OtherType(id, before.title, cx.names.stage!, after.title), at);
};

/** The type of an entry, and how it is called. */
const typeIn = (section: string, entry: Json): Pick<Kind, 'type' | 'title'> | undefined => {
  const found = sectionNamed(section);
  if (found !== undefined) return kindIn(found, entry);
  const type = get(entry, 'type') ?? get(entry, 'Type');
  return isString(type) ? { type, title: `of the type ${type}` } : undefined;
};

/** Whether an entry that the base lacks can stand alone. */
const isWhole = (value: Json, { required, phrase }: Kind, near: string | undefined): boolean => {
  if (!isMap(value)) return phrase !== undefined;
  return required.length === 0 ? near === undefined : required.some((key) => Object.hasOwn(value, key));
};

const kindFor = (section: string, base: JsonMap, over: JsonMap, id: string): Kind | undefined => {
  if (section === 'parameters') return parameterKind;
  if (section === 'outputs') return outputKind;
  const found = sectionNamed(section);
  return found && kindIn(found, get(base, id) ?? get(over, id));
};

/** An entry as a codec: how its phrase opens, and the codecs of its keys. */
const entryCodec = (kind: Kind): Pick<Codec, 'open' | 'inner'> => ({
  open: kind.phrase && ((spot, cx) => kind.phrase!.open(spot, cx)),
  inner: (key) => kind.table.get(key)?.codec,
});

/** An entry in which a key that is short for several others is those. */
const spreadOut = (spot: Spot, kind: Kind | undefined, cx: Reading): Spot => {
  const { value } = spot;
  if (!isMap(value) || kind === undefined) return spot;
  const holder = newMap();
  carryEvenNull(spot.holder, spot.step, holder, 'entry');
  const result = shallowCopy(value);
  for (const { key, shortFor } of kind.table.keys) {
    if (shortFor === undefined || !Object.hasOwn(value, key)) continue;
    const long = value[key] === null ? newMap() : shortFor.open(new Spot(value, key), { ...cx, report: () => {} });
    if (long === undefined || shortFor.keys.some((each) => Object.hasOwn(value, each))) continue;
    delete result[key];
    if (value[key] === null) for (const each of shortFor.keys) long[each] = null;
    for (const each of Object.keys(long)) carryEvenNull(long, each, result);
  }
  holder['entry'] = result;
  return new Spot(holder, 'entry');
};

interface Laid {
  /** Undefined where it is taken away. */
  readonly value: Json | undefined;
  readonly from: 'below' | 'above';
}

/** A value with another one laid over it, as a JSON merge patch does; phrases are opened first. */
const laidOver = (below: Spot, above: Spot, codec: Pick<Codec, 'open' | 'inner'> | undefined, cx: Reading): Laid => {
  if (above.value === null) return { value: undefined, from: 'above' };
  const lower = isOpenMap(below.value) ? below.value : opened(below, codec, cx);
  const upper = isOpenMap(above.value) ? above.value : lower && opened(above, codec, cx);
  if (lower === undefined || upper === undefined) return { value: above.value, from: 'above' };
  const result = shallowCopy(lower);
  for (const key of Object.keys(upper)) {
    if (upper[key] === null) {
      delete result[key];
      continue;
    }
    if (!Object.hasOwn(lower, key)) carryEvenNull(upper, key, result);
    else {
      const laid = laidOver(new Spot(lower, key), new Spot(upper, key), codec?.inner?.(key), cx);
      if (laid.value === undefined) delete result[key];
      else result[key] = laid.value;
      if (laid.from === 'above') place(result, key, entryOf(upper, key));
    }
  }
  return { value: stamp(result, originOf(lower) ?? below.at), from: 'below' };
};

/** The long form of a phrase; undefined for any other value. Faults are reported when the result is lowered. */
const opened = (spot: Spot, codec: Pick<Codec, 'open'> | undefined, cx: Reading): JsonMap | undefined => {
  if (codec?.open === undefined || (spot.text === undefined && !isList(spot.value))) return undefined;
  return codec.open(spot, { ...cx, report: () => {} });
};
