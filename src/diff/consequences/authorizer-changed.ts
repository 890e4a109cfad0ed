import { type Authorizer, apiAuthorizers } from '../../lint/facts/apis/authorizers.ts';
import type { Side } from '../side.ts';
import { called, enumerated } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';
import { guardChange } from './route-guard.ts';
import { authorizersOf, routesOf } from './routes.ts';

export default defineConsequence({
  id: 'authorizer-changed',
  level: 'warning',
  title: 'Another authorizer, other scopes or other tokens decide who may call a route',
  description:
    'Clients with existing tokens may be rejected, and other clients accepted. A route that loses its authorizer without a replacement is reported as `route-public`.',
  *find(cx) {
    const { before, after } = routesOf(cx);
    for (const [key, found] of after) {
      const { route, access, api } = found;
      const former = before.get(key);
      if (!former || access === 'open' || access === 'key' || former.access === 'open') continue;
      const [old, now] = [authorizersOf(former.route, cx.old), authorizersOf(route, cx.now)];
      const names = (some: ReadonlyMap<string, unknown>) =>
        enumerated([...some.keys()].map((name) => `'${cx.partner(name) ?? name}'`)) || 'nothing';
      const where = `'${route.name}' of ${called(route.api.type, api!)}`;
      if (names(old) !== names(now)) {
        yield {
          text: `${where} requires ${names(now)} instead of ${names(old)}.`,
          resource: api!,
          ...guardChange(found, cx),
        };
        continue;
      }
      const scopes = (some: ReadonlyMap<string, readonly string[]>) => [...new Set([...some.values()].flat())].sort();
      if (scopes(old).join() === scopes(now).join()) continue;
      yield {
        text: `${where} requires ${scopeText(scopes(now))} instead of ${scopeText(scopes(old))}.`,
        resource: api!,
        ...guardChange(found, cx),
      };
    }
    yield* changedTokens(cx);
  },
});

const scopeText = (scopes: readonly string[]): string =>
  scopes.length === 0
    ? 'no scope'
    : `the scope${scopes.length === 1 ? '' : 's'} ${enumerated(scopes.map((each) => `'${each}'`))}`;

/** Authorizers of the same name that take other tokens. */
function* changedTokens(cx: ChangeContext) {
  const old = new Map(
    apiAuthorizers(cx.old).map((each) => [`${cx.partner(each.owner.id)} ${cx.partner(each.name) ?? each.name}`, each]),
  );
  for (const now of apiAuthorizers(cx.now)) {
    const former = old.get(`${now.owner.id} ${now.name}`);
    if (!former) continue;
    for (const field of ['issuer', 'audience', 'identity'] as const) {
      if (textOf(former, field, cx.before) === textOf(now, field, cx.after)) continue;
      yield {
        text: `The authorizer '${now.name}' has another ${field === 'identity' ? 'identity source' : field}: ${textOf(now, field, cx.after) || 'none'} instead of ${textOf(former, field, cx.before) || 'none'}.`,
        resource: now.owner.id,
        at: now.keyOf(field),
      };
    }
  }
}

const textOf = (authorizer: Authorizer, field: 'issuer' | 'audience' | 'identity', { meaning }: Side): string =>
  authorizer
    .values(field)
    .map(({ value }) => symbolic(meaning.value(value) ?? ''))
    .join(', ');
