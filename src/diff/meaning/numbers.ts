import type { Json } from '../../model/tree.ts';

/** A number, or a text that holds one; NaN for everything else, what is known only at the deployment above all. */
export const numberOf = (value: Json | undefined): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN;
