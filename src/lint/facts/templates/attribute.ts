import { get, isList, isString, type Json } from '../../../model/tree.ts';

/** The attribute that an `Fn::GetAtt`, or an `Fn::Sub` of one `${Id.Attribute}`, asks for. */
export const attributeOf = (value: Json | undefined): string | undefined => {
  const operand = get(value, 'Fn::GetAtt');
  const text = get(value, 'Fn::Sub');
  if (isString(operand)) return afterDot(operand);
  if (isList(operand)) return operand.slice(1).every(isString) ? operand.slice(1).join('.') : undefined;
  return isString(text) ? /^\$\{[A-Za-z0-9]+\.([A-Za-z0-9.]+)\}$/.exec(text)?.[1] : undefined;
};

const afterDot = (text: string): string | undefined => {
  const dot = text.indexOf('.');
  return dot < 0 ? undefined : text.slice(dot + 1);
};
