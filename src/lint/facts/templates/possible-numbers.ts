import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
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
    const resolved = value === undefined ? absent : cx.resolve(value);
    const number = typeof resolved === 'string' && resolved.trim() !== '' ? Number(resolved) : resolved;
    if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
    numbers.push({ value: number, at: value === undefined ? undefined : at });
  }
  return numbers;
};
