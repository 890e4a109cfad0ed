import type { Properties, Property, Shape } from '../model/property.ts';

export const any = { kind: 'any' } as const;
export const string = { kind: 'string' } as const;
export const integer = { kind: 'integer' } as const;
export const number = { kind: 'number' } as const;
/** One of the given texts. */
export const enumOf = (...values: string[]) => ({ kind: 'enum', values }) as const;
export const boolean = { kind: 'boolean' } as const;
/** A map of anything. */
export const map = { kind: 'map', of: any } as const;
/** A list of anything. */
export const list = { kind: 'list', of: any } as const;

export const listOf = <const S extends Shape>(of: S) => ({ kind: 'list', of }) as const;
export const mapOf = <const S extends Shape>(of: S) => ({ kind: 'map', of }) as const;
export const oneOf = <const S extends readonly Shape[]>(...shapes: S) => ({ kind: 'oneOf', shapes }) as const;
/** A map with these keys; the transform takes what it knows and does not mind others. */
export const object = <const P extends Properties>(properties: P) => ({ kind: 'object', properties }) as const;
/** A map with these keys and no others, checked by the transform all the way down. */
export const closedObject = <const P extends Properties>(properties: P) =>
  ({ kind: 'object', properties, closed: true }) as const;

type Options = Pick<Property, 'required' | 'globals' | 'to' | 'early'>;
const declare =
  <const C extends Property['check']>(check: C) =>
  <const S extends Shape, const O extends Options = Record<never, never>>(shape: S, doc: string, options?: O) =>
    ({ shape, doc, check, ...(options as O) }) as { readonly shape: S; readonly doc: string; readonly check: C } & O;

/** The transform refuses other shapes; an intrinsic function may stand for the value. */
export const strict = declare('strict');
/** The transform refuses other shapes and intrinsic functions. */
export const literal = declare('literal');
/** The transform does not look at the value. */
export const loose = declare('loose');
