import { intrinsicName, type Json } from '../../model/tree.ts';
import type { FunctionContext } from './context.ts';

/**
 * A value once the transform has looked at it: known references inside it are replaced, but a reference that is the
 * whole value still stands.
 */
export const settled = (cx: FunctionContext, value: Json): Json =>
  intrinsicName(value) === 'Ref' ? value : cx.resolve(value);
