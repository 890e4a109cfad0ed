import { addTo } from '../../lint/facts/templates/grouping.ts';
import { counted } from '../../model/counted.ts';
import { replaceEnclosed } from '../../model/enclosed.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { connecting, disconnecting, type Route, routesOf } from './routes.ts';

export default defineConsequence({
  id: 'route-removed',
  level: 'warning',
  kinds: ['removed', 'broken'],
  title: 'A route is removed from an API',
  description:
    'Clients that call the route get 403 or 404 after the deployment. A route that another route still answers (`ANY` of the same path, `{proxy+}`, `$default`) is not reported. What `$connect` and `$disconnect` of a WebSocket API called no longer runs when clients connect and disconnect.',
  *find(cx) {
    const { before, after } = routesOf(cx);
    // These may answer its calls all the same.
    const catching = [...after.values()].filter(({ route: { name } }) => /^(?:ANY |\$default$)|\+\}$/.test(name));
    const gone = new Map<string, Route[]>();
    for (const [key, route] of before) {
      const { api } = route;
      if (api === undefined) addTo(gone, route.route.api.id, route);
      else if (route.isImplied) continue;
      else if (isOfConnections(route)) {
        if (after.get(key)?.isImplied === false || !route.route.integration) continue;
        const when = route.route.name === connecting ? 'connect' : 'disconnect';
        yield {
          text: `'${route.route.name}' of ${called(route.route.api.type, api)} is removed: what it called no longer runs when clients ${when}.`,
          kinds: ['removed'],
          resource: api,
          at: undefined,
          wasAt: route.route.at,
        };
      } else if (!after.has(key) && !catching.some((other) => other.api === api && answers(other, route))) {
        yield {
          text: `'${route.route.name}' of ${called(route.route.api.type, api)} is removed: clients that call it ${restOf(route, after)}get an error.`,
          resource: api,
          at: undefined,
          wasAt: route.route.at,
        };
      }
    }
    for (const [id, routes] of gone) {
      const { api } = routes[0]!.route;
      yield {
        text: `${capital(called(api.type, id))} is deleted with ${counted(routes.filter(({ isImplied }) => !isImplied).length, 'route')}: its address stops working.`,
        resource: id,
        at: undefined,
        wasAt: api.at,
      };
    }
  },
});

/** Whether clients of a WebSocket API do not call a route themselves to send messages. */
const isOfConnections = ({ route: { kind, name } }: Route): boolean =>
  kind === 'WebSocket' && (name === connecting || name === disconnecting);

/** What is left of a route for all methods: routes of the same path for some. */
const restOf = ({ api, route }: Route, after: ReadonlyMap<string, Route>): string => {
  const [method, path] = route.name.split(' ');
  if (method !== 'ANY' || path === undefined) return '';
  const methods = [...after.values()]
    .filter((other) => other.api === api && withoutNames(other.route.name.split(' ')[1] ?? '') === withoutNames(path))
    .map((other) => other.route.method);
  return methods.length === 0 ? '' : `with another method than ${enumerated([...new Set(methods)])} `;
};

/** Whether a route takes the calls of another one. */
const answers = ({ route: { name } }: Route, { route: wanted }: Route): boolean => {
  if (name === '$default') return true;
  const [method, path = ''] = name.split(' ');
  const wantedPath = wanted.name.split(' ')[1] ?? '';
  if (method !== 'ANY' && method !== wanted.method) return false;
  const pattern = withoutNames(/\+\}$/.test(path) ? `${path.slice(0, path.lastIndexOf('{'))}*` : path);
  const plain = withoutNames(wantedPath);
  return pattern.endsWith('*') ? plain.startsWith(pattern.slice(0, -1)) : pattern === plain;
};

const withoutNames = (path: string): string => replaceEnclosed(path, '{', '}', () => '{}');
