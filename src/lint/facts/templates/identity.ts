import type { TemplateView } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';

/** A text that is the same for values that mean the same thing: a resource of the template, or a name. */
export const identityOf = (value: Json | undefined, cx: TemplateView): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  const target = cx.target(value);
  if (target) return `#${target.id}`;
  return JSON.stringify(cx.resolve(value) ?? value ?? null);
};
