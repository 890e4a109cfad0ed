import { leastOf } from '../../../model/lists.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { isIntrinsic, isList, isMap, isNothing, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { choicesOf } from '../templates/choices.ts';
import { partialText, withoutGaps } from '../texts/partial-text.ts';

/**
 * The characters that a policy document takes at the least, white space not counted, as IAM counts them. What is known
 * only at deploy time counts nothing; of the branches of `Fn::If` the shortest counts.
 */
export const leastPolicySize = (value: Json | undefined, cx: TemplateView): number => {
  if (isString(value)) return textSize(value);
  if (isNothing(value)) return 0;
  if (isList(value)) return listSize(value, cx);
  if (!isMap(value)) return String(value).length;
  return isIntrinsic(value) ? intrinsicSize(value, cx) : mapSize(value, cx);
};

const intrinsicSize = (value: JsonMap, cx: TemplateView): number => {
  const choices = choicesOf(value, undefined);
  if (choices.length > 1) return leastOf(choices.map((choice) => leastPolicySize(choice.value, cx)));
  return choices[0]!.value === undefined ? 0 : textSize(withoutGaps(partialText(value, cx) ?? ''));
};

const listSize = (list: readonly Json[], cx: TemplateView): number => {
  let total = 2;
  let items = 0;
  for (const item of list) {
    const size = leastPolicySize(item, cx);
    if (size > 0) items++;
    total += size;
  }
  return total + Math.max(0, items - 1);
};

const mapSize = (map: JsonMap, cx: TemplateView): number => {
  const keys = Object.keys(map);
  let total = 2 + Math.max(0, keys.length - 1);
  for (const key of keys) total += textSize(key) + 1 + leastPolicySize(map[key], cx);
  return total;
};

const textSize = (text: string): number =>
  /[\s"\\]/.test(text) ? JSON.stringify(text.replace(/\s+/g, '')).length : text.length + 2;
