import { type Cors, corsBy } from '../diff/facts/cors.ts';
import type { Side } from '../diff/side.ts';
import type { ApiRoute } from '../lint/facts/apis/routes.ts';

/** The origins that browsers may call a route from. */
export const corsOfRoute = ({ api, operation }: ApiRoute, side: Side): readonly string[] => {
  const all: ReadonlyMap<string, Cors> = corsBy(side);
  const cors = all.get(api.id) ?? (operation && all.get(`${api.id} ${operation.path}`));
  return cors?.allows.origin ?? [];
};
