import { get } from '../../model/tree.ts';
import { effectOf, revisionOf } from '../facts/replacing.ts';
import type { Resource } from '../side.ts';
import type { Dependence, ResourceChange } from './changes.ts';
import { oldCopyOf } from './old-copy.ts';
import { type Mention, mentionsIn } from './references.ts';
import { placeOfResource, type Sides } from './resources.ts';

/** What has another value although the template refers to it as before. */
interface Source {
  readonly id: string;
  /** The only attribute that is another; undefined where the resource itself is. */
  readonly attribute: string | undefined;
  readonly certain: boolean;
}

/** How a report calls what has another value. */
const nameOf = ({ id, attribute }: Source): string => (attribute === undefined ? id : `${id}.${attribute}`);

/**
 * Carries replacements on: what refers to a resource that is replaced gets another value, which may replace it in turn.
 * @param changes by the id after the change; gets the resources that change for no other reason
 */
export const spread = (changes: Map<string, ResourceChange>, sides: Sides): void => {
  const open = [...changes.values()].flatMap(sourcesOf);
  if (open.length === 0) return;
  const users = usersOf(sides);
  const done = new Set<string>();
  for (let source = open.pop(); source; source = open.pop()) {
    const state = `${nameOf(source)} ${source.certain}`;
    if (done.has(state)) continue;
    done.add(state);
    for (const { resource, mention } of users.get(source.id) ?? []) {
      if (resource.id === source.id) continue;
      if (source.attribute !== undefined && mention.attribute !== source.attribute) continue;
      const before = changes.get(resource.id);
      const after = depending(before, resource, mention, source, sides);
      if (after === undefined) continue;
      changes.set(resource.id, after);
      if (isNewUnderItsId(after) && (!before || !isNewUnderItsId(before) || before.certain !== after.certain)) {
        open.push(asSource(after));
      }
    }
  }
};

const asSource = ({ id, certain }: ResourceChange): Source => ({ id, attribute: undefined, certain });

const sourcesOf = (change: ResourceChange): Source[] =>
  isNewUnderItsId(change) ? [asSource(change)] : newAttributesOf(change);

/** By type: the attribute that is another one where a property changes, although the resource stays. */
const newAttributes: ReadonlyMap<string, { readonly path: string; readonly attribute: string }> = new Map(
  ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'].map((type) => [
    type,
    { path: 'StreamSpecification.StreamViewType', attribute: 'StreamArn' },
  ]),
);

const newAttributesOf = ({ id, type, differences, renamed }: ResourceChange): Source[] => {
  const known = renamed ? undefined : newAttributes.get(type);
  const change = differences.find(({ path }) => path.join('.') === known?.path);
  if (!known || change?.before === undefined || change.after === undefined) return [];
  return [{ id, attribute: known.attribute, certain: change.certain }];
};

/** Whether references to it, which stay as they are in the template, come to mean another physical resource. */
const isNewUnderItsId = ({ fate, renamed }: ResourceChange): boolean => fate === 'replaced' && !renamed;

interface User {
  readonly resource: Resource;
  readonly mention: Mention;
}

/** Who mentions each resource, in both templates: a reference that is new is a difference of its own. */
const usersOf = ({ before, after }: Sides): Map<string, User[]> => {
  const users = new Map<string, User[]>();
  for (const resource of after.resources.values()) {
    if (!before.resources.has(resource.id)) continue;
    for (const mention of mentionsIn(get(resource.body, 'Properties') ?? null, placeOfResource(resource, after))) {
      if (!after.resources.has(mention.name)) continue;
      const list = users.get(mention.name);
      if (list) list.push({ resource, mention });
      else users.set(mention.name, [{ resource, mention }]);
    }
  }
  return users;
};

/** More references of one resource to what is replaced add nothing that is not known. */
const mostReasons = 50;

const depending = (
  change: ResourceChange | undefined,
  resource: Resource,
  { path, at, conditional }: Mention,
  source: Source,
  sides: Sides,
): ResourceChange | undefined => {
  if (change && ['added', 'removed', 'refused', 'succeeded'].includes(change.fate)) return undefined;
  if (change?.because.some((each) => each.on === nameOf(source) && samePath(each.path, path)))
    return upgraded(change, source);
  if (change && change.because.length >= mostReasons) return undefined;
  const former = sides.before.resources.get(resource.id)!;
  const effect = effectOf({ path, before: 'before', after: 'after' }, revisionOf(former, resource, sides));
  const certain = source.certain && !conditional;
  const because: Dependence = { on: nameOf(source), path, at, replaces: effect !== 'none' };
  const own = change ?? unchanged(resource, at, certain);
  if (effect === 'none')
    return { ...own, because: [...own.because, because], fate: own.fate === 'attributes' ? 'changed' : own.fate };
  const replaces = effect === 'replaces' && certain;
  return {
    ...own,
    because: [...own.because, because],
    fate: 'replaced',
    certain: own.fate === 'replaced' ? own.certain || replaces : replaces,
    oldCopy: oldCopyOf(resource, 'UpdateReplacePolicy'),
  };
};

/** A dependent of a resource that was perhaps replaced, and now is for certain. */
const upgraded = (change: ResourceChange, source: Source): ResourceChange | undefined =>
  source.certain && !change.certain && change.because.some((each) => each.on === nameOf(source) && each.replaces)
    ? { ...change, certain: true }
    : undefined;

const unchanged = (resource: Resource, at: Dependence['at'], certain: boolean): ResourceChange => ({
  id: resource.id,
  formerId: undefined,
  type: resource.type,
  before: resource,
  after: resource,
  fate: 'changed',
  certain,
  renamed: false,
  differences: [],
  attributes: [],
  replacing: [],
  because: [],
  oldCopy: undefined,
  at,
});

/** Whether two paths lead to the same place. */
export const samePath = (left: readonly (string | number)[], right: readonly (string | number)[]): boolean =>
  left.length === right.length && left.every((step, at) => step === right[at]);
