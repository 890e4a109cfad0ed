import type { Budget } from '../model/budget.ts';
import { isNoValue } from '../model/intrinsics.ts';
import { joined, substituted } from '../model/placeholders.ts';
import {
  get,
  getIn,
  intrinsicName,
  isList,
  isMap,
  isNothing,
  isString,
  type Json,
  type JsonMap,
  newMap,
} from '../model/tree.ts';

/** What is known before the deployment: parameter values and pseudo parameters; and the mappings. */
export interface Known {
  readonly values: ReadonlyMap<string, Json>;
  readonly mappings: Json | undefined;
  /** How many characters functions may still make: many rules ask for the same values. */
  readonly budget: Budget;
  /** Whether the parameters in a value certainly have other values wherever the value around it is used. */
  excludes?(value: JsonMap, within: Json | undefined): boolean;
}

/** What a value comes to, or undefined when any part of it is known only at deploy time. */
export const resolveValue = (value: Json | undefined, known: Known, within = value): Json | undefined => {
  if (value === undefined || typeof value !== 'object' || value === null) return value;
  const resolved = resolveParts(value, known);
  return resolved !== undefined && isMap(value) && known.excludes?.(value, within) ? undefined : resolved;
};

const resolveParts = (value: JsonMap | Json[], known: Known): Json | undefined => {
  const name = intrinsicName(value);
  if (name !== undefined) return resolveIntrinsic(name, (value as JsonMap)[name]!, known);
  if (isList(value)) {
    const list = value.map((item) => resolveValue(item, known));
    return list.includes(undefined) ? undefined : (list as Json[]);
  }
  const map = newMap();
  for (const key of Object.keys(value)) {
    const resolved = resolveValue(value[key], known);
    if (resolved === undefined) return undefined;
    map[key] = resolved;
  }
  return map;
};

/** The functions of lists that are resolved. */
const ofLists: ReadonlySet<string> = new Set(['Fn::FindInMap', 'Fn::Join', 'Fn::Select', 'Fn::Split']);

const resolveIntrinsic = (name: string, operand: Json, known: Known): Json | undefined => {
  if (name === 'Ref') return isString(operand) ? known.values.get(operand) : undefined;
  if (name === 'Fn::Sub') return resolveSub(operand, known);
  if (!ofLists.has(name)) return undefined;
  const operands = resolveValue(operand, known);
  if (!isList(operands)) return undefined;
  const [first, second, third] = operands;
  if (name === 'Fn::FindInMap' && isScalar(first) && isScalar(second) && isScalar(third)) {
    return getIn(known.mappings, String(first), String(second), String(third));
  }
  if (name === 'Fn::Join' && isScalar(first) && isList(second) && second.every(isScalar)) {
    return joined(second.map(String), String(first), known.budget);
  }
  if (name === 'Fn::Select' && isScalar(first) && isList(second)) return second[Number(first)];
  if (name === 'Fn::Split' && isScalar(first) && isScalar(second)) {
    const text = String(second);
    // A list of short texts takes far longer to make than one text.
    return known.budget.spend(16 * text.length) ? text.split(String(first)) : undefined;
  }
  return undefined;
};

const isScalar = (value: Json | undefined): value is string | number | boolean =>
  !isNothing(value) && typeof value !== 'object';

const resolveSub = (operand: Json, known: Known): Json | undefined => {
  const text = isList(operand) ? operand[0] : operand;
  const variables = isList(operand) ? operand[1] : undefined;
  if (!isString(text)) return undefined;
  const lookUp = (name: string): string | null => {
    const own = get(variables, name);
    const value = own === undefined ? known.values.get(name) : resolveValue(own, known);
    return value === undefined || typeof value === 'object' ? null : String(value);
  };
  return substituted(text, lookUp, known.budget);
};

/** The logical id that a value refers to: `Ref`, `Fn::GetAtt`, or an `Fn::Sub` that is a single reference. */
export const targetId = (value: Json | undefined): string | undefined => {
  if (!isMap(value) || isNoValue(value)) return undefined;
  const reference = value['Ref'];
  if (isString(reference)) return beforeDot(reference);
  const attribute = value['Fn::GetAtt'];
  if (isString(attribute)) return beforeDot(attribute);
  if (isList(attribute) && isString(attribute[0])) return attribute[0];
  const text = value['Fn::Sub'];
  return isString(text) ? /^\$\{([A-Za-z0-9]+)(\.[A-Za-z0-9.]+)?\}$/.exec(text)?.[1] : undefined;
};

const beforeDot = (text: string): string => {
  const dot = text.indexOf('.');
  return dot < 0 ? text : text.slice(0, dot);
};
