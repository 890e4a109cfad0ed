import { ifOperands, isNoValue } from '../../../model/intrinsics.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { get, isIntrinsic, isTruthy, type Json, type Step } from '../../../model/tree.ts';

/** A property that has no effect where it stands. */
export interface NoEffect {
  /** The steps from the resource's `Properties`. */
  readonly path: readonly Step[];
  /** Why: the second half of a sentence. */
  readonly why: string;
  /** The property that it is because of. */
  readonly because?: readonly Step[];
  readonly eventId?: string;
}

/** Finds what has no effect in resources of one type; `Globals` are merged in. */
export type NoEffectFinder = (node: ResourceNode, cx: RuleContext) => Iterable<NoEffect>;

/** Whether a property is there and says something. */
export const isGiven = (node: ResourceNode, ...path: Step[]): boolean => isTruthy(node.get(...path));

/** Whether a value is something under every condition. */
export const isAlwaysGiven = (value: Json | undefined): boolean => {
  if (!isTruthy(value) || isNoValue(value)) return false;
  const operands = ifOperands(value);
  return operands === undefined ? true : isAlwaysGiven(operands[1]) && isAlwaysGiven(operands[2]);
};

/** Whether a value is known to be nothing, or something else than the given text. */
export const isCertainlyNot = (value: Json | undefined, text: string): boolean => !isIntrinsic(value) && value !== text;

/** Those of the names under a path that are given, each with the same reason. */
export function* given(
  node: ResourceNode,
  path: readonly Step[],
  names: readonly string[],
  why: string,
  because?: readonly Step[],
): Generator<NoEffect> {
  const map = node.get(...path);
  for (const name of names) {
    if (get(map, name) !== undefined) yield { path: [...path, name], why, ...(because && { because }) };
  }
}

/** `PropagateTags` where no tags are there to propagate. */
export function* withoutTags(node: ResourceNode): Generator<NoEffect> {
  if (isGiven(node, 'PropagateTags') && !isGiven(node, 'Tags')) {
    yield { path: ['PropagateTags'], why: "there are no 'Tags' to give to other resources" };
  }
}
