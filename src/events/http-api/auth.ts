import { didYouMean, nearest } from '../../model/nearest.ts';
import { carry, entryOf } from '../../model/origin.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isList, isMap, isString, isTruthy, type Json, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import type { Route } from './route.ts';

const ApiAuthNotMap = message(
  'wrong-type',
  'error',
  (id: string, found: string) => `'Auth' of the API '${id}' is ${found}; it must be a map.`,
);
const NoAuthorizer = message(
  'missing-authorizer',
  'error',
  (api: string) => `'Auth' needs 'Authorizer', because '${api}' has no 'DefaultAuthorizer' to fall back on.`,
);
const NothingToSwitchOff = message(
  'no-default-authorizer',
  'error',
  (api: string) =>
    `'Authorizer: NONE' switches off the default authorizer, but '${api}' has no 'DefaultAuthorizer'. Remove it.`,
);
const AuthorizerNotString = message(
  'wrong-type',
  'error',
  (found: string) => `'Authorizer' is ${found}; it must be the name of an authorizer of the API.`,
);
const NoAuthorizers = message(
  'unknown-authorizer',
  'error',
  (name: string, api: string) => `'Authorizer' is '${name}', but '${api}' has no map of 'Authorizers' under 'Auth'.`,
);
const UnknownAuthorizer = message(
  'unknown-authorizer',
  'error',
  (name: string, api: string, near: string | undefined) =>
    `'Authorizer' is '${name}', which '${api}' does not define.${didYouMean(near)}`,
);
const AuthorizerNotMap = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `The authorizer '${name}' is ${found}; it must be a map.`,
);
const ScopesNotList = message(
  'wrong-type',
  'error',
  (found: string) => `'AuthorizationScopes' is ${found}; it must be a list of strings.`,
);

/**
 * Who may take the route, as its `Auth` and that of the API say: a map of the authorizer's name to scopes. Undefined
 * when the event says nothing.
 */
export const securityOf = (cx: AnyEventContext, { apiId }: Route): JsonMap | undefined => {
  const auth = get(cx.properties, 'Auth');
  if (!isTruthy(auth)) return undefined;
  const apiAuth = authOfApi(cx, apiId);
  const authorizers = get(apiAuth, 'Authorizers');
  const byDefault = get(apiAuth, 'DefaultAuthorizer');
  const own = get(auth, 'Authorizer');
  const name = isTruthy(own) ? own : byDefault;
  const at = cx.at('Auth', 'Authorizer');
  if (!isTruthy(name)) return cx.fail(NoAuthorizer(apiId), cx.at('Auth'));
  const scopes = get(auth, 'AuthorizationScopes');
  if (isTruthy(scopes) && !isList(scopes)) {
    return cx.fail(ScopesNotList(kindOf(scopes)), cx.at('Auth', 'AuthorizationScopes'));
  }
  if (name === 'NONE') {
    if (!isTruthy(byDefault)) return cx.fail(NothingToSwitchOff(apiId), at);
    return requirement(name);
  }
  if (name === 'AWS_IAM' && get(apiAuth, 'EnableIamAuthorizer') === true) return requirement(name);
  if (!isString(name)) return cx.fail(AuthorizerNotString(kindOf(name)), at);
  if (!isMap(authorizers) || !isTruthy(authorizers)) return cx.fail(NoAuthorizers(name, apiId), at);
  const authorizer = get(authorizers, name);
  if (!isTruthy(authorizer)) {
    return cx.fail(UnknownAuthorizer(name, apiId, nearest(name, Object.keys(authorizers))), at);
  }
  if (!isMap(authorizer)) {
    return cx.fail(AuthorizerNotMap(name, kindOf(authorizer)), entryOf(authorizers, name)?.key, apiId);
  }
  return name === 'AWS_IAM' ? requirement(name) : requirement(name, authorizer, auth!);
};

/** A security requirement: the scopes are those of the last container that has some. */
const requirement = (name: string, ...containers: Json[]): JsonMap => {
  const required = newMap();
  required[name] = [];
  for (const container of containers) {
    if (isTruthy(get(container, 'AuthorizationScopes'))) carry(container, 'AuthorizationScopes', required, name);
  }
  return required;
};

const authOfApi = (cx: AnyEventContext, apiId: string): JsonMap => {
  const { properties } = cx.lookup(apiId)!;
  if (!Object.hasOwn(properties, 'Auth')) return newMap();
  const auth = properties['Auth']!;
  if (isMap(auth)) return auth;
  return cx.fail(ApiAuthNotMap(apiId, kindOf(auth)), entryOf(properties, 'Auth')?.key, apiId);
};
