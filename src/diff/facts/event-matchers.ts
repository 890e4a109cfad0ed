import { type Answer, anyOf } from '../../lint/facts/access/answer.ts';
import { overlap } from '../../lint/facts/access/glob.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type Scalar, sameData } from '../../model/tree.ts';
import { type IsResource, mayBeSame } from '../compare/possible.ts';
import { matchesPattern } from '../permissions/pattern.ts';
import { type Network, networkOf, takesInNetwork } from './networks.ts';

/** Numbers, from one to another; a bound that does not count is left out. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly withLow: boolean;
  readonly withHigh: boolean;
}

/**
 * What an event pattern or filter policy asks of the value of one field.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
type Matcher =
  | { readonly kind: 'literal'; readonly value: Scalar }
  | { readonly kind: 'text'; readonly glob: string; readonly anyCase: boolean }
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'except'; readonly of: readonly Matcher[] }
  | { readonly kind: 'exists' }
  | { readonly kind: 'absent' }
  /** A value that only the deployment knows. */
  | { readonly kind: 'open'; readonly value: Json }
  /** A form that is not known here. */
  | { readonly kind: 'unknown'; readonly value: Json };

const matcherOf = (value: Json): Matcher => {
  if (!isMap(value)) return isList(value) ? { kind: 'unknown', value } : { kind: 'literal', value };
  if (intrinsicName(value) !== undefined) return { kind: 'open', value };
  const [name, ...more] = Object.keys(value);
  const found = name === undefined || more.length > 0 ? undefined : byOperator(name, value[name]!);
  return found ?? { kind: 'unknown', value };
};

const byOperator = (name: string, operand: Json): Matcher | undefined => {
  switch (name) {
    case 'exists':
      return operand === true ? { kind: 'exists' } : operand === false ? { kind: 'absent' } : undefined;
    case 'prefix':
      return textOf(operand, (text) => `${text}*`);
    case 'suffix':
      return textOf(operand, (text) => `*${text}`);
    case 'equals-ignore-case':
      return isPlain(operand) ? { kind: 'text', glob: operand, anyCase: true } : undefined;
    case 'wildcard':
      return isString(operand) && !/[?\\]/.test(operand) ? { kind: 'text', glob: operand, anyCase: false } : undefined;
    case 'numeric':
      return rangeOf(operand);
    case 'cidr': {
      const network = isString(operand) ? networkOf(operand) : undefined;
      return network && { kind: 'network', network };
    }
    case 'anything-but':
      return { kind: 'except', of: excluded(operand) };
    default:
      return undefined;
  }
};

/** What `anything-but` leaves out: values, or one form of texts, of which there may be several. */
const excluded = (operand: Json): Matcher[] => {
  if (isList(operand)) return operand.map(matcherOf);
  const [name, ...more] = isMap(operand) ? Object.keys(operand) : [];
  const texts = name === undefined ? undefined : get(operand, name);
  if (more.length > 0 || !isList(texts)) return [matcherOf(operand)];
  return texts.map((text): Matcher => byOperator(name!, text) ?? { kind: 'unknown', value: operand });
};

const isPlain = (value: Json | undefined): value is string => isString(value) && !/[*?]/.test(value);

const textOf = (operand: Json, glob: (text: string) => string): Matcher | undefined => {
  const text = get(operand, 'equals-ignore-case') ?? operand;
  return isPlain(text) ? { kind: 'text', glob: glob(text), anyCase: text !== operand } : undefined;
};

const rangeOf = (operand: Json): Matcher | undefined => {
  if (!isList(operand) || operand.length % 2 !== 0) return undefined;
  let range: Range = { low: -Infinity, high: Infinity, withLow: true, withHigh: true };
  for (let at = 0; at < operand.length; at += 2) {
    const [operator, number] = [operand[at], operand[at + 1]];
    if (typeof number !== 'number') return undefined;
    if (operator === '=') range = { low: number, high: number, withLow: true, withHigh: true };
    else if (operator === '>' || operator === '>=') range = { ...range, low: number, withLow: operator === '>=' };
    else if (operator === '<' || operator === '<=') range = { ...range, high: number, withHigh: operator === '<=' };
    else return undefined;
  }
  return { kind: 'range', range };
};

/** Whether one of some alternatives takes in every value that another one does. */
export const valuesTakeIn = (now: readonly Json[], old: Json, isResource: IsResource): Answer => {
  if (now.some((each) => sameData(each, old))) return 'yes';
  const [wanted, given] = [matcherOf(old), now.map(matcherOf)];
  const answer = anyOf([
    ...given.map((each) => takesIn(each, wanted, isResource)),
    ...given.map((each) => takesInRest(each, wanted, given, isResource)),
  ]);
  // Ranges may take in together what each does in part.
  const isPieced = wanted.kind === 'range' && given.filter(({ kind }) => kind === 'range').length > 1;
  return answer === 'no' && isPieced ? 'unknown' : answer;
};

