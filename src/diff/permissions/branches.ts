import type { Cause } from '../../model/origin.ts';
import { isList, type Json } from '../../model/tree.ts';
import { choiceOf } from '../meaning/policy.ts';
import { placeAt } from '../places.ts';
import { symbolic } from '../words/shown.ts';
import { outcomes, whenBoth } from './rows.ts';

/** A value that conditions may choose. */
export interface Branch {
  readonly value: Json;
  /** What decides at the deployment whether it counts; empty where it always does. */
  readonly when: string;
}

/** The values that conditions choose between, or the value itself. */
export const branchesOf = (value: Json | undefined, when = ''): Branch[] => {
  if (value === undefined) return [];
  const choice = choiceOf(value);
  if (!choice) return [{ value, when }];
  const conditions = outcomes(symbolic(choice.condition));
  return choice.branches.flatMap((branch, at) => branchesOf(branch, whenBoth(when, conditions[at]!)));
};

/** The items of a list, or the one item that stands for one. */
export const itemsOf = (value: Json | undefined): Branch[] => placedItems(value, undefined);

/** The same, each with its place. */
export const placedItems = (
  value: Json | undefined,
  around: Cause | undefined,
): (Branch & { readonly at: Cause | undefined })[] =>
  branchesOf(value).flatMap(({ value: each, when }) =>
    isList(each)
      ? each.flatMap((item, step) =>
          branchesOf(item, when).map((branch) => ({ ...branch, at: placeAt(each, step) ?? around })),
        )
      : [{ value: each, when, at: around }],
  );
