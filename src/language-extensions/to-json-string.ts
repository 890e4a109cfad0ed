import { type Cause, entryOf, orderedKeys, originOf } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { intrinsicName, isList, isMap, isString, type Json, type JsonMap, kindOf } from '../model/tree.ts';
import { evaluate } from './evaluate.ts';
import { mayMake, mostText, type Scope } from './scope.ts';

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
  const text = jsonOf(value, mostText(scope));
  return mayMake(text?.length, scope, map) ? text : undefined;
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

/** The JSON of a value; undefined when it is longer than a limit. */
const jsonOf = (value: Json, most: number): string | undefined => {
  let text = '';
  const add = (part: Json): boolean => {
    if (isList(part)) {
      text += '[';
      return part.every((item, at) => addText(at > 0 ? ',' : '') && add(item)) && addText(']');
    }
    if (isString(part) && text.length + part.length > most) return false;
    if (!isMap(part)) return addText(JSON.stringify(part));
    text += '{';
    const keys = orderedKeys(part);
    return (
      keys.every((key, at) => addText(`${at > 0 ? ',' : ''}${JSON.stringify(key)}:`) && add(part[key]!)) && addText('}')
    );
  };
  const addText = (part: string): boolean => {
    text += part;
    return text.length <= most;
  };
  return add(value) ? text : undefined;
};
