import { namesIn } from '../../../model/placeholders.ts';
import { get, isList, isString, type Json } from '../../../model/tree.ts';

/** The names that a loop gives to the parts of its items. */
export const identifiersOf = (given: Json): readonly string[] => (isList(given) ? given : [given]).filter(isString);

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
