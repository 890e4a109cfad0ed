import { called } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { guardChange } from './route-guard.ts';
import { routesOf } from './routes.ts';

export default defineConsequence({
  id: 'route-public',
  level: 'error',
  kinds: ['widened', 'public'],
  title: 'Anyone can call a route that required authorization before',
  description:
    'The route required an authorizer or IAM, and is now open to anyone, or to anyone with an API key, which identifies a client but does not authorize it. A new open route is reported if all other routes of its API require authorization; that, and a route that asks for an API key or no longer does, is a warning. A WebSocket API authorizes its clients when they connect, and anyone can connect where it has no route `$connect`.',
  *find(cx) {
    const { before, after } = routesOf(cx);
    const guarded = new Map<string, boolean>();
    for (const { api, access } of before.values()) {
      if (api !== undefined) guarded.set(api, (guarded.get(api) ?? true) && access === 'authorized');
    }
    for (const [key, found] of after) {
      const { route, access, api } = found;
      if (access !== 'open' && access !== 'key') continue;
      const former = before.get(key)?.access;
      const isNew = former === undefined && guarded.get(api!) === true;
      if (former !== 'authorized' && !(former === 'key' && access === 'open') && !isNew) continue;
      const who = access === 'open' ? 'anyone' : 'anyone with an API key';
      const required = former === 'key' ? 'an API key' : 'authorization';
      const what = found.isImplied
        ? `is removed: ${who} can now connect; before, it required ${required}`
        : isNew
          ? `is new and open to ${who}, while all other routes require authorization`
          : `is now open to ${who}; before, it required ${required}`;
      yield {
        text: `'${route.name}' of ${called(route.api.type, api!)} ${what}.`,
        level: former === 'authorized' && access === 'open' ? 'error' : 'warning',
        resource: api!,
        ...(found.isImplied
          ? { at: undefined, wasAt: before.get(key)?.route.at }
          : isNew
            ? { at: route.at }
            : guardChange(found, cx)),
      };
    }
  },
});
