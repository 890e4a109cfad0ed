import { get, getIn, isList, isMap, type Json, type JsonMap, newMap } from '../../model/tree.ts';

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

/** Whether some alternatives surely let through all that others do. */
export const letThroughAll = (now: Patterns, old: Patterns): boolean =>
  old.every((each) => now.some((one) => takesIn(one, each)));

/** Whether a pattern takes in all events of another one: it asks for no other field, and for no other values. */
const takesIn = (pattern: Json, other: Json): boolean => {
  if (isMap(pattern) && isMap(other) && !('$or' in pattern))
    return Object.keys(pattern).every((key) => other[key] !== undefined && takesIn(pattern[key]!, other[key]!));
  if (!isList(pattern) || !isList(other)) return JSON.stringify(pattern) === JSON.stringify(other);
  const values = new Set(pattern.map((each) => JSON.stringify(each)));
  return other.every((each) => values.has(JSON.stringify(each)));
};
