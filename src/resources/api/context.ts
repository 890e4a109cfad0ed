import type { ResourceContext } from '../../model/plugin.ts';
import type { apiProperties } from './properties.ts';

export type ApiContext = ResourceContext<typeof apiProperties>;
