import { anyMethod } from '../../model/api-extensions.ts';
import type { HttpRouteSettings } from '../../model/channel.ts';
import { implicitApiIds } from '../../model/implicit-apis.ts';
import { entryOf } from '../../model/origin.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isNothing, isString, isTruthy, type Json, kindOf } from '../../model/tree.ts';
import { hostCondition } from '../host-condition.ts';

const Missing = message(
  'missing-property',
  'error',
  (name: string, other: string) =>
    `An HttpApi event with '${other}' needs '${name}' too; without both it receives all requests that match no other route.`,
);
const BadSettings = message('wrong-type', 'error', (found: string) => `'RouteSettings' is ${found}; it must be a map.`);

export const defaultPath = '$default';

export interface Route {
  readonly apiId: string;
  /** The API as the event names it. */
  readonly api: Json;
  readonly path: string;
  readonly method: string;
  /** Path and method are written in the template. */
  readonly written: boolean;
}

/**
 * The API, path and method of an event, checked. Undefined when the API is not in the template, which has been reported by
 * then.
 */
export const routeOf = (cx: AnyEventContext): Route | undefined => {
  const [path, method] = [get(cx.properties, 'Path'), get(cx.properties, 'Method')];
  const written = isTruthy(path) || isTruthy(method);
  const api = Object.hasOwn(cx.properties, 'ApiId') ? cx.properties['ApiId']! : { Ref: implicitApiIds.http };
  if (written && !isString(path)) return cx.fail(Missing('Path', 'Method'), cx.cause);
  if (written && !isString(method)) return cx.fail(Missing('Method', 'Path'), cx.cause);
  const apiId = isMap(api) && Object.hasOwn(api, 'Ref') ? api['Ref']! : api;
  if (!isString(apiId) || cx.lookup(apiId) === undefined) return undefined;
  if (!isString(path) || !isString(method)) return { apiId, api, path: defaultPath, method: anyMethod, written };
  return { apiId, api, path, method, written };
};

/** The settings that an event gives its route on the stage. */
export const settingsOf = (cx: AnyEventContext, { path, method }: Route): HttpRouteSettings | undefined => {
  if (!Object.hasOwn(cx.properties, 'RouteSettings')) return undefined;
  const settings = cx.properties['RouteSettings']!;
  const condition = hostCondition(cx.host);
  if (!isMap(settings)) {
    // Under a condition the transform wraps the settings before it looks at them.
    if (isNothing(settings) && condition !== undefined) return undefined;
    return cx.fail(BadSettings(kindOf(settings)), entryOf(cx.properties, 'RouteSettings')?.key ?? cx.cause);
  }
  return {
    route: method === anyMethod ? path : `${method.toUpperCase()} ${path}`,
    settings,
    condition,
  };
};
