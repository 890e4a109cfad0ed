import { entryOf, originOf, place, shallowCopy, stamp } from '../../model/origin.ts';
import { get, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { Spot } from '../language/spot.ts';
import { parseRoute, printRoute, type Route } from '../phrases/route.ts';
import { type EventForm, eventBody, idFrom, propertiesOf } from './form.ts';
import { idProperty, targetOf, writeTarget } from './route-api.ts';
import { http, rest } from './route-keys.ts';

const typeOf = { http: 'HttpApi', rest: 'Api' } as const;

/** The id of a route after its method and its path: `PostOrders`. */
const idOfRoute = (event: JsonMap): string => {
  const route = get(event, 'route');
  const parsed = isString(route) ? parseRoute(route) : undefined;
  if (parsed === undefined) return 'Default';
  const method =
    parsed.method === '*' ? 'Any' : parsed.method.charAt(0).toUpperCase() + parsed.method.slice(1).toLowerCase();
  const path = idFrom(parsed.path.replaceAll('{proxy+}', 'proxy'));
  return `${method}${path === '' ? 'Root' : path}`;
};

/** An event whose route names its API, as a text does, with `api` and `kind` as keys of their own. */
const withApi = (event: JsonMap): JsonMap => {
  const route = get(event, 'route');
  const { kind, api, method, path } = (isString(route) ? parseRoute(route) : undefined) ?? {};
  if (kind === undefined && api === undefined) return event;
  const out = shallowCopy(event);
  const entry = entryOf(event, 'route');
  const add = (key: string, value: string | undefined): void => {
    if (value === undefined || (key !== 'route' && Object.hasOwn(event, key))) return;
    out[key] = value;
    place(out, key, entry);
  };
  add('route', `${method} ${path}`);
  add('kind', kind);
  add('api', api);
  return out;
};

const read: EventForm['read'] = (spot, given, host, cx) => {
  const event = withApi(given);
  const target = targetOf(event, spot, host, cx);
  if (target === undefined) return undefined;
  const holder = newMap();
  holder['route'] = event;
  place(holder, 'route', entryOf(spot.holder, spot.step));
  const inner = new Spot(holder, 'route');
  const properties = (target.kind === 'http' ? http : rest).read(inner, cx);
  if (!isMap(properties)) return undefined;
  if (target.api !== undefined) {
    properties[idProperty[target.kind]] = isMap(target.api) ? stamp(target.api, spot.at) : target.api;
    place(properties, idProperty[target.kind], entryOf(event, 'api') ?? entryOf(event, 'route'));
  }
  return eventBody(typeOf[target.kind], properties, spot);
};

const write: EventForm['write'] = (event, host, cx) => {
  const kind = event['Type'] === 'HttpApi' ? 'http' : 'rest';
  const properties = propertiesOf(event) ?? (Object.keys(event).length === 1 ? newMap() : undefined);
  if (properties === undefined) return undefined;
  const { [idProperty[kind]]: api, ...others } = properties;
  const stripped = stamp(copied(properties, others), originOf(properties));
  const written = (kind === 'http' ? http : rest).write(stripped, cx);
  if (!isMap(written) || !isString(written['route'])) return undefined;
  const target = isString(api) ? {} : writeTarget(kind, api, host, cx);
  if (target === undefined) return undefined;
  const out = newMap();
  out['route'] = written['route'];
  place(out, 'route', entryOf(written, 'route'));
  // A text in place of a reference is not a name of the file.
  if (isString(api)) out[idProperty[kind]] = api;
  if (target.kind !== undefined) out['kind'] = target.kind;
  if (target.api !== undefined) out['api'] = target.api;
  for (const name of Object.keys(written)) {
    if (name === 'route') continue;
    out[name] = written[name]!;
    place(out, name, entryOf(written, name));
  }
  return closeRoute(stamp(out, originOf(event)));
};

const copied = (from: JsonMap, values: JsonMap): JsonMap => {
  const out = newMap();
  for (const name of Object.keys(values)) {
    out[name] = from[name]!;
    place(out, name, entryOf(from, name));
  }
  return out;
};

/** The long form of a route that is a text. */
export const openRoute = (written: string): Record<string, Json | undefined> | undefined => {
  const fallback = /^(?:(http) )?\$default(?: on (\S+))?$/.exec(written);
  if (fallback && fallback[1] !== undefined) return { route: '$default', kind: fallback[1], api: fallback[2] };
  const route = parseRoute(written);
  return route && { route: `${route.method} ${route.path}`, kind: route.kind, api: route.api };
};

/** The text for a route that has nothing but API, method and path. */
const closeRoute = (map: JsonMap): Json => {
  const { route, kind, api, ...rest } = map;
  const parsed = isString(route) ? parseRoute(route) : undefined;
  const plain = Object.keys(rest).length === 0 && (api === undefined || (isString(api) && /^\w+$/.test(api)));
  if (!plain) return map;
  if (parsed !== undefined)
    return printRoute({ ...parsed, kind: kind as Route['kind'], api: api as string | undefined });
  return route === '$default' ? `http $default${api === undefined ? '' : ` on ${api}`}` : map;
};

/** The keys of both kinds of routes, each once. */
const allKeys = [...new Map([...(http.keys ?? []), ...(rest.keys ?? [])].map((each) => [each.key, each])).values()];

const both = { key: 'route', doc: 'Requests to an HTTP or a REST API.', idOf: idOfRoute, read, write } as const;

/** Routes, of both kinds of APIs. */
export const routeEvents: readonly EventForm[] = [
  { ...both, type: 'HttpApi', hosts: ['function'], codec: http, keys: allKeys },
  { ...both, type: 'Api', hosts: ['function', 'machine'], codec: rest, keys: allKeys },
];
