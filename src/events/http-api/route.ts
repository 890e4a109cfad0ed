import type { HttpRouteSettings } from '../../model/channel.ts';
import { nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isNothing, isString, isTruthy, type Json, kindOf } from '../../model/tree.ts';

const Missing = message(
  'missing-property',
  'error',
  (name: string, other: string) =>
    `An HttpApi event with '${other}' needs '${name}' too; without both it gets all requests that no other route takes.`,
);
const NotAnId = message(
  'invalid-api-reference',
  'error',
  (found: string) => `'ApiId' is ${found}; it must be a '!Ref' to an AWS::Serverless::HttpApi of this template.`,
);
const NoSuchApi = message(
  'unknown-api',
  'error',
  (id: string, near: string | undefined) =>
    `'ApiId' is '${id}', but this template has no resource of that name.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
);
const BadSettings = message(
  'invalid-route-settings',
  'error',
  (found: string) => `'RouteSettings' is ${found}; it must be a map.`,
);

export const anyMethod = 'x-amazon-apigateway-any-method';
export const defaultPath = '$default';

/** The logical id of the implicit HTTP API, which events belong to that name no other. */
const implicitApi = 'ServerlessHttpApi';

export interface Route {
  readonly apiId: string;
  /** The API as the event names it. */
  readonly api: Json;
  readonly path: string;
  readonly method: string;
  /** Path and method are written in the template. */
  readonly written: boolean;
}

/** The API, path and method of an event, checked. */
export const routeOf = (cx: AnyEventContext): Route => {
  const [path, method] = [get(cx.properties, 'Path'), get(cx.properties, 'Method')];
  const written = isTruthy(path) || isTruthy(method);
  const api = Object.hasOwn(cx.properties, 'ApiId') ? cx.properties['ApiId']! : { Ref: implicitApi };
  const apiId = idOf(cx, api);
  if (!written) return { apiId, api, path: defaultPath, method: anyMethod, written };
  if (!isString(path)) return cx.fail(Missing('Path', 'Method'), cx.cause);
  if (!isString(method)) return cx.fail(Missing('Method', 'Path'), cx.cause);
  return { apiId, api, path, method, written };
};

const idOf = (cx: AnyEventContext, api: Json): string => {
  const id = isMap(api) && Object.hasOwn(api, 'Ref') ? api['Ref']! : api;
  if (!isString(id)) return cx.fail(NotAnId(kindOf(id)), cx.at('ApiId'));
  if (cx.lookup(id) === undefined) return cx.fail(NoSuchApi(id, nearApi(cx, id)), cx.at('ApiId'));
  return id;
};

const nearApi = (cx: AnyEventContext, id: string): string | undefined => {
  const ids: string[] = [];
  for (const source of cx.sources()) if (source.type === 'AWS::Serverless::HttpApi') ids.push(source.id);
  return nearest(id, ids);
};

/** The settings that an event gives its route on the stage. */
export const settingsOf = (cx: AnyEventContext, { path, method }: Route): HttpRouteSettings | undefined => {
  if (!Object.hasOwn(cx.properties, 'RouteSettings')) return undefined;
  const settings = cx.properties['RouteSettings']!;
  const condition = cx.host.inherited.Condition;
  if (!isMap(settings)) {
    // Under a condition the transform wraps the settings before it looks at them.
    if (isNothing(settings) && isString(condition)) return undefined;
    return cx.fail(BadSettings(kindOf(settings)), entryOf(cx.properties, 'RouteSettings')?.key ?? cx.cause);
  }
  return {
    route: method === anyMethod ? path : `${method.toUpperCase()} ${path}`,
    settings,
    condition: isString(condition) ? condition : undefined,
  };
};
