import { type Access, accessOf } from '../../lint/facts/apis/access.ts';
import { apiBehind } from '../../lint/facts/apis/kind.ts';
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
  /** Whether no template says it: to a WebSocket API without a route '$connect' anyone can connect. */
  readonly isImplied: boolean;
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
    // Messages of a WebSocket come over a connection, and only that is authorized.
    const access = route.kind === 'WebSocket' && route.name !== connecting ? 'unknown' : accessOf(route, facts);
    found.set(key, { key, route, api, access, isImplied: false });
  }
  for (const id of withOpenConnect(found, facts)) {
    const api = facts.resource(id)!;
    const route: ApiRoute = {
      api,
      kind: 'WebSocket',
      name: connecting,
      method: connecting,
      at: api.at,
      owner: api,
      integration: undefined,
    };
    const key = `${idOf(id) ?? `(${id})`} ${connecting}`;
    found.set(key, { key, route, api: idOf(id), access: 'open', isImplied: true });
  }
  return found;
};

/** The route that clients of a WebSocket API call to connect. */
export const connecting = '$connect';

/** The route that API Gateway calls itself, after a client of a WebSocket API has gone. */
export const disconnecting = '$disconnect';

/**
 * The WebSocket APIs of which all routes are known, and none is for connecting.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html
 */
const withOpenConnect = (found: ReadonlyMap<string, Route>, facts: TemplateView): ReadonlySet<string> => {
  const routes = [...found.values()].filter(({ route }) => route.kind === 'WebSocket');
  const ids = new Set(routes.map(({ route }) => route.api.id));
  for (const { route } of routes) if (route.name === connecting) ids.delete(route.api.id);
  for (const route of facts.resources('AWS::ApiGatewayV2::Route')) {
    const isKnown = typeof facts.resolve(route.get('RouteKey')) === 'string';
    const api = isKnown ? undefined : apiBehind(route, facts);
    if (api) ids.delete(api.id);
    else if (!isKnown) ids.clear();
  }
  return ids;
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
