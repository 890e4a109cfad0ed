import { type Cause, entryOf, orderedKeys, originOf } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { intrinsicName, isList, isMap, type Json, type JsonMap, kindOf } from '../model/tree.ts';
import { evaluate } from './evaluate.ts';
import type { Scope } from './scope.ts';

const NotABlock = message(
  'invalid-to-json-string',
  'error',
  (found: string) => `'Fn::ToJsonString' takes a map or a list, or a function that returns one; found ${found}.`,
);
const Unsupported = message(
  'unsupported-in-to-json-string',
  'error',
  (name: string) => `'${name}' is not allowed inside 'Fn::ToJsonString'.`,
);

/** The JSON of a map or a list as text: compact, keys in the order in which they were written. */
export const toJsonString = (argument: Json, scope: Scope, map: JsonMap): string | undefined => {
  const at = entryOf(map, 'Fn::ToJsonString')?.value ?? originOf(map);
  const wrong = unsupported(argument, at);
  if (wrong) return scope.report(Unsupported(wrong.name), wrong.at) as undefined;
  const value = evaluate(argument, scope);
  if (value === undefined) return undefined;
  if (!isList(value) && !isMap(value)) return scope.report(NotABlock(kindOf(value)), at) as undefined;
  return jsonOf(value);
};

const conditionFunctions = new Set(['Fn::And', 'Fn::Or', 'Fn::Not', 'Fn::Equals']);

/** The first function in a tree that no JSON text can hold. */
const unsupported = (value: Json, at: Cause | undefined): { name: string; at: Cause | undefined } | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const name = intrinsicName(value);
  const here = originOf(value) ?? at;
  if (name !== undefined && conditionFunctions.has(name)) return { name, at: here };
  if (name === 'Ref' && (value as JsonMap)['Ref'] === 'AWS::NotificationARNs')
    return { name: 'AWS::NotificationARNs', at: here };
  for (const key of Object.keys(value)) {
    const found = unsupported((value as JsonMap)[key]!, here);
    if (found) return found;
  }
  return undefined;
};

const jsonOf = (value: Json): string => {
  if (isList(value)) return `[${value.map(jsonOf).join(',')}]`;
  if (!isMap(value)) return JSON.stringify(value);
  return `{${orderedKeys(value)
    .map((key) => `${JSON.stringify(key)}:${jsonOf(value[key]!)}`)
    .join(',')}}`;
};
