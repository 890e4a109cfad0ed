import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { choicesOf } from '../templates/choices.ts';
import { symbolicText } from '../texts/symbolic-text.ts';

const prefix = '/aws/lambda/';

/** The names that the log group of a function may be declared by, as symbolic texts: that with its reference first. */
export const logGroupNames = (fn: ResourceNode, view: TemplateView): string[] => {
  const name = fn.get('FunctionName');
  const given = [name, ...choicesOf(name, undefined).map(({ value }) => value)];
  const names = given.flatMap((value) => (value === undefined ? [] : [`${prefix}${symbolicText(value, view)}`]));
  return [...new Set([`${prefix}\${${fn.id}}`, ...names])];
};
