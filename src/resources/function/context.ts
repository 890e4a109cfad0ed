import type { ResourceContext } from '../../model/plugin.ts';
import type { functionProperties } from './properties.ts';

export type FunctionContext = ResourceContext<typeof functionProperties>;
