import { implicitApiIds } from '../../model/implicit-apis.ts';
import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { readGaps, writeGaps } from '../codecs/gaps.ts';
import { listOf } from '../codecs/lists.ts';
import { record } from '../codecs/records.ts';
import { nameFor, reference, whatIs } from '../codecs/reference.ts';
import { asInSam, choice, decimal, flag, payloadVersion, text, whole } from '../codecs/scalars.ts';
import { named, to } from '../codecs/targets.ts';
import { milliseconds } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { orList, WrongKind } from '../language/messages.ts';
import { isParameter, type Named, type Names } from '../language/names.ts';
import { Spot } from '../language/spot.ts';
import { unknownName } from '../language/unknown.ts';
import { parseRoute, printRoute, type Route, routeSays } from '../phrases/route.ts';
import { type EventForm, eventBody, type Host, idFrom, propertiesOf } from './form.ts';

const SeveralApis = message(
  'spec-several-apis',
  'error',
  (route: string, ids: readonly string[]) =>
    `This file has several APIs, so the route needs one of them: '${route} on ${ids[0]}'. Allowed: ${orList(ids)}.`,
);
const KindOfParameter = message(
  'spec-api-kind',
  'error',
  (route: string, id: string) =>
    `'${id}' is a parameter, so the kind of the API is not known. Write 'http ${route} on ${id}' or 'rest ${route} on ${id}'.`,
);
const OnlyRest = message(
  'spec-api-kind',
  'error',
  (what: string) => `Only REST APIs can start a state machine; this is ${what}. Write 'rest' before the route.`,
);

type ApiKind = 'http' | 'rest';
const restTypes = ['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi'];
const httpTypes = ['AWS::Serverless::HttpApi', 'AWS::ApiGatewayV2::Api'];

const kindOf = ({ type }: Named): ApiKind | undefined =>
  restTypes.includes(type) ? 'rest' : httpTypes.includes(type) ? 'http' : undefined;

/** The APIs of a file that a route without `on` can mean. */
const declared = (names: Names): Named[] =>
  [...names.all()].filter((each) => each.section === 'apis' && kindOf(each) !== undefined);

interface Target {
  readonly kind: ApiKind;
  /** The API; undefined for the implicit one. */
  readonly api: Json | undefined;
}

/** The API that a route belongs to; undefined after a report. */
const targetOf = (event: JsonMap, spot: Spot, host: Host, cx: Reading): Target | undefined => {
  const said = get(event, 'kind');
  const api = get(event, 'api');
  // Under SAM's own names the API is what they say.
  for (const kind of ['http', 'rest'] as const)
    if (Object.hasOwn(event, idProperty[kind])) return { kind, api: undefined };
  const target = api === undefined ? unnamed(said, event, spot, host, cx) : namedApi(said, api, event, cx);
  if (target?.kind === 'http' && host === 'machine') {
    cx.report(OnlyRest('an HTTP API'), spot.at);
    return undefined;
  }
  return target;
};

const unnamed = (said: Json | undefined, event: JsonMap, spot: Spot, host: Host, cx: Reading): Target | undefined => {
  const wanted = said ?? (host === 'machine' ? 'rest' : undefined);
  const candidates = declared(cx.names).filter((each) => wanted === undefined || kindOf(each) === wanted);
  const [only, ...more] = candidates;
  if (only === undefined) return { kind: wanted === 'rest' ? 'rest' : 'http', api: undefined };
  if (more.length === 0) return { kind: kindOf(only)!, api: { Ref: only.id } };
  cx.report(
    SeveralApis(
      String(get(event, 'route')),
      candidates.map(({ id }) => id),
    ),
    spot.at,
  );
  return undefined;
};

