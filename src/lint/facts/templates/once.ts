import type { TemplateView } from '../../../model/rule.ts';

/** A fact that is found out once for each view of a template, however many rules ask. */
export const oncePerTemplate =
  <V extends TemplateView, T>(find: (view: V) => T): ((view: V) => T) =>
  (view) => {
    const { facts } = view;
    const known = facts.get(find) as T | undefined;
    if (known !== undefined || facts.has(find)) return known as T;
    const fact = find(view);
    facts.set(find, fact);
    return fact;
  };

/** The same for each thing of a template: a resource, a call, a map. */
export const oncePerThing = <K extends object, T>(
  find: (thing: K, view: TemplateView) => T,
): ((thing: K, view: TemplateView) => T) => {
  const all = oncePerTemplate(() => new Map<K, { readonly fact: T }>());
  return (thing, view) => {
    const known = all(view);
    let entry = known.get(thing);
    if (!entry) {
      entry = { fact: find(thing, view) };
      known.set(thing, entry);
    }
    return entry.fact;
  };
};
