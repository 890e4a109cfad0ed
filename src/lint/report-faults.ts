import type { Change } from '../model/change.ts';
import type { Cause } from '../model/origin.ts';
import type { RuleReport } from '../model/rule.ts';
import { isList, isString, type Json } from '../model/tree.ts';
import { fromObject } from '../parse/object.ts';

/**
 * A report of a rule that comes from outside, read once and checked: whatever the rule hands over, nothing behind it may
 * fail.
 * @throws Error with what is wrong
 */
export const checkedReport = (at: unknown, given: unknown): RuleReport => {
  if (!isObject(given)) throw new Error('the third argument of a report must be an object');
  const { fix, ...more } = given;
  const changes = isList(fix) ? Array.from(fix, (change: unknown) => (isObject(change) ? { ...change } : change)) : fix;
  const fault = reportFault(at, more) ?? fixFault(changes);
  if (fault !== undefined) throw new Error(fault);
  return changes === undefined ? more : { ...more, fix: (changes as Change[]).map(withOwnData) };
};

const reportFault = (at: unknown, more: Given<RuleReport>): string | undefined => {
  const { data, related, level, logicalId, eventId, subject, meant } = more;
  if (at !== undefined && !isPlace(at)) return `the place of a report must be one that the template's nodes gave`;
  if (data !== undefined && !isObject(data)) return "'data' must be a map";
  if (related !== undefined && !(isList(related) && related.every((each) => each === undefined || isPlace(each))))
    return "'related' must be a list of places";
  if (level !== undefined && !['error', 'warning', 'info'].includes(level as string))
    return "'level' must be one of error, warning, info";
  const texts = Object.entries({ logicalId, eventId, subject, meant });
  const wrong = texts.find(([, value]) => value !== undefined && !isString(value));
  return wrong && `'${wrong[0]}' must be a text`;
};

/** Whether something can be put into a message. */
export const isPart = (value: unknown): value is string | number | boolean | Cause =>
  ['string', 'number', 'boolean', 'bigint'].includes(typeof value) || isPlace(value);

type Given<T> = { readonly [Key in keyof T]?: unknown };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value);

const isPlace = (value: unknown): value is Cause => {
  if (!isObject(value)) return false;
  const { source, start, end } = value;
  if (!isObject(source) || !isString(source['text'])) return false;
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= (start as number) && start! <= end!;
};

/** What each kind of change needs: places, names of keys and values, and on which side of the place it is. */
const parts: Readonly<Record<Change['kind'], Readonly<Record<string, 'place' | 'name' | 'value' | 'side'>>>> = {
  set: { at: 'place', from: 'value', to: 'value' },
  remove: { key: 'place' },
  add: { key: 'name', value: 'value', beside: 'place', side: 'side' },
  'add-item': { value: 'value', beside: 'place', side: 'side' },
};

const isA = {
  place: isPlace,
  name: isString,
  value: (value: unknown): boolean => value === null || fromObject(value).findings.length === 0,
  side: (value: unknown): boolean => value === 'before' || value === 'after',
};

const words = {
  place: 'a place in the template',
  name: 'a text',
  value: 'a value that a template can hold',
  side: "'before' or 'after'",
};

const fixFault = (fix: unknown): string | undefined => {
  if (fix === undefined) return undefined;
  if (!isList(fix)) return "'fix' must be a list of changes";
  const changes = fix as readonly unknown[];
  return changes.map(changeFault).find((fault) => fault !== undefined);
};

/** A copy of a change that shares no values with it. */
const withOwnData = (change: Change): Change => {
  if (change.kind === 'set') return { ...change, from: dataOf(change.from), to: dataOf(change.to) };
  return change.kind === 'remove' ? change : { ...change, value: dataOf(change.value) };
};

const dataOf = (value: Json): Json => (value === null ? null : fromObject(value).root);

const changeFault = (change: unknown): string | undefined => {
  if (!isObject(change)) return "'fix' must be a list of changes";
  const { kind, edit } = change;
  if (!isString(kind) || !Object.hasOwn(parts, kind))
    return `the 'kind' of a change must be one of ${Object.keys(parts).join(', ')}`;
  const wanted = parts[kind as Change['kind']];
  const wrong = Object.keys(wanted).find((name) => !isA[wanted[name]!](change[name]));
  if (wrong !== undefined) return `a change of the kind '${kind}' needs '${wrong}', ${words[wanted[wrong]!]}`;
  if (edit !== undefined && !(isObject(edit) && isPlace(edit['at']) && isString(edit['text'])))
    return "'edit' of a change must have 'at', a place in the template, and 'text'";
  return undefined;
};