const namedApi = (said: Json | undefined, api: Json, event: JsonMap, cx: Reading): Target | undefined => {
  const at = new Spot(event, 'api');
  const kind = said === 'rest' || said === 'http' ? said : undefined;
  if (api === implicitApiIds.http) return { kind: 'http', api: undefined };
  if (api === implicitApiIds.rest) return { kind: 'rest', api: undefined };
  const found = isString(api) && !api.includes('${') ? cx.names.get(api) : undefined;
  if (isString(api) && !api.includes('${') && found === undefined && !cx.names.open) {
    cx.report(
      unknownName(cx.names, api, 'API', (each) => kindOf(each) !== undefined),
      at.at,
    );
    return undefined;
  }
  const own = found && kindOf(found);
  if (found !== undefined && own === undefined && !isParameter(found)) {
    cx.report(WrongKind(found.id, whatIs(found), 'on', 'an HTTP or REST API', undefined), at.at);
    return undefined;
  }
  const decided = kind ?? own;
  if (decided === undefined) {
    cx.report(KindOfParameter(String(get(event, 'route')), String(api)), at.at);
    return undefined;
  }
  const value = reference(decided === 'rest' ? to.restApi('id') : to.httpApi('id')).read(at, cx);
  return value === undefined ? undefined : { kind: decided, api: value };
};

/** `GET /orders` as method and path. */
const routeKey: Key = {
  key: 'route',
  to: ['Method', 'Path'],
  doc: `Method and path: ${routeSays.replaceAll("'", '`')}. \`$default\` is the route of an HTTP API for all else.`,
  examples: ['GET /orders/{id}', '$default'],
  schema: { type: 'string' },
  lower: (spot, draft, cx) => {
    if (spot.text === '$default') return;
    const route = spot.text === undefined ? undefined : parseRoute(spot.text);
    if (route === undefined || route.kind !== undefined || route.api !== undefined)
      return wrong(spot, "a method and a path, such as 'GET /orders/{id}'", cx);
    const path = readGaps(route.path, spot, cx);
    if (path !== undefined) set(draft, 'Path', path, spot, cx);
    set(draft, 'Method', route.method, spot, cx);
  },
  raise: (draft, cx) => {
    const path = valueAt(draft, 'Path');
    const method = valueAt(draft, 'Method');
    if (path === undefined && method === undefined) return { value: '$default', says: [] };
    const written = path === undefined ? undefined : writeGaps(path, cx);
    const value = isString(method) && written !== undefined ? `${method} ${written}` : undefined;
    return value === undefined || parseRoute(value)?.path !== written ? undefined : { value, says: ['Path', 'Method'] };
  },
};

/** `kind` and `api` have been read when the keys are. */
const apiKeys: readonly Key[] = [
  [
    'kind',
    'Whether it is an HTTP or a REST API, where that is not known.',
    'rest',
    { enum: ['http', 'rest'] },
  ] as const,
  ['api', 'The API; see the table of forms for what it is without this key.', 'Public', { type: 'string' }] as const,
].map(([key, doc, example, schema]) => ({
  key,
  to: [],
  doc,
  examples: [example],
  schema,
  lower: () => {},
  raise: () => undefined,
}));

const authorizer: Codec = {
  ...text,
  says: "the name of an authorizer, 'none' or 'iam'",
  read: (spot, cx) => (spot.text === 'none' ? 'NONE' : spot.text === 'iam' ? 'AWS_IAM' : text.read(spot, cx)),
  write: (value, cx) =>
    value === 'NONE'
      ? 'none'
      : value === 'AWS_IAM'
        ? 'iam'
        : value === 'none' || value === 'iam'
          ? undefined
          : text.write(value, cx),
};

const authKeys: readonly Key[] = [
  property(
    'auth',
    'Auth.Authorizer',
    authorizer,
    'The authorizer: a name, `none` or `iam`; the default of the API without it.',
    ['Users', 'none', 'iam'],
  ),
  property('scopes', 'Auth.AuthorizationScopes', listOf(text), 'The scopes that a token needs.', 'orders.write'),
];
const throttle = record('a throttle', [
  property('rate', 'ThrottlingRateLimit', decimal, 'Requests in a second.', '50'),
  property('burst', 'ThrottlingBurstLimit', whole(), 'Requests at a time.', '100'),
]);

