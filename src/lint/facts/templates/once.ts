import type { TemplateView } from '../../../model/rule.ts';
import type { JsonMap } from '../../../model/tree.ts';

/** A fact that is found out once for each template, however many rules ask. */
export const oncePerTemplate = <C extends TemplateView, T>(find: (cx: C) => T): ((cx: C) => T) => {
  const known = new WeakMap<JsonMap, { readonly fact: T }>();
  return (cx) => {
    let entry = known.get(cx.template);
    if (!entry) {
      entry = { fact: find(cx) };
      known.set(cx.template, entry);
    }
    return entry.fact;
  };
};
