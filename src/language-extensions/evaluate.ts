import { isNoValue } from '../model/intrinsics.ts';
import { entryOf, orderedKeys, originOf, place, stamp } from '../model/origin.ts';
import { substitute } from '../model/placeholders.ts';
import {
  get,
  intrinsicName,
  isList,
  isMap,
  isString,
  type Json,
  type JsonMap,
  newMap,
  type Scalar,
} from '../model/tree.ts';
import { conditionHolds } from './conditions.ts';
import { findInMap } from './find-in-map.ts';
import { lengthOf } from './length.ts';
import { knownValue, mayMake, mostText, type Scope, textOf } from './scope.ts';
import { toJsonString } from './to-json-string.ts';

/** A function's arguments → its value, or undefined where that is only known at the deployment. */
type Evaluator = (argument: Json, scope: Scope, map: JsonMap) => Json | undefined;

/**
 * The value of a part of the template before the deployment: functions are computed, `AWS::NoValue` takes its entry
 * out. Undefined where any part is only known at the deployment. A new tree, unless the value holds no function.
 */
export const evaluate = (value: Json, scope: Scope): Json | undefined => {
  if (isList(value)) return evaluateList(value, scope);
  if (!isMap(value)) return value;
  const name = intrinsicName(value);
  // A condition is referred to in `Conditions` only; anywhere else the key means something else, in a policy for instance.
  if (name === undefined || name === 'Condition') return evaluateMap(value, scope);
  if (isNoValue(value)) return value;
  // Nothing more is made once too much was made.
  if (scope.budget.left < 0) return undefined;
  return evaluators.get(name)?.(value[name]!, scope, value);
};

const evaluateList = (list: readonly Json[], scope: Scope): Json | undefined => {
  const values: Json[] = [];
  for (const item of list) {
    const value = evaluate(item, scope);
    if (value === undefined) return undefined;
    if (!isNoValue(value)) values.push(value);
  }
  return values;
};

const evaluateMap = (map: JsonMap, scope: Scope): Json | undefined => {
  const values = newMap();
  for (const key of orderedKeys(map)) {
    const value = evaluate(map[key]!, scope);
    if (value === undefined) return undefined;
    if (isNoValue(value)) continue;
    values[key] = value;
    place(values, key, entryOf(map, key));
  }
  return stamp(values, originOf(map));
};

const isScalar = (value: Json | undefined): value is Scalar =>
  value !== undefined && (value === null || typeof value !== 'object');

const ref: Evaluator = (argument, scope) => {
  const name = evaluate(argument, scope);
  return isString(name) ? knownValue(scope, name) : undefined;
};

const join: Evaluator = (argument, scope, map) => {
  const operands = evaluate(argument, scope);
  if (!isList(operands) || operands.length !== 2) return undefined;
  const [delimiter, parts] = operands as [Json, Json];
  if (!isString(delimiter) || !isList(parts) || !parts.every(isScalar)) return undefined;
  const texts = parts.map((part) => textOf(part as Scalar));
  const length = texts.reduce((sum, text) => sum + text.length, delimiter.length * Math.max(0, texts.length - 1));
  return mayMake(length, scope, map) ? texts.join(delimiter) : undefined;
};

const split: Evaluator = (argument, scope, map) => {
  const operands = evaluate(argument, scope);
  if (!isList(operands)) return undefined;
  const [delimiter, text] = operands;
  if (operands.length !== 2 || !isString(delimiter) || delimiter === '' || !isString(text)) return undefined;
  return mayMake(text.length, scope, map) ? text.split(delimiter) : undefined;
};

/** Only the chosen item has to be known. */
const select: Evaluator = (argument, scope) => {
  if (!isList(argument) || argument.length !== 2) return undefined;
  const index = evaluate(argument[0]!, scope);
  if (!isScalar(index) || !/^\d+$/.test(textOf(index))) return undefined;
  const list = argument[1]!;
  const items = isList(list) ? list : evaluate(list, scope);
  const item = isList(items) ? items[Number(index)] : undefined;
  return item === undefined ? undefined : evaluate(item, scope);
};

const sub: Evaluator = (argument, scope, map) => {
  const text = isList(argument) ? argument[0] : argument;
  const own = isList(argument) ? argument[1] : undefined;
  if (!isString(text)) return undefined;
  let known = true;
  const lookUp = (name: string): string | undefined => {
    if (!known) return undefined;
    const given = get(own, name);
    const value = given === undefined ? knownValue(scope, name) : evaluate(given, scope);
    if (isScalar(value)) return textOf(value);
    known = false;
    return undefined;
  };
  const result = substitute(text, lookUp, mostText(scope));
  return known && mayMake(result?.length, scope, map) ? result : undefined;
};

const choose: Evaluator = (_, scope, map) => {
  const branch = branchOf(map, scope);
  return branch === undefined ? undefined : evaluate(branch, scope);
};

/** The branch that an `Fn::If` takes, as written; undefined where the condition is not known, and for other functions. */
export const branchOf = (map: JsonMap, scope: Scope): Json | undefined => {
  const operands = get(map, 'Fn::If');
  if (!isList(operands) || operands.length !== 3 || !isString(operands[0])) return undefined;
  const holds = conditionHolds(operands[0], scope);
  return holds === undefined ? undefined : operands[holds ? 1 : 2];
};

const base64: Evaluator = (argument, scope, map) => {
  const text = evaluate(argument, scope);
  if (!isString(text) || !mayMake(text.length, scope, map)) return undefined;
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
};

/** Every function that can have a value before the deployment. */
const evaluators = new Map<string, Evaluator>([
  ['Ref', ref],
  ['Fn::Join', join],
  ['Fn::Split', split],
  ['Fn::Select', select],
  ['Fn::Sub', sub],
  ['Fn::If', choose],
  ['Fn::Base64', base64],
  ['Fn::FindInMap', findInMap],
  ['Fn::Length', lengthOf],
  ['Fn::ToJsonString', toJsonString],
]);
