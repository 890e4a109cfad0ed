import type { ChangeFacts, Specs } from '../../model/spec.ts';
import { get, getIn, isList, isMap, type Json } from '../../model/tree.ts';
import type { Resource, Side } from '../side.ts';
import { type Edit, type Edited, type Effect, knownEffect } from './replacement-cases.ts';

/** A resource that both templates have, and what is published of its type. */
export interface Revision extends Edited {
  readonly type: string;
  readonly facts: ChangeFacts | undefined;
}

/** A resource before and after, as its edits are judged by: each part is read when an edit asks for it. */
export const revisionOf = (
  before: Resource,
  after: Resource,
  { before: old, after: now, specs }: Comparison,
): Revision => {
  const type = after.type;
  return {
    type,
    facts: specs?.resource(type)?.change,
    get before() {
      return old.meaning.properties(before.body);
    },
    get after() {
      return now.meaning.properties(after.body);
    },
    get updatePolicy() {
      const policy = get(after.body, 'UpdatePolicy');
      return policy === undefined ? undefined : now.meaning.value(policy);
    },
  };
};

interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly specs: Specs | undefined;
}

/** What the change of a value at a path below `Properties` does; the change may be of something around what counts. */
export const effectOf = (edit: Edit, revision: Revision): Effect => {
  const known = knownEffect(revision.type, edit, revision);
  if (known !== undefined) return known;
  const isTouched = (fact: string): boolean => touches(fact.split('.'), edit);
  if (revision.facts?.replaces.some(isTouched)) return 'replaces';
  return revision.facts?.mayReplace.some(isTouched) ? 'mayReplace' : 'none';
};

const touches = (fact: readonly string[], { path, before, after }: Edit): boolean => {
  const common = Math.min(fact.length, path.length);
  for (let at = 0; at < common; at++) if (fact[at] !== '*' && fact[at] !== String(path[at])) return false;
  if (fact.length <= path.length) return true;
  const rest = fact.slice(path.length);
  return JSON.stringify(valuesAt(before, rest)) !== JSON.stringify(valuesAt(after, rest));
};

const valuesAt = (value: Json | undefined, path: readonly string[]): Json[] => {
  const [step, ...rest] = path;
  if (value === undefined) return [];
  if (step === undefined) return [value];
  if (step !== '*') return valuesAt(getIn(value, step), rest);
  const inner = isList(value) ? value : isMap(value) ? Object.values(value) : [];
  return inner.flatMap((each) => valuesAt(each, rest));
};
