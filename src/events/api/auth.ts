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
  'wrong-type',
  'error',
  (found: string) => `'Auth' is ${found}; it must be a map such as '{Authorizer: NONE}'.`,
);
const NoAuthorizers = message(
  'unknown-authorizer',
  'error',
  (name: string) => `'Authorizer' is '${name}', but the API has no 'Auth.Authorizers'.`,
);
const AuthorizersNotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'Authorizer' cannot be looked up: 'Auth.Authorizers' of the API is ${found}; it must be a map.`,
);
const AuthorizerNotString = message(
  'wrong-type',
  'error',
  (found: string) => `'Authorizer' is ${found}; it must be the name of an authorizer of the API, AWS_IAM or NONE.`,
);
const UnknownAuthorizer = message(
  'unknown-authorizer',
  'error',
  (name: string, near: string | undefined) => `The API has no authorizer '${name}'.${didYouMean(near)}`,
);
const NothingToTakeBack = message(
  'no-default-authorizer',
  'error',
  () =>
    "'Authorizer: NONE' switches off the default authorizer, but the API has no 'Auth.DefaultAuthorizer'. Remove it.",
);
const ScopesNotList = message(
  'wrong-type',
  'error',
  (found: string) => `'AuthorizationScopes' is ${found}; it must be a list of scopes.`,
);
const ScopesWithoutAuthorizer = message(
  'scopes-without-authorizer',
  'error',
  () => "'AuthorizationScopes' applies to an authorizer; name it under 'Authorizer' in the same 'Auth'.",
);
const NoKeyToTakeBack = message(
  'api-key-not-required',
  'error',
  () =>
    "'ApiKeyRequired: false' switches off the API key, but 'Auth.ApiKeyRequired' of the API is not true. Remove it.",
);
const PolicyNotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'ResourcePolicy' is ${found}; it must be a map.`,
);
const NothingToOverride = message(
  'nothing-to-override',
  'error',
  () =>
    "'OverrideApiAuth' has no setting to apply; add 'Authorizer', 'ApiKeyRequired' or 'ResourcePolicy' to the same 'Auth'.",
);

/**
 * Checks what an event says about authorization against what its API offers; a fault drops the event.
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
