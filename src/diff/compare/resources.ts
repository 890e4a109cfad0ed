import { macroCall } from '../../model/macros.ts';
import { type Cause, entryOf, originOf, place } from '../../model/origin.ts';
import type { Specs } from '../../model/spec.ts';
import { get, isMap, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { effectOf, revisionOf } from '../facts/replacing.ts';
import { asList, sortedSet } from '../meaning/listed.ts';
import type { Resource, Side } from '../side.ts';
import type { Fate, ResourceChange } from './changes.ts';
import { type Difference, Differences } from './differences.ts';
import { isSuccession, type Pair } from './match.ts';
import { oldCopyOf } from './old-copy.ts';
import type { IsResource } from './possible.ts';

/** Both templates, and what is known of types and actions. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
  readonly specs: Specs | undefined;
  /** Whether the sections that give names their meaning (conditions, mappings, parameters) are the same in both. */
  readonly sameNames: boolean;
}

/** What becomes of a resource; undefined where nothing does. */
export const changeOf = (pair: Pair, sides: Sides): ResourceChange | undefined => {
  const { before, after, by } = pair;
  if (before && after) return by === 'id' ? ofSameId(before, after, sides) : ofOtherId(before, after, by, sides);
  return before ? removed(before, sides) : added(after!, sides);
};

const removed = (before: Resource, { before: side }: Sides): ResourceChange => ({
  ...nothing,
  ...identity(before, undefined),
  fate: 'removed',
  certain: side.meaning.condition(before.body) === undefined,
  oldCopy: oldCopyOf(before, 'DeletionPolicy'),
  at: placeOfResource(before, side),
});

const added = (after: Resource, { after: side }: Sides): ResourceChange => ({
  ...nothing,
  ...identity(undefined, after),
  fate: 'added',
  certain: side.meaning.condition(after.body) === undefined,
  at: placeOfResource(after, side),
});

const ofOtherId = (before: Resource, after: Resource, by: Pair['by'], sides: Sides): ResourceChange => {
  const { differences, attributes } = compared(before, after, sides);
  const succeeds = by === 'successor' && isSuccession(after.type);
  return {
    ...nothing,
    ...identity(before, after),
    fate: succeeds ? 'succeeded' : 'replaced',
    renamed: !succeeds,
    differences,
    attributes,
    oldCopy: oldCopyOf(before, 'DeletionPolicy'),
    at: placeOfResource(after, sides.after),
  };
};

const ofSameId = (before: Resource, after: Resource, sides: Sides): ResourceChange | undefined => {
  if (sides.sameNames && sameData(before.body, after.body)) return undefined;
  const { differences, attributes } = compared(before, after, sides);
  const refused = before.type !== after.type;
  if (!refused && differences.length === 0 && attributes.length === 0) return undefined;
  const revision = revisionOf(before, after, sides);
  const effects = differences.map((each) => effectOf(each, revision));
  const replacing = differences.filter((_, at) => effects[at] !== 'none');
  const certain = differences.some((each, at) => effects[at] === 'replaces' && each.certain);
  const presence = presenceOf(before, after, sides);
  const fate: Fate = refused
    ? 'refused'
    : replacing.length > 0
      ? 'replaced'
      : presence !== undefined
        ? presence
        : differences.length > 0
          ? 'changed'
          : 'attributes';
  return {
    ...nothing,
    ...identity(before, after),
    fate,
    certain:
      fate === 'replaced'
        ? certain
        : presence === undefined && (fate !== 'changed' || differences.some((each) => each.certain)),
    differences,
    attributes,
    replacing,
    oldCopy:
      fate === 'replaced'
        ? oldCopyOf(after, 'UpdateReplacePolicy')
        : fate === 'removed'
          ? oldCopyOf(before, 'DeletionPolicy')
          : undefined,
    at:
      firstPlace(fate === 'replaced' ? replacing : [...differences, ...attributes]) ??
      placeOfResource(after, sides.after),
  };
};

/** What another condition perhaps makes of a resource that both templates have. */
const presenceOf = (before: Resource, after: Resource, { before: old, after: now }: Sides): Fate | undefined => {
  const [former, holds] = [old.meaning.condition(before.body), now.meaning.condition(after.body)];
  if (typeof holds === 'object') return typeof former === 'object' && former.key === holds.key ? undefined : 'removed';
  return typeof former === 'object' ? 'added' : undefined;
};

const nothing = {
  certain: true,
  renamed: false,
  differences: [],
  attributes: [],
  replacing: [],
  because: [],
  oldCopy: undefined,
} as const;

const identity = (before: Resource | undefined, after: Resource | undefined) => ({
  id: (after ?? before)!.id,
  formerId: before && after && before.id !== after.id ? before.id : undefined,
  type: (after ?? before)!.type,
  before,
  after,
});

/** What differs between two resources: in their properties, and beside them. */
const compared = (before: Resource, after: Resource, { before: old, after: now, specs }: Sides) => {
  const isResource: IsResource = (id) => old.resources.has(id) || now.resources.has(id);
  const actions = (service: string) => specs?.actions(service)?.values();
  const places = { wasAt: placeOfResource(before, old), at: placeOfResource(after, now) };
  const properties = new Differences(isResource, actions);
  properties.maps(old.meaning.properties(before.body), now.meaning.properties(after.body), [], places);
  const others = new Differences(isResource, actions);
  others.maps(attributesOf(before, old), attributesOf(after, now), [], places);
  // A macro beside the properties may change them.
  const isMacro = ({ path }: Difference): boolean => path[0] === macroCall;
  return {
    differences: [...properties.found, ...others.found.filter(isMacro)],
    attributes: others.found.filter((each) => !isMacro(each)),
  };
};

/** What a template says about a resource beside its type and properties, in the plainest form. */
const attributesOf = ({ body }: Resource, { meaning }: Side): JsonMap => {
  const attributes = newMap();
  for (const key of Object.keys(body).sort()) {
    if (key === 'Type' || key === 'Properties' || key === 'Condition') continue;
    const value = meaning.value(body[key]!);
    if (value === undefined) continue;
    attributes[key] = key === 'DependsOn' ? sortedSet(asList(body, key, value)) : value;
  }
  const holds = meaning.condition(body);
  if (typeof holds === 'object') {
    attributes['Condition'] = holds.key;
    place(attributes, 'Condition', entryOf(body, 'Condition'));
  }
  return attributes;
};

const firstPlace = (differences: readonly Difference[]): Cause | undefined =>
  differences.map(({ at }) => at).find((at) => at !== undefined);

/** Where a resource is written, or what made it. */
export const placeOfResource = ({ id, body }: Resource, { template }: Side): Cause | undefined => {
  const resources = get(template, 'Resources');
  return (isMap(resources) ? entryOf(resources, id)?.key : undefined) ?? originOf(body);
};
