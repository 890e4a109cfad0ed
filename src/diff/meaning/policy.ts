import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';

/** Whether a value is a policy document as IAM reads it: statements that allow or deny. */
export const isPolicy = (value: Json | undefined): value is JsonMap => {
  const statements = get(value, 'Statement');
  const list = isList(statements) ? statements : [statements];
  return list.length > 0 && list.every((each) => isMap(each) && get(each, 'Effect') !== undefined);
};

/** The elements of a statement that may be one text or a list of them, in any order. */
const listed: ReadonlySet<string> = new Set(['Action', 'NotAction', 'Resource', 'NotResource']);

/**
 * A policy document in its plainest form: one item is a list of one, lists are sorted and hold nothing twice, and the
 * root of an account is the account.
 * @param policy a document whose values are in their plainest form
 */
export const plainPolicy = (policy: JsonMap): JsonMap =>
  mapped(policy, (key, value) => (key === 'Statement' ? asList(policy, key, value).map(plainStatement) : value));

const plainStatement = (statement: Json): Json =>
  isMap(statement)
    ? mapped(statement, (key, value) => {
        if (listed.has(key)) return sortedSet(asList(statement, key, value));
        if (key === 'Principal' || key === 'NotPrincipal') return plainPrincipal(value);
        if (key === 'Condition') return plainCondition(value);
        return value;
      })
    : statement;

const plainPrincipal = (value: Json): Json => {
  if (value === '*') return Object.assign(newMap(), { AWS: ['*'] });
  if (!isMap(value)) return value;
  return mapped(value, (kind, who) =>
    sortedSet(asList(value, kind, who).map((each) => (kind === 'AWS' && isString(each) ? plainAccount(each) : each))),
  );
};

/** An account may be called by its number or by the ARN of its root. */
const plainAccount = (text: string): string => /^arn:[^:]*:iam::(\d{12}):root$/.exec(text)?.[1] ?? text;

const plainCondition = (value: Json): Json => {
  if (!isMap(value)) return value;
  return mapped(value, (_, tests) =>
    isMap(tests) ? mapped(tests, (key, wanted) => sortedSet(asList(tests, key, wanted).map(asText))) : tests,
  );
};

const asText = (value: Json): Json => (typeof value === 'object' ? value : String(value));

/** A list, or a list of one value that keeps its place. */
const asList = (container: JsonMap, key: string, value: Json): Json[] => {
  if (isList(value)) return value;
  const list: Json[] = [value];
  place(list, 0, entryOf(container, key));
  return list;
};

const sortedSet = (list: readonly Json[]): Json[] => {
  const byText = new Map<string, number>();
  list.forEach((each, at) => {
    const text = JSON.stringify(each);
    if (!byText.has(text)) byText.set(text, at);
  });
  const sorted: Json[] = [];
  for (const text of [...byText.keys()].sort()) {
    const at = byText.get(text)!;
    place(sorted, sorted.length, entryOf(list as Json[], at));
    sorted.push(list[at]!);
  }
  return stamp(sorted, originOf(list as Json[]));
};

/** A map with other values; keys and places stay. */
const mapped = (map: JsonMap, change: (key: string, value: Json) => Json): JsonMap => {
  const result = stamp(newMap(), originOf(map));
  for (const key of Object.keys(map)) {
    result[key] = change(key, map[key]!);
    place(result, key, entryOf(map, key));
  }
  return result;
};
