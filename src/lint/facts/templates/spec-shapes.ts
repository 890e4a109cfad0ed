import { isDynamicReference } from '../../../model/dynamic-reference.ts';
import { inTable } from '../../../model/in-table.ts';
import type { ScalarSpec, ShapeSpec } from '../../../model/spec.ts';
import type { Json } from '../../../model/tree.ts';

/** Whether a shape is one of scalars that does not take every text. */
export const isBounded = (shape: ShapeSpec): shape is ScalarSpec =>
  typeof shape === 'string' ? ['b', 'i', 'n'].includes(shape) : 'e' in shape || 't' in shape;

/** CloudFormation turns scalars into each other where that loses nothing: `"128"` is a number, `128` a string. */
export const scalarFits = (value: Json, declared: ScalarSpec): boolean => {
  const shape = typeof declared === 'string' ? declared : 't' in declared ? declared.t : 's';
  if (shape === 'j') return true;
  if (typeof value === 'object') return false;
  if (isDynamicReference(value)) return true;
  if (shape === 'b') return typeof value === 'boolean' || /^(true|false)$/i.test(String(value));
  if (shape === 'n')
    return (
      typeof value === 'number' || (typeof value === 'string' && /^[-+]?(\d+(\.\d+)?|\.\d+)(e[-+]?\d+)?$/i.test(value))
    );
  if (shape === 'i') return Number.isInteger(value) || (typeof value === 'string' && /^[-+]?\d+$/.test(value));
  return true;
};

const names: Readonly<Record<string, string>> = {
  s: 'a string',
  n: 'a number',
  i: 'an integer',
  b: 'true or false',
  t: 'a time',
};

/** What a shape takes, in words. */
export const describe = (shape: ShapeSpec): string => {
  if (typeof shape === 'string') return inTable(names, shape) ?? 'anything';
  if ('t' in shape) return describe(shape.t);
  if ('e' in shape) return 'a string';
  if ('l' in shape) return 'a list';
  if ('u' in shape) return shape.u.map(describe).join(' or ');
  return 'a map';
};
