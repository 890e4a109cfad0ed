import { languageExtensionsMacro, macroCall, macroEntries, macroName } from '../model/macros.ts';
import { get, isList, isMap, type Json } from '../model/tree.ts';
import type { Change } from './index.ts';
import type { Side } from './side.ts';
import { enumerated } from './words/nouns.ts';

/** The macros of a template that only the deployment runs, as entries of its `Transform` section. */
export const pendingMacros = (transform: Json | undefined): Json[] =>
  macroEntries(transform).filter((entry) => ![undefined, languageExtensionsMacro].includes(macroName(entry)));

/** The names of the macros that run when one of the two templates is deployed. */
export const macrosOf = ({ before, after }: Pick<Change, 'before' | 'after'>): string[] =>
  [...new Set([before, after].flatMap(namesIn))].sort();

const namesIn = ({ template }: Side): string[] => {
  const names = new Set(pendingMacros(get(template, 'Transform')).map((entry) => macroName(entry)!));
  const open: Json[] = [get(template, 'Resources') ?? null];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const called = isMap(value) ? macroName(get(value, macroCall)) : undefined;
    if (called !== undefined) names.add(called);
    for (const inner of isList(value) ? value : Object.values(value)) open.push(inner);
  }
  return [...names];
};

/** What is not known because of macros, as a sentence; undefined where there are none. */
export const macroText = (change: Change): string | undefined => {
  const names = macrosOf(change).map((name) => `'${name}'`);
  if (names.length === 0) return undefined;
  return names.length === 1
    ? `The macro ${names[0]} runs at the deployment; what it changes is not known here.`
    : `The macros ${enumerated(names, names.length)} run at the deployment; what they change is not known here.`;
};
