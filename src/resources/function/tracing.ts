import { isTruthy, type Json } from '../../model/tree.ts';
import type { FunctionContext } from './context.ts';
import { settled } from './settled.ts';

/** The tracing mode, or undefined where tracing is off; `Disabled` is the same as no mode at all. */
export const tracingMode = (cx: FunctionContext): Json | undefined => {
  const { Tracing } = cx.props;
  if (!isTruthy(Tracing) || cx.resolve(Tracing!) === 'Disabled') return undefined;
  return settled(cx, Tracing!);
};
