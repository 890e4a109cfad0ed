import { isList, isMap, type Json, type JsonMap } from './tree.ts';

/** `{Ref: id}` */
export const ref = (id: Json): JsonMap => ({ Ref: id });

/** `{Fn::GetAtt: [id, attribute]}` */
export const getAtt = (id: string, attribute: string): JsonMap => ({ 'Fn::GetAtt': [id, attribute] });

/** `{Fn::Sub: text}` or, with variables, `{Fn::Sub: [text, variables]}` */
export const sub = (text: string, variables?: JsonMap): JsonMap => ({
  'Fn::Sub': variables === undefined ? text : [text, variables],
});

/** `{Fn::Join: [delimiter, parts]}` */
export const join = (delimiter: string, parts: Json): JsonMap => ({ 'Fn::Join': [delimiter, parts] });

/** `{Fn::If: [condition, then, otherwise]}` */
export const fnIf = (condition: string, then: Json, otherwise: Json): JsonMap => ({
  'Fn::If': [condition, then, otherwise],
});

/** `{Fn::Not: [{Condition: name}]}` */
export const not = (condition: string): JsonMap => ({ 'Fn::Not': [{ Condition: condition }] });

/** A fresh `{Ref: AWS::NoValue}`. */
export const noValue = (): JsonMap => ref('AWS::NoValue');

/** True for `{Ref: AWS::NoValue}`. */
export const isNoValue = (value: Json | undefined): boolean => isMap(value) && value['Ref'] === 'AWS::NoValue';

/** The three operands of a well-formed `Fn::If`, or undefined for anything else. */
export const ifOperands = (value: Json | undefined): [Json, Json, Json] | undefined => {
  const operands = isMap(value) ? value['Fn::If'] : undefined;
  if (!isList(operands) || operands.length !== 3 || Object.keys(value!).length !== 1) return undefined;
  return operands as [Json, Json, Json];
};

/** The logical id that a `Ref`, a `Fn::GetAtt` or a plain string names, if it can be told. */
export const referredId = (value: Json | undefined): string | undefined => {
  if (typeof value === 'string') return value;
  if (!isMap(value) || !('Ref' in value || 'Fn::GetAtt' in value) || Object.keys(value).length !== 1) return undefined;
  if (typeof value['Ref'] === 'string') return value['Ref'];
  const attribute = value['Fn::GetAtt'];
  if (typeof attribute === 'string') return attribute.split('.', 1)[0];
  return isList(attribute) && typeof attribute[0] === 'string' ? attribute[0] : undefined;
};
