import { type Answer, allOf, anyOf } from '../../lint/facts/access/answer.ts';
import {
  get,
  getIn,
  intrinsicName,
  isList,
  isMap,
  type Json,
  type JsonMap,
  newMap,
  sameData,
} from '../../model/tree.ts';
import type { IsResource } from '../compare/possible.ts';
import { takeInEverything, valuesTakeIn } from './event-matchers.ts';

/** What a resource lets through, as alternatives; an empty pattern lets everything through. */
export type Patterns = readonly Json[];

const everything: Patterns = [newMap()];

const plain = (text: Json): Json => get(text, 'Fn::ToJsonString') ?? text;

/** By type: the property that narrows what a connection passes on, and its patterns. */
export const patternProperties: ReadonlyMap<
  string,
  { readonly property: string; readonly patterns: (properties: JsonMap) => Patterns | undefined }
> = new Map([
  [
    'AWS::Events::Rule',
    {
      property: 'EventPattern',
      patterns: (properties: JsonMap) => {
        const pattern = get(properties, 'EventPattern');
        return pattern === undefined ? undefined : [plain(pattern)];
      },
    },
  ],
  [
    'AWS::Lambda::EventSourceMapping',
    {
      property: 'FilterCriteria',
      patterns: (properties: JsonMap) => {
        const filters = getIn(properties, 'FilterCriteria', 'Filters');
        if (!isList(filters) || filters.length === 0) return everything;
        return filters.map((each) => plain(get(each, 'Pattern') ?? newMap()));
      },
    },
  ],
  [
    'AWS::SNS::Subscription',
    {
      property: 'FilterPolicy',
      patterns: (properties: JsonMap) => {
        const policy = get(properties, 'FilterPolicy');
        if (policy === undefined) return everything;
        const scope = get(properties, 'FilterPolicyScope');
        return [Object.assign(newMap(), { [scope === 'MessageBody' ? 'body' : 'attributes']: plain(policy) })];
      },
    },
  ],
]);

/** Whether some alternatives let through all that others do. */
export const letThroughAll = (now: Patterns, old: Patterns, isResource: IsResource): Answer => {
  const [given, wanted] = [now, old].map((each) => each.flatMap((pattern) => alternativesOf(pattern) ?? [pattern]));
  return allOf(wanted!.map((each) => anyOf(given!.map((one) => takesIn(one, each, isResource)))));
};

/** So many patterns without `$or` stand for one with it. */
const mostAlternatives = 64;

/** The patterns without `$or` that a pattern stands for; undefined where there are too many, or a key counts twice. */
const alternativesOf = (pattern: Json): JsonMap[] | undefined => {
  if (!isMap(pattern) || intrinsicName(pattern) !== undefined) return undefined;
  let found: JsonMap[] = [newMap()];
  for (const key of Object.keys(pattern)) {
    const value = pattern[key]!;
    const parts = key === '$or' ? choicesOf(value) : fieldsOf(key, value);
    if (!parts || found.length * parts.length > mostAlternatives) return undefined;
    const isTwice = found.some((each) => parts.some((part) => Object.keys(part).some((name) => name in each)));
    if (isTwice) return undefined;
    found = found.flatMap((each) => parts.map((part) => Object.assign(newMap(), each, part)));
  }
  return found;
};

const choicesOf = (choices: Json): JsonMap[] | undefined => {
  const parts = isList(choices) ? choices.map(alternativesOf) : [];
  return parts.length > 0 && parts.every((each) => each !== undefined) ? parts.flat() : undefined;
};

const fieldsOf = (key: string, value: Json): JsonMap[] | undefined => {
  const inner: Json[] | undefined =
    isMap(value) && intrinsicName(value) === undefined ? alternativesOf(value) : [value];
  return inner?.map((each) => Object.assign(newMap(), { [key]: each }));
};

/** Whether a pattern takes in all events of another one: it asks for no other field, and for no other values. */
const takesIn = (pattern: Json, other: Json, isResource: IsResource): Answer => {
  if (sameData(pattern, other)) return 'yes';
  if (
    [pattern, other].some(
      (each) => !isList(each) && (!isMap(each) || intrinsicName(each) !== undefined || '$or' in each),
    )
  )
    return 'unknown';
  if (isMap(pattern) && isMap(other))
    return allOf(
      Object.keys(pattern).map((key) => {
        const [wanted, given] = [pattern[key]!, other[key]];
        if (given !== undefined) return takesIn(wanted, given, isResource);
        if (isMap(wanted) && Object.keys(wanted).length > 0) return takesIn(wanted, newMap(), isResource);
        return isList(wanted) && takeInEverything(wanted) ? 'yes' : 'no';
      }),
    );
  if (!isList(pattern) || !isList(other)) return 'no';
  return allOf(other.map((each) => valuesTakeIn(pattern, each, isResource)));
};
