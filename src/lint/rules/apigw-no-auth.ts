import type { ResourceNode, RuleContext } from '../../model/rule.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { get, isList } from '../../model/tree.ts';
import { accessOf, hasResourcePolicy, mayLackAccess } from '../facts/apis/access.ts';
import { isClosed } from '../facts/apis/closed-endpoints.ts';
import { type ApiRoute, apiRoutes, routeTypes, securityPlace } from '../facts/apis/routes.ts';
import { addTo } from '../facts/templates/grouping.ts';

export const apigwNoAuth = defineTemplateRule({
  id: 'apigw-no-auth',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  needs: routeTypes,
  title: 'API with unauthenticated routes',
  description:
    'Anybody on the internet may call the route: it has neither an authorizer nor IAM authorization nor an API key, and the API has no resource policy. It is reported once for each API, at the first such route. `OPTIONS` is left out, since browsers ask it without credentials; so are mock integrations, and of WebSocket APIs only `$connect` counts. Private APIs are left out, and those that are reached only through a domain with mutual TLS, and routes that are opened explicitly (`Authorizer: NONE`, `security: []`). Where an API is meant to be open, suppress the finding.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  messages: {
    open: "Anybody may call '{route}' of '{api}'; give it an authorizer, or IAM authorization.",
    several: "Anybody may call {count} routes of '{api}' ({routes}); give them an authorizer, or IAM authorization.",
  },
  example: {
    in: 'function',
    fails: `
Events:
  ‹Get›: {Type: Api, Properties: {Path: /orders, Method: get}}`,
    passes: `
Events:
  Get: {Type: Api, Properties: {Path: /orders, Method: get, Auth: {Authorizer: AWS_IAM}}}`,
  },
  check(cx) {
    const open = new Map<ResourceNode, ApiRoute[]>();
    for (const route of apiRoutes(cx)) {
      if (isOpen(route, cx) && !mayLackAccess(route, cx)) addTo(open, route.api, route);
    }
    for (const [api, found] of open) {
      const routes = asWritten(found);
      const [first, ...others] = routes as [ApiRoute, ...ApiRoute[]];
      if (isClosed(api, first.document, cx)) continue;
      const data = { route: first.name, api: api.id, count: routes.length, routes: listed(routes) };
      cx.report(others.length === 0 ? 'open' : 'several', securityPlace(first, 'AuthorizationType'), {
        data,
        related: others.slice(0, mostNames).map(({ at }) => at),
        logicalId: first.owner.id,
      });
    }
  },
});

/** In the order of the source; the definition that events make has an order of its own. */
const asWritten = (routes: readonly ApiRoute[]): readonly ApiRoute[] =>
  [...routes].sort((left, right) => (left.at?.start ?? 0) - (right.at?.start ?? 0));

const mostNames = 3;

const listed = (routes: readonly ApiRoute[]): string => {
  const names = routes.slice(0, mostNames).map(({ name }) => name);
  return [...names, ...(routes.length > mostNames ? ['…'] : [])].join(', ');
};

const isOpen = (route: ApiRoute, cx: RuleContext): boolean => {
  const { name, method, kind, integration } = route;
  if (method === 'OPTIONS' || (kind === 'WebSocket' && name !== '$connect')) return false;
  if (integration?.type === 'MOCK') return false;
  return accessOf(route, cx) === 'open' && !hasResourcePolicy(route) && !isOpened(route);
};

/** Whether an operation takes back what its document asks of all others. */
const isOpened = ({ operation, document }: ApiRoute): boolean => {
  const security = get(operation?.body, 'security');
  if (!isList(security)) return false;
  return (
    security.some((requirement) => get(requirement, 'NONE') !== undefined) ||
    (security.length === 0 && get(document?.body, 'security') !== undefined)
  );
};
