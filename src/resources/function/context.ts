import type { ResourceContext } from '../../model/plugin.ts';
import type { functionProperties } from './properties.ts';

/** What the parts of this plugin see of a function. */
export type FunctionContext = ResourceContext<typeof functionProperties>;
