import { joined, substituted } from '../../../model/placeholders.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get, isList, isMap, isString, type Json } from '../../../model/tree.ts';

/**
 * A text that is the same for values that come to the same text at deploy time: what is known only then stands in it as
 * `${Name}` or `${Name.Attribute}`, whichever function puts it together.
 */
export const symbolicText = (value: Json | undefined, cx: TemplateView, within = value): string => {
  const resolved = cx.resolve(value, within);
  if (resolved !== undefined && typeof resolved !== 'object') return String(resolved);
  const reference = get(value, 'Ref');
  if (isString(reference)) return `\${${reference}}`;
  const attribute = get(value, 'Fn::GetAtt');
  if (isString(attribute)) return `\${${attribute}}`;
  if (isList(attribute))
    return `\${${attribute.map((part) => (isString(part) ? part : symbolicText(part, cx, within))).join('.')}}`;
  const join = get(value, 'Fn::Join');
  if (isList(join) && isString(join[0]) && isList(join[1])) {
    const parts = join[1].map((part) => symbolicText(part, cx, within));
    return joined(parts, join[0], cx.budget) ?? tooLong;
  }
  const sub = get(value, 'Fn::Sub');
  const text = isList(sub) ? sub[0] : sub;
  return isString(text) ? fromSub(text, isList(sub) ? sub[1] : undefined, cx, within) : JSON.stringify(value ?? null);
};

/** Stands for a text that nothing could hold. */
const tooLong = '…';

const fromSub = (text: string, variables: Json | undefined, cx: TemplateView, within: Json | undefined): string => {
  const lookUp = (name: string): string => {
    const own = isMap(variables) ? get(variables, name) : undefined;
    return symbolicText(own ?? { Ref: name.trim() }, cx, within);
  };
  return substituted(text, lookUp, cx.budget) ?? tooLong;
};
