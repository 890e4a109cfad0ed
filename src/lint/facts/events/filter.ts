import type { Cause } from '../../../model/origin.ts';
import { isIntrinsic, isList, isMap, isNothing, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { isPlainMap } from '../templates/choices.ts';
import { keyBelow, placeBelow } from '../templates/places.ts';
import { suggestion } from '../texts/suggestion.ts';

/** One way in which an event pattern has a form that EventBridge refuses or that can match no event. */
export interface PatternFault {
  readonly kind:
    | 'empty'
    | 'scalar'
    | 'nested'
    | 'or'
    | 'filterOutside'
    | 'filterAsField'
    | 'unknownField'
    | 'unknownFilter'
    | 'manyFilters'
    | 'operand';
  readonly at: Cause | undefined;
  readonly data: Readonly<Record<string, string>>;
}

/** What a filter takes, in words, and whether a value is that; functions count as right. */
interface Operand {
  readonly expected: string;
  fits(value: Json): boolean;
}

const open = (fits: (value: Json) => boolean) => (value: Json) => isIntrinsic(value) || fits(value);
const isText = open(isString);
const isTextOrTexts = open((value) => isString(value) || (isList(value) && value.length > 0 && value.every(isText)));

/** Whether a map has one key, one of these, and what stands there fits. */
const isFilterOf = (value: Json, names: readonly string[], fits: (value: Json) => boolean): boolean => {
  if (!isMap(value)) return false;
  const [name, ...more] = Object.keys(value);
  return name !== undefined && more.length === 0 && names.includes(name) && fits(value[name]!);
};

/** All texts or all numbers. */
const isUniform = (list: readonly Json[]): boolean => {
  const known = list.filter((item) => !isIntrinsic(item));
  const isOfType = (type: string) => known.every((item) => typeof item === type);
  return list.length > 0 && (isOfType('string') || isOfType('number'));
};

const isExcluded = open(
  (value) =>
    isString(value) ||
    typeof value === 'number' ||
    (isList(value)
      ? isUniform(value)
      : isFilterOf(value, ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'], isTextOrTexts)),
);

const numericLimit = 5e9;
const isNumber = open((value) => typeof value === 'number' && Math.abs(value) <= numericLimit);

/** One comparison, or a lower and an upper bound. */
const isComparison = open((value) => {
  if (!isList(value)) return false;
  if (value.some(isIntrinsic)) return true;
  const [operator, first, upper, second, ...more] = value;
  if (!isString(operator) || !isNumber(first ?? null) || more.length > 0) return false;
  if (value.length === 2) return ['=', '<', '<=', '>', '>='].includes(operator);
  const isRange = ['>', '>='].includes(operator) && (upper === '<' || upper === '<=');
  return isRange && isNumber(second ?? null) && Number(first) < Number(second);
});

const isCidr = open((value) => isString(value) && /^[\da-fA-F.:]+\/\d{1,3}$/.test(value));

/** Asterisks stand alone, and a backslash only before an asterisk or a backslash. */
const isWildcard = open((value) => isString(value) && /^(?:\\[\\*]|\*(?!\*)|[^\\*])*$/.test(value));

const affix: Operand = {
  expected: 'a text, or {equals-ignore-case: text}',
  fits: open((value) => isString(value) || isFilterOf(value, ['equals-ignore-case'], isText)),
};

const filters: ReadonlyMap<string, Operand> = new Map([
  ['prefix', affix],
  ['suffix', affix],
  ['equals-ignore-case', { expected: 'a text', fits: isText }],
  ['wildcard', { expected: "a text with single asterisks, and backslashes only before '*' or '\\'", fits: isWildcard }],
  ['cidr', { expected: 'an IP range such as 10.0.0.0/8', fits: isCidr }],
  ['exists', { expected: 'true or false', fits: open((value) => typeof value === 'boolean') }],
  [
    'anything-but',
    {
      expected:
        'a text, a number, a list of either, or one of the filters prefix, suffix, equals-ignore-case and wildcard',
      fits: isExcluded,
    },
  ],
  [
    'numeric',
    {
      expected: "a comparison such as ['<', 10], or a range such as ['>', 0, '<=', 5], within 5,000,000,000",
      fits: isComparison,
    },
  ],
  // Known to the engine though not documented for rules.
  ['exactly', { expected: 'a text', fits: isText }],
]);

/** The names of the filters that may stand in the list of a field. */
export const filterNames: ReadonlySet<string> = new Set(filters.keys());

/** Adds what is wrong with a filter: a map with one key, its name, and what that takes. */
export const readFilter = (filter: JsonMap, at: Cause | undefined, faults: PatternFault[]): void => {
  const [name, second] = Object.keys(filter);
  if (name === undefined) {
    faults.push({ kind: 'empty', at, data: { what: 'A filter', kind: 'map' } });
    return;
  }
  const operand = filters.get(name);
  if (!operand) {
    const near = suggestion(name, filterNames);
    faults.push({ kind: 'unknownFilter', at: keyBelow(filter, at, name), data: { name, near } });
    return;
  }
  if (second !== undefined) {
    faults.push({ kind: 'manyFilters', at: keyBelow(filter, at, second), data: { name, second } });
  }
  const value = filter[name]!;
  if (isNothing(value) || operand.fits(value)) return;
  if (isMap(value) && !isPlainMap(value)) return;
  faults.push({ kind: 'operand', at: placeBelow(filter, at, name), data: { name, expected: operand.expected } });
};
