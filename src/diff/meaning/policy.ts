import { isNoValue } from '../../model/intrinsics.ts';
import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { asList, sortedSet } from './listed.ts';
import { keepPositions, positionOf } from './positions.ts';

/**
 * Whether a value is a policy document as IAM reads it: statements that allow or deny. A function among them may stand for
 * further ones.
 */
export const isPolicy = (value: Json | undefined): value is JsonMap => {
  const statements = possibleStatements(get(value, 'Statement'));
  return statements.some(isStatement) && statements.every((each) => isStatement(each) || intrinsicName(each));
};

/** Whether a policy says whom it is about; one that does not is about those that it is attached to. */
export const namesPrincipals = (policy: JsonMap): boolean =>
  possibleStatements(get(policy, 'Statement')).some(
    (each) => get(each, 'Principal') !== undefined || get(each, 'NotPrincipal') !== undefined || !isStatement(each),
  );

const isStatement = (value: Json): boolean => isMap(value) && get(value, 'Effect') !== undefined;

/** The statements of a document, with all that conditions choose between. */
const possibleStatements = (value: Json | undefined): Json[] => {
  if (value === undefined || isNoValue(value)) return [];
  if (isList(value)) return value.flatMap(possibleStatements);
  return choiceOf(value)?.branches.flatMap(possibleStatements) ?? [value];
};

/** A choice by a condition: what decides, and what there is if it holds and if not. */
export const choiceOf = (
  value: Json | undefined,
): { readonly condition: Json; readonly branches: readonly [Json, Json] } | undefined => {
  const operands = get(value, 'Fn::If');
  if (!isList(operands) || operands.length !== 3) return undefined;
  return { condition: operands[0]!, branches: [operands[1]!, operands[2]!] };
};

/** The elements of a statement that may be one text or a list of them, in any order. */
const listed: ReadonlySet<string> = new Set(['Action', 'NotAction', 'Resource', 'NotResource']);

/**
 * A policy document in its plainest form: one item is a list of one, lists are sorted and hold nothing twice, and the
 * root of an account is the account.
 * @param policy a document whose values are in their plainest form
 */
export const plainPolicy = (policy: JsonMap): JsonMap =>
  mapped(policy, (key, value) =>
    key === 'Statement' ? mappedList(asList(policy, key, value), plainStatement) : value,
  );

const plainStatement = (statement: Json): Json => {
  if (isList(statement)) return mappedList(statement, plainStatement);
  if (choiceOf(statement)) {
    return mapped(statement as JsonMap, (_, operands) => mappedList(operands as Json[], plainStatement));
  }
  return isMap(statement)
    ? mapped(statement, (key, value) => {
        if (listed.has(key)) return sortedSet(asList(statement, key, value));
        if (key === 'Principal' || key === 'NotPrincipal') return plainPrincipal(value);
        if (key === 'Condition') return plainCondition(value);
        return value;
      })
    : statement;
};

const plainPrincipal = (value: Json): Json => {
  if (value === '*') return Object.assign(newMap(), { AWS: ['*'] });
  if (!isMap(value)) return value;
  return mapped(value, (kind, who) =>
    sortedSet(
      mappedList(asList(value, kind, who), (each) => (kind === 'AWS' && isString(each) ? plainAccount(each) : each)),
    ),
  );
};

/** An account may be called by its number or by the ARN of its root. */
const plainAccount = (text: string): string => /^arn:[^:]*:iam::(\d{12}):root$/.exec(text)?.[1] ?? text;

const plainCondition = (value: Json): Json => {
  if (!isMap(value)) return value;
  return mapped(value, (_, tests) =>
    isMap(tests) ? mapped(tests, (key, wanted) => sortedSet(mappedList(asList(tests, key, wanted), asText))) : tests,
  );
};

const asText = (value: Json): Json => (typeof value === 'object' ? value : String(value));

/** A list with other items; places stay. */
const mappedList = (list: readonly Json[], change: (item: Json) => Json): Json[] => {
  const result: Json[] = stamp([], originOf(list as Json[]));
  list.forEach((item, at) => {
    result.push(change(item));
    place(result, at, entryOf(list as Json[], at));
  });
  keepPositions(
    result,
    list.map((_, at) => positionOf(list, at)),
  );
  return result;
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
