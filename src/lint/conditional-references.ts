import { replacedBy, shallowCopy } from '../model/origin.ts';
import { namesIn } from '../model/placeholders.ts';
import { get, isList, isString, type Json, type JsonMap, type Step } from '../model/tree.ts';
import { type Preorder, preorderOf } from './facts/templates/preorder.ts';

type Container = Json[] | JsonMap;

/**
 * An expanded template in which what stands under a condition refers to parameters again, where the transform put their
 * values in. The condition may say that a parameter has another value there: `!If [HasRole, !Ref Role, …]` never gives
 * the default `''` of `Role`, which the transform writes there all the same.
 * @param known the parameters whose values the transform knows
 */
export const withConditionalReferences = (expanded: JsonMap, known: ReadonlyMap<string, Json>): JsonMap => {
  if (get(expanded, 'Conditions') === undefined) return expanded;
  const row = preorderOf(expanded);
  const references = new Map<Json, Map<Step, JsonMap>>();
  for (let at = 1; at < row.values.length; at++) {
    const container = row.values[row.parents[at]!]!;
    const reference = replacedBy(container, row.steps[at]!);
    if (!reference || !isConditional(row, at) || !isOfParameters(reference, known)) continue;
    const own = references.get(container) ?? new Map<Step, JsonMap>();
    references.set(container, own.set(row.steps[at]!, reference));
  }
  if (references.size === 0) return expanded;
  const restored = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    const own = references.get(value);
    let copy: Container | undefined;
    for (const [step, inner] of isList(value) ? value.entries() : Object.entries(value)) {
      const after = own?.get(step) ?? restored(inner);
      if (after === inner) continue;
      copy ??= shallowCopy(value);
      (copy as JsonMap)[step] = after;
    }
    return copy ?? value;
  };
  return restored(expanded) as JsonMap;
};

/** Whether a value stands in a branch of `Fn::If`, or in a resource that is made under a condition only. */
const isConditional = ({ steps, values, parents }: Preorder, value: number): boolean => {
  for (let at = value; at > 0; at = parents[at]!) {
    if (steps[at] === 'Fn::If') return true;
    if (steps[at] === 'Properties' && get(values[parents[at]!], 'Condition') !== undefined) return true;
  }
  return false;
};

/** Whether the values that were put in for a function are all those of parameters. */
const isOfParameters = (reference: JsonMap, known: ReadonlyMap<string, Json>): boolean => {
  const sub = get(reference, 'Fn::Sub');
  const text = isList(sub) ? sub[0] : sub;
  return !isString(text) || namesIn(text).every((name) => known.has(name));
};
