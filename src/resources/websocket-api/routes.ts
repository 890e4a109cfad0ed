import { join, ref, sub } from '../../model/intrinsics.ts';
import { isAlphanumeric } from '../../model/logical-id.ts';
import { type Cause, carry, entryOf } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import {
  get,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  newMap,
} from '../../model/tree.ts';
import { type Auth, authorizeConnection } from './auth.ts';
import type { WebsocketContext } from './index.ts';
import { stageNameOf } from './stage.ts';

const NoRoutes = message(
  'missing-property',
  'error',
  (found: string) => `'Routes' is ${found}; the API needs at least one route.`,
);
const BadRouteKey = message(
  'wrong-value',
  'error',
  (key: string) =>
    `The route key '${key}' may only have letters and digits; the only keys with a '$' are $connect, $disconnect and $default.`,
);
const NoFunction = message(
  'missing-property',
  'error',
  (key: string) => `The route '${key}' needs 'FunctionArn', the ARN of a function.`,
);
const OnlyOnConnect = message(
  'unsupported-request-parameters',
  'error',
  (key: string) =>
    `The route '${key}' has 'RequestParameters'; only $connect, which comes with an HTTP request, can have them.`,
);
const SameId = message(
  'colliding-route-keys',
  'warning',
  (key: string, other: string) =>
    `The routes '${key}' and '${other}' get the same logical IDs, so only the last one is created. Rename one of them.`,
);

/** Emits route, integration and permission of each route key; gives the logical ids of the routes. */
export const emitRoutes = (cx: WebsocketContext, auth: Auth | undefined): string[] => {
  const routes = cx.resolve(cx.props.Routes as Json);
  if (!isMap(routes) || !isTruthy(routes))
    return cx.fail(NoRoutes(isMap(routes) ? 'empty' : kindOf(routes)), cx.at('Routes'));
  const keyById = new Map<string, string>();
  for (const key of cx.keys(routes)) {
    const cause = entryOf(routes, key)?.key ?? cx.at('Routes');
    const base = idOf(key);
    if (base === undefined) {
      cx.report(BadRouteKey(key), cause);
      continue;
    }
    const prefix = cx.id + base;
    const other = keyById.get(prefix);
    if (other !== undefined) cx.report(SameId(key, other), cause);
    keyById.set(prefix, key);
    emitRoute(cx, { key, prefix, spec: routes[key]!, cause }, auth);
  }
  return [...keyById.keys()].map((prefix) => `${prefix}Route`);
};

const idOf = (key: string): string | undefined => {
  const name = /^\$(?:connect|disconnect|default)$/.test(key) ? key.slice(1) : key;
  return isAlphanumeric(name) ? name[0]!.toUpperCase() + name.slice(1).toLowerCase() : undefined;
};

interface Route {
  readonly key: string;
  /** What the logical ids of its resources start with. */
  readonly prefix: string;
  readonly spec: Json;
  readonly cause: Cause | undefined;
}

const emitRoute = (cx: WebsocketContext, { key, prefix, spec, cause }: Route, auth: Auth | undefined): void => {
  const functionArn = get(spec, 'FunctionArn');
  if (!isMap(spec) || isNothing(functionArn)) return cx.report(NoFunction(key), cause);
  const emit = (suffix: string, type: string, properties: JsonMap): void =>
    cx.emit({ id: prefix + suffix, type, properties, cause });
  emit('Route', 'AWS::ApiGatewayV2::Route', {
    ...routeProperties(cx, key, spec),
    ...(key === '$connect' ? authorizeConnection(cx, auth) : {}),
    Target: join('/', ['integrations', ref(`${prefix}Integration`)]),
  });
  emit('Integration', 'AWS::ApiGatewayV2::Integration', integrationProperties(cx, spec));
  emit('Permission', 'AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: functionArn!,
    Principal: 'apigateway.amazonaws.com',
    SourceArn: sourceArn(cx, key),
  });
};

const passedToRoute = [
  'ApiKeyRequired',
  'ModelSelectionExpression',
  'OperationName',
  'RequestModels',
  'RouteResponseSelectionExpression',
];

const routeProperties = (cx: WebsocketContext, key: string, spec: JsonMap): JsonMap => {
  const properties = newMap();
  properties['ApiId'] = ref(cx.id);
  properties['RouteKey'] = key;
  for (const name of passedToRoute) carry(spec, name, properties);
  if (isTruthy(get(spec, 'RequestParameters'))) {
    if (key !== '$connect') cx.report(OnlyOnConnect(key), cx.at('Routes', key, 'RequestParameters'));
    carry(spec, 'RequestParameters', properties);
  }
  return properties;
};

const integrationProperties = (cx: WebsocketContext, spec: JsonMap): JsonMap => {
  const functionArn = newMap();
  carry(spec, 'FunctionArn', functionArn);
  const properties = newMap();
  properties['ApiId'] = ref(cx.id);
  properties['IntegrationType'] = 'AWS_PROXY';
  properties['IntegrationUri'] = sub(
    'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${FunctionArn}/invocations',
    functionArn,
  );
  carry(spec, 'IntegrationTimeout', properties, 'TimeoutInMillis');
  return properties;
};

const sourceArn = (cx: WebsocketContext, key: string): JsonMap => {
  const api = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${cx.id}.ApiId}`;
  const stage = stageNameOf(cx);
  return isString(stage)
    ? sub(`${api}/${stage}/${key}`)
    : sub(`${api}/\${__StageName__}/${key}`, { __StageName__: stage });
};
