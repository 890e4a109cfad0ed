import { didYouMean, nearest } from '../../model/nearest.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import {
  get,
  isList,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
} from '../../model/tree.ts';
import type { TargetApi } from './target.ts';

const AuthNotMap = message(
  'invalid-auth',
  'error',
  (found: string) => `'Auth' is ${found}; it must be a map such as '{Authorizer: NONE}'.`,
);
const NoAuthorizers = message(
  'no-authorizers',
  'error',
  (name: string) => `'Authorizer' is '${name}', but the API has no 'Auth.Authorizers'.`,
);
const AuthorizersNotMap = message(
  'invalid-authorizers',
  'error',
  (found: string) => `'Authorizer' cannot be looked up: 'Auth.Authorizers' of the API is ${found}; it must be a map.`,
);
const AuthorizerNotString = message(
  'invalid-authorizer',
  'error',
  (found: string) => `'Authorizer' is ${found}; it must be the name of an authorizer of the API, AWS_IAM or NONE.`,
);
const UnknownAuthorizer = message(
  'unknown-authorizer',
  'error',
  (name: string, near: string | undefined) => `The API has no authorizer '${name}'.${didYouMean(near)}`,
);
const NothingToTakeBack = message(
  'none-without-default-authorizer',
  'error',
  () => "'Authorizer: NONE' takes back a default authorizer, but the API has no 'Auth.DefaultAuthorizer'.",
);
const ScopesNotList = message(
  'invalid-authorization-scopes',
  'error',
  (found: string) => `'AuthorizationScopes' is ${found}; it must be a list of scopes.`,
);
const ScopesWithoutAuthorizer = message(
  'scopes-without-authorizer',
  'error',
  () => "'AuthorizationScopes' narrows an authorizer; name it under 'Authorizer' of the same 'Auth'.",
);
const NoKeyToTakeBack = message(
  'api-key-not-required',
  'error',
  () => "'ApiKeyRequired: false' takes back what the API requires, but its 'Auth.ApiKeyRequired' is not on.",
);
const PolicyNotMap = message(
  'invalid-resource-policy',
  'error',
  (found: string) => `'ResourcePolicy' is ${found}; it must be a map.`,
);
const NothingToOverride = message(
  'nothing-to-override',
  'error',
  () =>
    "'OverrideApiAuth' needs what to override: 'Authorizer', 'ApiKeyRequired' or 'ResourcePolicy' in the same 'Auth'.",
);

/**
 * Checks what an event says about authorization against what its API offers; the event is given up for a fault.
 * @returns whether it overrides what the author's definition says
 */
export const checkAuth = (cx: AnyEventContext, api: TargetApi): boolean => {
  const auth = get(cx.properties, 'Auth');
  // What starts a state machine is not merged into the author's definition.
  const built = api.managed || (api.merges && cx.host.kind === 'function');
  if (!isTruthy(auth)) return false;
  if (!isMap(auth)) return built ? cx.fail(AuthNotMap(kindOf(auth)), cx.at('Auth')) : false;
  const overrides = api.inline && cx.host.kind === 'function' && isTruthy(get(auth, 'OverrideApiAuth'));
  if (built || overrides) checkAgainst(cx, auth, api.properties);
  if (overrides && !['Authorizer', 'ApiKeyRequired', 'ResourcePolicy'].some((name) => isTruthy(get(auth, name)))) {
    return cx.fail(NothingToOverride(), cx.at('Auth', 'OverrideApiAuth'));
  }
  return overrides;
};

const checkAgainst = (cx: AnyEventContext, auth: JsonMap, api: JsonMap): void => {
  const apiAuth = get(api, 'Auth');
  const offered = (name: string): Json => cx.resolve(get(apiAuth, name) ?? null);
  const authorizer = get(auth, 'Authorizer');
  if (isTruthy(authorizer)) checkAuthorizer(cx, authorizer!, apiAuth);
  const scopes = get(auth, 'AuthorizationScopes');
  if (isTruthy(scopes)) {
    const at = cx.at('Auth', 'AuthorizationScopes');
    if (!isList(scopes)) return cx.fail(ScopesNotList(kindOf(scopes)), at);
    if (!isTruthy(authorizer)) return cx.fail(ScopesWithoutAuthorizer(), at);
  }
  const keyRequired = get(auth, 'ApiKeyRequired');
  if (!isNothing(keyRequired) && !isTruthy(keyRequired) && !isTruthy(offered('ApiKeyRequired'))) {
    return cx.fail(NoKeyToTakeBack(), cx.at('Auth', 'ApiKeyRequired'));
  }
  const policy = get(auth, 'ResourcePolicy');
  if (isTruthy(policy) && !isMap(policy)) {
    return cx.fail(PolicyNotMap(kindOf(policy)), cx.at('Auth', 'ResourcePolicy'));
  }
};

const checkAuthorizer = (cx: AnyEventContext, name: Json, apiAuth: Json | undefined): void => {
  const at = cx.at('Auth', 'Authorizer');
  if (name === 'AWS_IAM') return;
  if (name === 'NONE') {
    if (isTruthy(cx.resolve(get(apiAuth, 'DefaultAuthorizer') ?? null))) return;
    return cx.fail(NothingToTakeBack(), at);
  }
  if (!isString(name)) return cx.fail(AuthorizerNotString(kindOf(name)), at);
  const authorizers = get(apiAuth, 'Authorizers');
  if (!isTruthy(authorizers)) return cx.fail(NoAuthorizers(name), at);
  if (!isMap(authorizers)) return cx.fail(AuthorizersNotMap(kindOf(authorizers)), at);
  if (!isTruthy(get(authorizers, name))) {
    return cx.fail(UnknownAuthorizer(name, nearest(name, Object.keys(authorizers))), at);
  }
};
