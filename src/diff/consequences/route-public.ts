import { called } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { routesOf } from './routes.ts';

export default defineConsequence({
  id: 'route-public',
  level: 'warning',
  kind: 'widened',
  title: 'Anybody may call a route that asked for authorization before',
  description:
    'The route asked for an authorizer or IAM, and now takes calls of anybody, or of anybody with an API key, which identifies but does not authorize. A new open route is told where all others of its API ask for authorization.',
  *find(cx) {
    const { before, after } = routesOf(cx);
    const guarded = new Map<string, boolean>();
    for (const { api, access } of before.values()) {
      if (api !== undefined) guarded.set(api, (guarded.get(api) ?? true) && access === 'authorized');
    }
    for (const [key, { route, access, api }] of after) {
      if (access !== 'open' && access !== 'key') continue;
      const former = before.get(key)?.access;
      const isNew = former === undefined && guarded.get(api!) === true;
      if (former !== 'authorized' && !(former === 'key' && access === 'open') && !isNew) continue;
      const who = access === 'open' ? 'anybody' : 'anybody with an API key';
      const what = isNew
        ? `is new and takes calls of ${who}, while all other routes ask for authorization`
        : `takes calls of ${who} now; before it asked for ${former === 'key' ? 'an API key' : 'authorization'}`;
      yield {
        text: `'${route.name}' of ${called(route.api.type, api!)} ${what}.`,
        resource: api!,
        at: route.at,
      };
    }
  },
});
