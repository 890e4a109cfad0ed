import { implicitApiIds } from '../../model/implicit-apis.ts';
import { message } from '../../model/problem.ts';
import { get, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { writeGaps } from '../codecs/gaps.ts';
import { nameFor, reference, whatIs } from '../codecs/reference.ts';
import { to } from '../codecs/targets.ts';
import { scalarText } from '../codecs/wrong.ts';
import type { Reading, Writing } from '../language/codec.ts';
import { orList, WrongKind } from '../language/messages.ts';
import { isParameter, type Named, type Names } from '../language/names.ts';
import { Spot } from '../language/spot.ts';
import { unknownName } from '../language/unknown.ts';
import type { Host } from './form.ts';

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

export type ApiKind = 'http' | 'rest';

/** The property that names the API of a route. */
export const idProperty = { http: 'ApiId', rest: 'RestApiId' } as const;
const restTypes = ['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi'];
const httpTypes = ['AWS::Serverless::HttpApi', 'AWS::ApiGatewayV2::Api'];

const kindOf = ({ type }: Named): ApiKind | undefined =>
  restTypes.includes(type) ? 'rest' : httpTypes.includes(type) ? 'http' : undefined;

/** The APIs of a file that a route without `on` can mean. */
const declared = (names: Names): Named[] =>
  [...names.all()].filter((each) => each.section === 'apis' && kindOf(each) !== undefined);

export interface Target {
  readonly kind: ApiKind;
  /** The API; undefined for the implicit one. */
  readonly api: Json | undefined;
}

/** The API that a route belongs to; undefined after a report. */
export const targetOf = (event: JsonMap, spot: Spot, host: Host, cx: Reading): Target | undefined => {
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
      scalarText(get(event, 'route')),
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
    cx.report(KindOfParameter(scalarText(get(event, 'route')), scalarText(api)), at.at);
    return undefined;
  }
  const value = reference(decided === 'rest' ? to.restApi('id') : to.httpApi('id')).read(at, cx);
  return value === undefined ? undefined : { kind: decided, api: value };
};

export interface WrittenTarget {
  readonly kind?: ApiKind | undefined;
  readonly api?: Json | undefined;
}

/** How an API is said: by nothing where it is the only one, by its name, by kind and name. */
export const writeTarget = (
  kind: ApiKind,
  api: Json | undefined,
  host: Host,
  cx: Writing,
): WrittenTarget | undefined => {
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
