import { entryOf } from '../../../model/origin.ts';
import type { Fix } from '../../../model/rule.ts';
import { get, isList, isString, type JsonMap } from '../../../model/tree.ts';
import { insertAfter, insertBefore } from './entry.ts';
import { insertItem } from './list.ts';

/** A fix that has the template processed by a macro, as the last one of those it names. */
export const addTransform = (template: JsonMap, macro: string): Fix | undefined => {
  // What the language extensions have done away with still has its place in the source.
  const at = entryOf(template, 'Transform')?.value;
  if (!at) return newSection(template, macro);
  const present = get(template, 'Transform');
  if (isList(present)) return insertItem(present, macro, 'after');
  const from = isString(present) ? present : extensions;
  return [{ kind: 'set', at, from, to: [from, macro] }];
};

const extensions = 'AWS::LanguageExtensions';

/** Behind the version of the format, where most templates have it, or at the head. */
const newSection = (template: JsonMap, macro: string): Fix | undefined =>
  insertAfter(entryOf(template, 'AWSTemplateFormatVersion'), 'Transform', macro) ??
  insertBefore(entryOf(template, Object.keys(template)[0]!), 'Transform', macro);
