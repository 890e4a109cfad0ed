import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { scalarNumber } from '../texts/scalar.ts';
import { type Choice, choicesOf } from './choices.ts';

/**
 * Every number that a property can come to, its default where it may be absent; undefined where one of them is known
 * only at deploy time. What was left out has no place.
 */
export const possibleNumbers = (
  node: ResourceNode,
  cx: RuleContext,
  name: string,
  absent: number,
): readonly Choice<number>[] | undefined => {
  const numbers: Choice<number>[] = [];
  for (const { value, at } of choicesOf(node.get(name), node.place(name))) {
    const number = value === undefined ? absent : scalarNumber(cx.resolve(value));
    if (number === undefined) return undefined;
    numbers.push({ value: number, at: value === undefined ? undefined : at });
  }
  return numbers;
};

/** The first of the smallest of some numbers. */
export const smallest = <T extends { readonly value: number }>(numbers: readonly T[]): T =>
  numbers.reduce((least, each) => (each.value < least.value ? each : least));

/** The first of the largest of some numbers. */
export const largest = <T extends { readonly value: number }>(numbers: readonly T[]): T =>
  numbers.reduce((most, each) => (each.value > most.value ? each : most));
