import type { RuleContext } from '../../model/rule.ts';
import { isIntrinsic, isList, isMap, type Json } from '../../model/tree.ts';
import { choicesOf } from './choices.ts';
import { gap, partialText } from './partial-text.ts';

/**
 * The characters that a policy document takes at the least, white space not counted, as IAM counts them. What is known
 * only at deploy time counts nothing; of the branches of `Fn::If` the shortest counts.
 */
export const leastPolicySize = (document: Json | undefined, cx: RuleContext): number =>
  Math.min(...choicesOf(document, undefined).map(({ value }) => (value === undefined ? 0 : sizeOf(value, cx))));

const sizeOf = (value: Json, cx: RuleContext): number => {
  if (isIntrinsic(value)) return textSize(partialText(value, cx)?.replaceAll(gap, '') ?? '');
  if (isList(value)) {
    const items = value.map((item) => leastPolicySize(item, cx)).filter((size) => size > 0);
    return 2 + sum(items) + Math.max(0, items.length - 1);
  }
  if (!isMap(value)) return typeof value === 'string' ? textSize(value) : String(value).length;
  const entries = Object.keys(value).map((key) => textSize(key) + 1 + leastPolicySize(value[key], cx));
  return 2 + sum(entries) + Math.max(0, entries.length - 1);
};

const textSize = (text: string): number => JSON.stringify(text.replace(/\s+/g, '')).length;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
