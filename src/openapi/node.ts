import type { Cause } from '../model/origin.ts';
import { isIntrinsic, isList, isMap, type Json, kindOf } from '../model/tree.ts';
import { Dict, type Node, openedMap, plain, Written } from './fingerprint/index.ts';

/** Where a node stands in the template, or what caused it. */
export const placeOfNode = (node: Node | undefined): Cause | undefined => {
  if (node instanceof Dict) return node.cause;
  return node instanceof Written ? node.entry?.value : undefined;
};

/** How a node is called in a message. */
export const kindOfNode = (node: Node | undefined): string =>
  node instanceof Dict ? 'a map' : kindOf((node instanceof Written ? node.value : node) as Json | undefined);

/** True for what Python takes for false: nothing, an empty text, list or map. */
export const isBlank = (node: Node | undefined): boolean => {
  if (node instanceof Dict) return node.size === 0;
  const value = plain(node);
  if (isList(value)) return value.length === 0;
  if (isMap(value)) return Object.keys(value).length === 0;
  return !value;
};

const isNoValueNode = (node: Node): boolean => {
  const value = plain(node);
  if (value instanceof Dict) return value.size === 1 && plain(value.get('Ref')) === 'AWS::NoValue';
  return isIntrinsic(value as Json) && (value as { Ref?: unknown })['Ref'] === 'AWS::NoValue';
};

/**
 * What may stand under a key once conditions are known: both outcomes of an `Fn::If`, less `AWS::NoValue`, or the value
 * itself. Maps are opened for editing.
 * @param bad called with the operands of an `Fn::If` that are not a list
 */
export const outcomes = (parent: Dict, key: string, bad: (operands: Node | undefined) => void): Node[] => {
  const value = parent.dict(key);
  if (value === undefined) return parent.has(key) ? [parent.get(key)!] : [];
  if (!value.has('Fn::If')) return [value];
  const operands = value.list('Fn::If');
  if (operands === undefined) {
    bad(value.get('Fn::If'));
    return [];
  }
  const found: Node[] = [];
  for (let at = 1; at < operands.length; at++) {
    if (isNoValueNode(operands[at]!)) continue;
    operands[at] = openedMap(operands[at]!, parent.history);
    found.push(operands[at]!);
  }
  return found;
};
