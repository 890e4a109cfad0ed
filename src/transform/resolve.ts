import type { Budget } from '../model/budget.ts';
import { inGroups } from '../model/counted.ts';
import { languageExtensionsMacro, namesMacro } from '../model/macros.ts';
import { rewrite, shallowCopy } from '../model/origin.ts';
import { maximumText } from '../model/placeholders.ts';
import { type Message, message } from '../model/problem.ts';
import { get, getIn, isList, isMap, isString, type Json, type JsonMap, kindOf } from '../model/tree.ts';

const BadFindInMap = message(
  'invalid-find-in-map',
  'error',
  (found: string) =>
    `'Fn::FindInMap' takes a list of three values: map name, top-level key, second-level key; found ${found}.`,
);
const NotTwoLevels = message(
  'invalid-mapping',
  'error',
  (name: string) => `The mapping '${name}' is not a map of maps, so 'Fn::FindInMap' cannot look into it.`,
);
const SubValue = message(
  'invalid-sub-value',
  'error',
  (name: string, found: string) =>
    `'Fn::Sub' inserts '${name}' into a string, but its value is ${found}; it must be a string.`,
);

const TextTooLong = message(
  'text-too-long',
  'error',
  () =>
    `With the values of its parameters this text has more than ${inGroups(maximumText)} characters, or all such texts together far more.`,
);

/** `${Name}`, `${Id.Attribute}` and `${AWS::Name}` inside an `Fn::Sub` text. */
const reference = /\$\{([A-Za-z0-9.]+|AWS::[A-Z][A-Za-z]*)\}/g;

/** Replaces each `${…}` of an `Fn::Sub` value, text or list; the value itself when nothing was replaced. */
export const mapSub = (value: Json, replace: (whole: string, name: string) => string): Json => {
  const text = isList(value) ? value[0] : value;
  if (!isString(text) || !text.includes('${')) return value;
  const replaced = text.replace(reference, replace);
  if (replaced === text) return value;
  if (!isList(value)) return replaced;
  const copy = shallowCopy(value);
  copy[0] = replaced;
  return copy;
};

const isSingle = (map: JsonMap, key: string): boolean => Object.hasOwn(map, key) && Object.keys(map).length === 1;

/** Called with what is wrong and the map it is wrong in. */
type Report = (message: Message, around: JsonMap) => void;

/**
 * Replaces references to values that are known: `Ref`, and `${…}` in `Fn::Sub`. Everything else stays as it is.
 * @param budget how many characters texts may still be given
 */
export const resolveReferences = (
  value: Json,
  known: ReadonlyMap<string, Json>,
  budget: Budget,
  report: Report,
): Json =>
  rewrite(value, (map) => {
    if (isSingle(map, 'Ref')) {
      const name = map['Ref'];
      return isString(name) && known.has(name) ? known.get(name)! : map;
    }
    if (!isSingle(map, 'Fn::Sub')) return map;
    const before = map['Fn::Sub']!;
    let grown = 0;
    const after = mapSub(before, (whole, name) => {
      if (!known.has(name)) return whole;
      const found = known.get(name)!;
      if (typeof found === 'object' && found !== null) {
        report(SubValue(name, kindOf(found)), map);
        return whole;
      }
      const text = textOf(found);
      grown += text.length;
      return grown > Math.min(maximumText, budget.left) ? whole : text;
    });
    if (after === before) return map;
    if (grown > maximumText || !budget.spend(grown)) {
      report(TextTooLong(), map);
      return map;
    }
    const copy = shallowCopy(map);
    copy['Fn::Sub'] = after;
    return copy;
  });

/** A scalar as Python's `str` gives it. */
const textOf = (value: Json): string => {
  if (value === true) return 'True';
  if (value === false) return 'False';
  return value === null ? 'None' : String(value);
};

/** Replaces each `Fn::FindInMap` over literal keys by what the template's mappings hold there. */
export const resolveMappings = (value: Json, template: JsonMap, report: Report): Json => {
  const mappings = get(template, 'Mappings');
  const extended = namesMacro(get(template, 'Transform'), languageExtensionsMacro);
  return rewrite(value, (map) => {
    if (!isSingle(map, 'Fn::FindInMap')) return map;
    const path = map['Fn::FindInMap']!;
    if (extended && isList(path) && path.length === 4) return map;
    if (!isList(path) || path.length !== 3) {
      report(BadFindInMap(isList(path) ? `a list of ${path.length}` : kindOf(path)), map);
      return map;
    }
    if (!path.every(isString)) return map;
    const [name, top, second] = path as [string, string, string];
    const mapping = get(mappings, name);
    if (mapping === undefined) return map;
    const level = get(mapping, top);
    if (!isMap(mapping) || (level !== undefined && !isMap(level))) {
      report(NotTwoLevels(name), map);
      return map;
    }
    return getIn(level, second) ?? map;
  });
};
