import { type Access, accessOf } from '../../lint/facts/apis/access.ts';
import { type ApiRoute, apiRoutes } from '../../lint/facts/apis/routes.ts';
import { scalarText } from '../../lint/facts/texts/scalar.ts';
import { replaceEnclosed } from '../../model/enclosed.ts';
import type { TemplateView } from '../../model/rule.ts';
import { get, isList, isMap } from '../../model/tree.ts';
import type { ChangeContext } from './context.ts';

/** A route as it is compared: with those of the same method and path. */
export interface Route {
  readonly key: string;
  readonly route: ApiRoute;
  /** The id that its API has after the change, if it is there then. */
  readonly api: string | undefined;
  readonly access: Access;
}

/** The routes before and after, by API, method and path; what path parameters are called does not matter. */
export const routesOf = (
  cx: ChangeContext,
): { before: ReadonlyMap<string, Route>; after: ReadonlyMap<string, Route> } => ({
  before: byKey(cx.old, (id) => cx.partner(id)),
  after: byKey(cx.now, (id) => id),
});

/** A route without the names of its variables, of which only whether they take all the rest matters. */
const withoutNames = (name: string): string =>
  replaceEnclosed(name, '{', '}', (variable) => (variable.endsWith('+') ? '{+}' : '{}'));

const byKey = (facts: TemplateView, idOf: (id: string) => string | undefined): ReadonlyMap<string, Route> => {
  const found = new Map<string, Route>();
  for (const route of apiRoutes(facts)) {
    // Browsers ask by OPTIONS before they call; that is CORS, not a route.
    if (route.method === 'OPTIONS') continue;
    const api = idOf(route.api.id);
    const key = `${api ?? `(${route.api.id})`} ${withoutNames(route.name)}`;
    found.set(key, { key, route, api, access: accessOf(route, facts) });
  }
  return found;
};

/** The authorizers that a route asks for, by name, with the scopes each must find. */
export const authorizersOf = (
  { operation, document, owner }: ApiRoute,
  facts: TemplateView,
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  if (operation && document) {
    const security = get(operation.body, 'security') ?? get(document.body, 'security');
    for (const requirement of isList(security) ? security.filter(isMap) : []) {
      for (const name of Object.keys(requirement)) {
        const scopes = requirement[name];
        found.set(name, isList(scopes) ? scopes.map((scope) => scalarText(facts.resolve(scope)) ?? '…') : []);
      }
    }
    return found;
  }
  const authorizer = facts.target(owner.get('AuthorizerId'));
  const type = facts.resolve(owner.get('AuthorizationType') ?? 'NONE');
  const scopes = owner.strings('AuthorizationScopes', '*').map(({ value }) => value);
  if (authorizer) found.set(authorizer.id, scopes);
  else if (type !== 'NONE') found.set(scalarText(type) ?? '…', scopes);
  return found;
};