const http = record('a route of an HTTP API', [
  routeKey,
  ...apiKeys,
  ...authKeys,
  property('payload', 'PayloadFormatVersion', payloadVersion, 'The version of the event that the function gets.', '2'),
  property('timeout', 'TimeoutInMillis', milliseconds, 'How long the API waits for the function.', '10s'),
  property('throttle', 'RouteSettings', throttle, 'How many requests the route takes.', '{rate: 50, burst: 100}'),
]);

const model = record('a request model', [
  property('name', 'Model', text, 'The model.', 'Order'),
  property('required', 'Required', flag(), 'Whether a body has to be there.', 'true'),
  property('validate-body', 'ValidateBody', flag(), 'Whether the body is checked.', 'true'),
  property('validate-parameters', 'ValidateParameters', flag(), 'Whether the parameters are checked.', 'true'),
]);

const rest = record('a route of a REST API', [
  routeKey,
  ...apiKeys,
  ...authKeys,
  property(
    'api-key',
    'Auth.ApiKeyRequired',
    choice({ required: true, open: false }),
    'Whether a caller needs an API key.',
    'required',
  ),
  property(
    'invoke-role',
    'Auth.InvokeRole',
    named('invokeRole', 'arn'),
    'The role that calls the function.',
    'ApiRole',
  ),
  property('policy', 'Auth.ResourcePolicy', asInSam, 'Who may call, as in SAM.', '{IpRangeWhitelist: [10.0.0.0/8]}'),
  property(
    'override-auth',
    'Auth.OverrideApiAuth',
    flag(),
    "Changes the authorizer in a definition of the author's too.",
    'true',
  ),
  property('model', 'RequestModel', model, 'The model of the body.', '{name: Order, validate-body: true}'),
  property(
    'parameters',
    'RequestParameters',
    asInSam,
    'Parameters of the request, as in SAM.',
    '[method.request.header.Authorization]',
  ),
  property('timeout', 'TimeoutInMillis', milliseconds, 'How long the API waits for the function.', '10s'),
  property(
    'transfer',
    'ResponseTransferMode',
    choice({ stream: 'STREAM', buffered: 'BUFFERED' }),
    'How the response is sent.',
    'stream',
  ),
  property('stage', 'Stage', text, 'The stage that permissions name.', 'prod'),
  property(
    'unescape',
    'UnescapeMappingTemplate',
    flag(),
    'Takes the escape of single quotes out of the input of a state machine.',
    'true',
  ),
]);

const idProperty = { http: 'ApiId', rest: 'RestApiId' } as const;
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

const read: EventForm['read'] = (spot, event, host, cx) => {
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
  // A text in place of a reference is no name of the file.
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

interface WrittenTarget {
  readonly kind?: ApiKind | undefined;
  readonly api?: Json | undefined;
}

/** How an API is said: by nothing where it is the only one, by its name, by kind and name. */
const writeTarget = (kind: ApiKind, api: Json | undefined, host: Host, cx: Writing): WrittenTarget | undefined => {
  const all = declared(cx.names);
  const ofKind = all.filter((each) => kindOf(each) === kind);
  const needsKind = host === 'function';
  if (api === undefined) {
    if (ofKind.length === 0 && kind === 'rest') return needsKind ? { kind } : {};
    if (all.length === 0) return {};
    return { api: implicitApiIds[kind] };
  }
  const name = nameFor(api, kind === 'rest' ? to.restApi('id') : to.httpApi('id'), cx);
  const found = name === undefined ? undefined : cx.names.get(name);
  if (found === undefined) {
    return { kind, api: writeGaps(api, cx) ?? api };
  }
  if (isParameter(found)) return { kind, api: found.id };
  if (found.id === implicitApiIds.http || found.id === implicitApiIds.rest) return undefined;
  const only =
    host === 'machine'
      ? ofKind.length === 1 && ofKind[0]!.id === found.id
      : all.length === 1 && all[0]!.id === found.id;
  return only ? {} : { api: found.id };
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
