// Everything known of the values of a property, from all sources, and how it refines the property's type.
import { readFileSync } from 'node:fs';
import { constraintsOf } from './constraints.mjs';
import { ownFacts } from './own-facts.mjs';
import { isUsable } from './patterns.mjs';
import { listsOf } from './schemas.mjs';

const enums = JSON.parse(readFileSync(new URL('./enums.json', import.meta.url), 'utf8'));

/**
 * The facts of a type, by definition and property. Patterns are collected in a list and stand in the facts as their index.
 *
 * @returns definition → property → facts
 */
export const factsOf = (type, patterns) => {
  const constraints = constraintsOf(type);
  const lists = listsOf(type);
  const indexOf = (pattern) => {
    if (pattern === undefined || !isUsable(pattern)) return undefined;
    const known = patterns.indexOf(pattern);
    return known >= 0 ? known : patterns.push(pattern) - 1;
  };
  return (definition) => (property) => {
    const name = definition === '' ? property : `${definition}.${property}`;
    const added = ownFacts[type]?.[name];
    if (added) unused.delete(`${type} ${name}`);
    const own = { ...constraints.get(definition)?.get(property), ...added };
    const { unique, isSet, items = {} } = lists.get(definition)?.get(property) ?? {};
    const values = own.values ?? enums[type]?.[definition]?.[property];
    return {
      ...own,
      pattern: indexOf(own.pattern),
      values,
      unique,
      isSet,
      items: {
        ...items,
        ...own.items,
        pattern: indexOf(own.items?.pattern ?? items.pattern),
        values: values ?? items.values,
      },
    };
  };
};

/** The facts of own-facts.mjs that no property was asked for: their names are wrong. */
export const unused = new Set(
  Object.entries(ownFacts).flatMap(([type, facts]) => Object.keys(facts).map((name) => `${type} ${name}`)),
);

/** A short type with what the facts add: values, a pattern, a length or range, the size of a list. */
export const refined = (type, facts = {}) => {
  const { pattern, values, minLength, maxLength, min, max, unique, isSet, items, isMapOfTexts } = facts;
  // As text it may be JSON, which CloudFormation takes for any map that it does not know more of.
  if (type === 'j' && isMapOfTexts) return { u: [{ m: 's' }, 's'] };
  if (type === 's') {
    if (values) return { e: values };
    const bounds = range(minLength || undefined, maxLength);
    return pattern === undefined && !bounds ? type : clean({ t: 's', p: pattern, n: bounds });
  }
  if ((type === 'n' || type === 'i') && values) return { e: values };
  if (type === 'n' || type === 'i') return range(min, max) ? { t: type, n: range(min, max) } : type;
  if (type.l)
    return clean({
      l: refined(type.l, items),
      n: range(minLength || undefined, maxLength),
      q: unique ? 1 : undefined,
      s: isSet ? 1 : undefined,
    });
  if (type.m) return clean({ ...type, n: range(minLength || undefined, maxLength) });
  return type;
};

/** `[min, max]`, null for no bound; undefined where neither says anything. */
const range = (min, max) => (min === undefined && max === undefined ? undefined : [min ?? null, max ?? null]);

const clean = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
