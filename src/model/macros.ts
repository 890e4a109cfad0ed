import { carry, originOf, stamp } from './origin.ts';
import { get, isList, isNothing, isString, type Json } from './tree.ts';

export const serverlessMacro = 'AWS::Serverless-2016-10-31';
export const languageExtensionsMacro = 'AWS::LanguageExtensions';
export const includeMacro = 'AWS::Include';

/** The function that runs a macro on what is around it. */
export const macroCall = 'Fn::Transform';

/** What the names of SAM's types begin with. */
export const serverlessPrefix = 'AWS::Serverless::';

/** True for the serverless macro in any version. */
export const isServerlessMacro = (name: string | undefined): boolean => name?.startsWith('AWS::Serverless-') ?? false;

/** The name of one entry of the `Transform` section: a string, or a map with `Name`. */
export const macroName = (entry: Json | undefined): string | undefined => {
  const name = isString(entry) ? entry : get(entry, 'Name');
  return isString(name) ? name : undefined;
};

/** The entries of a `Transform` section, which is one entry or a list of them. */
export const macroEntries = (section: Json | undefined): readonly Json[] => {
  if (isNothing(section)) return [];
  return isList(section) ? section : [section];
};

/** Whether a `Transform` section names a macro. */
export const namesMacro = (section: Json | undefined, name: string): boolean =>
  macroEntries(section).some((entry) => macroName(entry) === name);

/**
 * The `Transform` section without the entries that `isDone` picks; a list stays a list, and undefined is given when
 * nothing is left. Origins are kept.
 */
export const withoutMacros = (section: Json | undefined, isDone: (entry: Json) => boolean): Json | undefined => {
  if (isNothing(section)) return undefined;
  if (!isList(section)) return isDone(section) ? undefined : section;
  if (!section.some(isDone)) return section.length > 0 ? section : undefined;
  const rest: Json[] = [];
  for (let at = 0; at < section.length; at++) if (!isDone(section[at]!)) carry(section, at, rest, rest.length);
  return rest.length > 0 ? stamp(rest, originOf(section)) : undefined;
};
