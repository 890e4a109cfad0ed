import { called, enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { guardChange } from './route-guard.ts';
import { authorizersOf, routesOf } from './routes.ts';

export default defineConsequence({
  id: 'route-closed',
  level: 'warning',
  kinds: ['broken'],
  title: 'A route requires authorization or an API key that it did not require before',
  description:
    'The route was open to anyone. API Gateway now answers calls without a token, a signature or an API key with 401 or 403, so existing clients fail until they send one. A route that asks for another authorizer is reported as `authorizer-changed`.',
  *find(cx) {
    const { before, after } = routesOf(cx);
    for (const [key, found] of after) {
      const { route, access, api } = found;
      if (before.get(key)?.access !== 'open' || (access !== 'authorized' && access !== 'key')) continue;
      const names = [...authorizersOf(route, cx.now).keys()].map((name) => `'${name}'`);
      const needed = access === 'key' ? 'an API key' : enumerated(names) || 'authorization';
      yield {
        text: `'${route.name}' of ${called(route.api.type, api!)} now requires ${needed}; before, it was open to anyone: clients that send nothing of the kind get 401 or 403.`,
        cure: 'Change the clients first, or offer the guarded route under another path until they have changed.',
        resource: api!,
        ...guardChange(found, cx),
      };
    }
  },
});