/** Whether alternatives take in any value, and no value at all. */
export const takeInEverything = (now: readonly Json[]): boolean => {
  const kinds = new Set(now.map((each) => matcherOf(each).kind));
  return kinds.has('exists') && kinds.has('absent');
};

const decided = (holds: boolean): Answer => (holds ? 'yes' : 'no');

/** Whether a matcher takes in all that another one does. */
const takesIn = (now: Matcher, old: Matcher, isResource: IsResource): Answer => {
  if (old.kind === 'absent' || now.kind === 'absent') return decided(old.kind === now.kind);
  if (now.kind === 'exists') return 'yes';
  if (now.kind === 'unknown' || old.kind === 'unknown') return 'unknown';
  if (now.kind === 'open' || old.kind === 'open') return openTakesIn(now, old, isResource);
  if (now.kind === 'except')
    return decided(old.kind !== 'except' && old.kind !== 'exists' && now.of.every((each) => isApart(old, each)));
  if (old.kind === 'literal') return decided(isMatched(now, old.value));
  if (now.kind === 'text' && old.kind === 'text') return decided(takesInText(now, old));
  if (now.kind === 'range' && old.kind === 'range') return decided(takesInRange(now.range, old.range));
  if (now.kind === 'literal' && old.kind === 'range')
    return decided(old.range.low === now.value && old.range.high === now.value);
  return decided(now.kind === 'network' && old.kind === 'network' && takesInNetwork(now.network, old.network));
};

/** What is known only at the deployment may be any single value. */
const openTakesIn = (now: Matcher, old: Matcher, isResource: IsResource): Answer => {
  const values = [now, old].map((each) => (each.kind === 'open' || each.kind === 'literal' ? each.value : undefined));
  const [left, right] = values;
  if (left === undefined || right === undefined) return old.kind === 'open' ? 'unknown' : 'no';
  return mayBeSame(right, left, isResource) ? 'unknown' : 'no';
};

/** Whether a matcher for all but some values takes in what another one does, what others take in left aside. */
const takesInRest = (now: Matcher, old: Matcher, others: readonly Matcher[], isResource: IsResource): Answer => {
  if (now.kind !== 'except' || (old.kind !== 'except' && old.kind !== 'exists')) return 'no';
  const left = old.kind === 'except' ? old.of : [];
  const beside = [...left, ...others.filter(({ kind }) => kind !== 'except' && kind !== 'absent')];
  return decided(now.of.every((each) => beside.some((other) => takesIn(other, each, isResource) === 'yes')));
};

const isMatched = (now: Matcher, value: Scalar): boolean => {
  if (now.kind === 'literal') return now.value === value;
  if (now.kind === 'range') {
    if (typeof value !== 'number') return false;
    return takesInRange(now.range, { low: value, high: value, withLow: true, withHigh: true });
  }
  if (!isString(value)) return false;
  if (now.kind === 'text') return takesInText(now, { glob: value, anyCase: false });
  const network = now.kind === 'network' ? networkOf(value) : undefined;
  return now.kind === 'network' && network !== undefined && takesInNetwork(now.network, network);
};

type Text = { readonly glob: string; readonly anyCase: boolean };

const takesInText = (now: Text, old: Text): boolean => {
  if (now.anyCase) return matchesPattern(now.glob.toLowerCase(), old.glob.toLowerCase());
  return (!old.anyCase || old.glob.toLowerCase() === old.glob.toUpperCase()) && matchesPattern(now.glob, old.glob);
};

const takesInRange = (now: Range, old: Range): boolean =>
  (now.low < old.low || (now.low === old.low && (now.withLow || !old.withLow))) &&
  (now.high > old.high || (now.high === old.high && (now.withHigh || !old.withHigh)));

/** Whether no value is taken in by both of two matchers. */
const isApart = (left: Matcher, right: Matcher): boolean => {
  if (left.kind === 'literal')
    return !['open', 'unknown', 'exists'].includes(right.kind) && !isMatched(right, left.value);
  if (right.kind === 'literal') return !isMatched(left, right.value);
  if (left.kind === 'text' && right.kind === 'text') {
    const isAnyCase = left.anyCase || right.anyCase;
    const [one, other] = [left, right].map(({ glob }) => (isAnyCase ? glob.toLowerCase() : glob)) as [string, string];
    return !overlap(one, other);
  }
  if (left.kind === 'range' && right.kind === 'range')
    return isBelow(left.range, right.range) || isBelow(right.range, left.range);
  return (left.kind === 'range' && right.kind === 'text') || (left.kind === 'text' && right.kind === 'range');
};

const isBelow = (one: Range, other: Range): boolean =>
  one.high < other.low || (one.high === other.low && !(one.withHigh && other.withLow));
