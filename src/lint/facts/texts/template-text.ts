import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get, isList, isString, type Json } from '../../../model/tree.ts';
import { joinedText, type WrittenText, writtenScalar } from './written-text.ts';

/** What stands for a part that is known only at deploy time. */
const unknown = '${}';

/**
 * The text that a literal, an `Fn::Sub` or an `Fn::Join` makes. What is known only at deploy time stands as `${…}` in
 * it. Undefined where nothing of the text is known.
 */
export const templateText = (value: Json, at: Cause | undefined, cx: TemplateView): WrittenText | undefined => {
  if (value === null || typeof value !== 'object') return writtenScalar(String(value), at);
  const sub = get(value, 'Fn::Sub');
  const text = isList(sub) ? sub[0] : sub;
  if (isString(text)) {
    const place = entryOf(value, 'Fn::Sub')?.value ?? at;
    return writtenScalar(text, isList(sub) ? (entryOf(sub, 0)?.value ?? place) : place);
  }
  const join = get(value, 'Fn::Join');
  if (isList(join) && isString(join[0]) && isList(join[1])) {
    return joined(join[0], join[1], entryOf(join, 1)?.value ?? at, cx);
  }
  const resolved = cx.resolve(value);
  return isString(resolved) ? writtenScalar(resolved, at) : undefined;
};

const joined = (delimiter: string, items: Json[], around: Cause | undefined, cx: TemplateView): WrittenText => {
  const parts: WrittenText[] = [];
  items.forEach((item, index) => {
    const at = entryOf(items, index)?.value ?? originOf(item) ?? around;
    if (index > 0 && delimiter !== '') parts.push(writtenScalar(delimiter, undefined));
    parts.push(templateText(item, at, cx) ?? placed(unknown, at));
  });
  return joinedText(parts);
};

const placed = (text: string, at: Cause | undefined): WrittenText => ({ text, span: () => at });
