import type { ChangeFacts } from '../../model/spec.ts';
import { getIn, isList, isMap, type Json, type Step } from '../../model/tree.ts';

/** What a change of a property does to its resource. */
export type Effect = 'replaces' | 'mayReplace' | 'none';

/** What the change of a value at a path below `Properties` does; the change may be of something around what counts. */
export const effectOf = (
  path: readonly Step[],
  before: Json | undefined,
  after: Json | undefined,
  facts: ChangeFacts | undefined,
): Effect => {
  if (facts?.replaces.some((fact) => touches(fact.split('.'), path, before, after))) return 'replaces';
  return facts?.mayReplace.some((fact) => touches(fact.split('.'), path, before, after)) ? 'mayReplace' : 'none';
};

const touches = (
  fact: readonly string[],
  path: readonly Step[],
  before: Json | undefined,
  after: Json | undefined,
): boolean => {
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
