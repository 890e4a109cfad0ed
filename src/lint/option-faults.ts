import { didYouMean, nearest } from '../model/nearest.ts';
import type { Rule } from '../model/rule.ts';
import { isList, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';

/** What is wrong with an option that is set for a rule: which one, and why, as the end of a sentence. */
export interface OptionFault {
  readonly name: string;
  readonly fault: string;
  /** Whether it is the name that is wrong, not the value. */
  readonly unknown: boolean;
}

/** Checks the options that are set for a rule against those it declares: names, and types by those of the defaults. */
export const optionFaults = (options: JsonMap, rule: Pick<Rule, 'id' | 'options'>): OptionFault[] => {
  const declared = rule.options ?? {};
  return Object.keys(options).flatMap((name): OptionFault[] => {
    if (!Object.hasOwn(declared, name)) {
      const names = Object.keys(declared);
      const known =
        names.length === 0
          ? 'The rule has no options.'
          : didYouMean(nearest(name, names)).trim() || `It has ${names.join(', ')}.`;
      return [{ name, fault: `is not an option of '${rule.id}'. ${known}`, unknown: true }];
    }
    const wanted = typeNeeded(options[name]!, declared[name]!.default);
    return wanted === undefined ? [] : [{ name, fault: `must be ${wanted}.`, unknown: false }];
  });
};

/** The type that a value should have and has not, by that of the default. */
const typeNeeded = (value: Json, like: Json): string | undefined => {
  if (isList(like)) {
    const [item] = like;
    if (!isList(value)) return `a list${item === undefined ? '' : ` of ${plural(item)}`}`;
    return item !== undefined && value.some((each) => typeOf(each) !== typeOf(item))
      ? `a list of ${plural(item)}`
      : undefined;
  }
  return like === null || typeOf(value) === typeOf(like) ? undefined : typeOf(like);
};

const typeOf = (value: Json): string => {
  if (value === null) return 'null';
  if (isString(value)) return 'a text';
  if (isList(value)) return 'a list';
  if (isMap(value)) return 'a map';
  return typeof value === 'number' ? 'a number' : 'true or false';
};

const plural = (value: Json): string =>
  ({ 'a text': 'texts', 'a number': 'numbers', 'a map': 'maps', 'a list': 'lists' })[typeOf(value)] ??
  'values true or false';
