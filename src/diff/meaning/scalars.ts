import type { ShapeSpec } from '../../model/spec.ts';
import type { Scalar } from '../../model/tree.ts';

/** A scalar as the property that holds it means it: CloudFormation takes `"3"` for 3 and 3 for `"3"`. */
export const coerced = (value: Scalar, shape: ShapeSpec | undefined): Scalar => {
  if (value === null) return value;
  switch (kindOf(shape)) {
    case 'any':
      return value;
    case 'number':
      return typeof value === 'string' && isNumber(value) ? Number(value) : value;
    case 'boolean': {
      const text = String(value).toLowerCase();
      return text === 'true' ? true : text === 'false' ? false : value;
    }
    default:
      return String(value);
  }
};

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** What kind of scalar a shape takes. What is not known, as the properties of a custom resource, arrives as a text. */
const kindOf = (shape: ShapeSpec | undefined): 'any' | 'number' | 'boolean' | 'text' => {
  if (shape === 'j') return 'any';
  if (shape === 'n' || shape === 'i') return 'number';
  if (shape === 'b') return 'boolean';
  if (typeof shape === 'object' && 't' in shape) return kindOf(shape.t);
  if (typeof shape === 'object' && 'u' in shape) {
    const kinds = shape.u.map(kindOf);
    return kinds.includes('any') ? 'any' : kinds.includes('text') ? 'text' : (kinds[0] ?? 'text');
  }
  return 'text';
};
