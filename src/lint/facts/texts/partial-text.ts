import { joined, substituted } from '../../../model/placeholders.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get, isList, isMap, isString, type Json } from '../../../model/tree.ts';

/** Stands in a text for what is known only at deploy time. */
export const gap = '\u0000';

/** A text with gaps as a message shows it. */
export const elided = (text: string): string => text.replaceAll(gap, '…');

/** What is known of a text with gaps. */
export const withoutGaps = (text: string): string => text.replaceAll(gap, '');

/** The text that a value comes to, with a `gap` for each part that is unknown; undefined where all of it is. */
export const partialText = (value: Json | undefined, cx: TemplateView, within = value): string | undefined => {
  const resolved = cx.resolve(value, within);
  if (resolved !== undefined) return typeof resolved === 'object' ? undefined : String(resolved);
  const sub = get(value, 'Fn::Sub');
  if (sub !== undefined) return fromSub(sub, cx, within);
  const join = get(value, 'Fn::Join');
  if (isList(join) && isString(join[0]) && isList(join[1])) {
    return joined(
      join[1].map((part) => partialText(part, cx, within) ?? gap),
      join[0],
      cx.budget,
    );
  }
  return undefined;
};

/** The same with `…` for each unknown part, for messages and where the text itself cannot hold one. */
export const elidedText = (value: Json | undefined, cx: TemplateView): string | undefined => {
  const text = partialText(value, cx);
  return text === undefined ? undefined : elided(text);
};

const fromSub = (sub: Json, cx: TemplateView, within: Json | undefined): string | undefined => {
  const text = isList(sub) ? sub[0] : sub;
  const variables = isList(sub) ? sub[1] : undefined;
  if (!isString(text)) return undefined;
  const lookUp = (name: string): string => {
    const own = isMap(variables) ? get(variables, name) : undefined;
    return partialText(own ?? { Ref: name }, cx, within) ?? gap;
  };
  return substituted(text, lookUp, cx.budget);
};
