import { languageExtensionsMacro, namesMacro } from '../../../model/macros.ts';
import { namesIn } from '../../../model/placeholders.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get, isList, isMap, isString, type Json } from '../../../model/tree.ts';
import { isLoopKey } from '../templates/function-keys.ts';
import { oncePerTemplate } from '../templates/once.ts';

/** The names that a loop gives to the parts of its items. In a list of them, functions may make names. */
export const identifiersOf = (given: Json, view: TemplateView): readonly string[] =>
  (isList(given) ? given.map((each) => view.resolve(each)) : [given]).filter(isString);

/**
 * Whether a function is a text as soon as `AWS::LanguageExtensions` has run the loops around it: `Ref` to one of their
 * identifiers, or an `Fn::Sub` that refers to nothing else.
 */
export const isTextOfLoop = (value: Json, identifiers: ReadonlySet<string>): boolean => {
  const name = get(value, 'Ref');
  if (isString(name)) return identifiers.has(name);
  const argument = get(value, 'Fn::Sub');
  const text = isList(argument) ? argument[0] : argument;
  if (!isString(text)) return false;
  const own = isList(argument) ? argument[1] : undefined;
  const names = namesIn(text);
  return names.length > 0 && names.every((each) => identifiers.has(each) && get(own, each) === undefined);
};

/** The identifiers of all loops that stay in the expanded template, for only the deployment can run them. */
export const identifiersLeft = oncePerTemplate((cx): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (value: Json): void => {
    if (isList(value)) for (const item of value) visit(item);
    if (!isMap(value)) return;
    for (const key of Object.keys(value)) {
      const inner = value[key]!;
      if (isLoopKey(key) && isList(inner)) for (const name of identifiersOf(inner[0] ?? null, cx)) found.add(name);
      visit(inner);
    }
  };
  if (namesMacro(get(cx.template, 'Transform'), languageExtensionsMacro)) visit(cx.template);
  return found;
});

/** Whether a name is an identifier of loops, an attribute of what one means, or made of one: `Topic${Name}`. */
export const isNameOfLoop = (name: string, identifiers: ReadonlySet<string>): boolean =>
  identifiers.size > 0 &&
  (identifiers.has(name.split('.', 1)[0]!) ||
    [...name.matchAll(/[$&]\{([A-Za-z0-9]+)\}/g)].some(([, each]) => identifiers.has(each!)));
