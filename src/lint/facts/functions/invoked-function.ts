import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isList, isString, type Json } from '../../../model/tree.ts';
import { functionBehind } from './links.ts';

/** The function of the template that an ARN or a reference to it, to an alias or to a version means. */
export const invokedFunction = (value: Json | undefined, cx: TemplateView): ResourceNode | undefined =>
  functionBehind(cx, cx.target(value) ?? cx.target(withoutQualifier(value)));

/** The function in `${Fn.Arn}:live` and in the same text put together by `Fn::Join`. */
const withoutQualifier = (value: Json | undefined): Json | undefined => {
  const text = get(value, 'Fn::Sub');
  const reference = isString(text) ? /^(\$\{[A-Za-z0-9]+(?:\.Arn)?\}):[^:]*$/.exec(text)?.[1] : undefined;
  if (reference !== undefined) return { 'Fn::Sub': reference };
  const join = get(value, 'Fn::Join');
  return isList(join) && join[0] === ':' && isList(join[1]) && join[1].length === 2 ? join[1][0] : undefined;
};
