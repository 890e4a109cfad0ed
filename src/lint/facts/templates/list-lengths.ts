import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode } from '../../../model/rule.ts';
import { isList, type Step } from '../../../model/tree.ts';
import { choicesOf } from './choices.ts';

/** How long a list will be, as far as that can be told: `Fn::If` and `AWS::NoValue` may leave items out. */
export interface ListLength {
  readonly least: number;
  readonly most: number;
  readonly at: Cause | undefined;
}

/** The length of each list that a path may lead to. */
export const listLengths = (node: ResourceNode, ...path: Step[]): ListLength[] =>
  node.all(...path).flatMap(({ value, at }) => {
    if (!isList(value)) return [];
    const items = value.map((item) => choicesOf(item, at));
    const least = items.filter((choices) => choices.every((choice) => choice.value !== undefined)).length;
    const most = items.filter((choices) => choices.some((choice) => choice.value !== undefined)).length;
    return [{ least, most, at }];
  });
