import { type Cause, entryOf } from '../../model/origin.ts';
import type { ResourceContext } from '../../model/plugin.ts';
import type { functionProperties } from './properties.ts';

/** What the parts of this plugin see of a function. */
export type FunctionContext = ResourceContext<typeof functionProperties>;

export type PropertyName = keyof FunctionContext['props'];

/** The place of a property's name. */
export const keyOf = (cx: FunctionContext, name: PropertyName): Cause | undefined =>
  entryOf(cx.properties, name)?.key ?? cx.cause;
