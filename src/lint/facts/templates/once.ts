import type { TemplateView } from '../../../model/rule.ts';

/** How many facts there are: each has a position of its own in `facts`, which is found faster than a key. */
let count = 0;

/** Stands for a fact that is undefined, and known to be. */
const nothing = Symbol('nothing');

/** A fact that is found out once for each view of a template, however many rules ask. */
export const oncePerTemplate = <V extends TemplateView, T>(find: (view: V) => T): ((view: V) => T) => {
  const position = count++;
  return (view) => {
    const { facts } = view;
    const known = facts[position];
    if (known !== undefined) return (known === nothing ? undefined : known) as T;
    const fact = find(view);
    facts[position] = fact === undefined ? nothing : fact;
    return fact;
  };
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
