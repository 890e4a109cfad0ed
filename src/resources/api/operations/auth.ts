import type { RestOperation } from '../../../model/channel.ts';
import { nearest } from '../../../model/nearest.ts';
import { type Cause, originOf, valueOrigin } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
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
} from '../../../model/tree.ts';
import type { OpenApiDocument } from '../../../openapi/document.ts';
import type { Dict } from '../../../openapi/fingerprint/index.ts';
import { ResourcePolicy } from '../resource-policy.ts';
import { addApiKeyDefinition, require, requirementsOf } from '../security.ts';
import { Fault } from './fault.ts';

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
  (name: string, near: string | undefined) =>
    `The API has no authorizer '${name}'.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
);
const AuthorizerNotMap = message(
  'invalid-authorizer',
  'error',
  (name: string, found: string) => `The authorizer '${name}' of the API is ${found}; it must be a map.`,
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

/** What the authorization of a method depends on beside the event itself. */
export interface AuthSurroundings {
  /** `Auth` of the API, with references to parameters resolved. */
  readonly apiAuth: JsonMap;
  readonly stage: Json | undefined;
  readonly stageIsWritten: boolean;
  readonly cause: Cause | undefined;
}

/** Builds what the `Auth` of an event asks for into its method. */
export const addEventAuth = (document: OpenApiDocument, operation: RestOperation, around: AuthSurroundings): void => {
  const auth = get(operation.event, 'Auth');
  if (!isMap(auth) || !isTruthy(auth)) return;
  checkAuth(auth, around.apiAuth);
  addAuthorizer(document, operation, auth, around);
  const keyRequired = get(auth, 'ApiKeyRequired');
  if (!isNothing(keyRequired))
    requireKey(document, operation, isTruthy(keyRequired), valueOrigin(auth, 'ApiKeyRequired'));
  addPolicy(document, operation, auth, around);
};

const checkAuth = (auth: JsonMap, apiAuth: JsonMap): void => {
  const authorizer = get(auth, 'Authorizer');
  if (isTruthy(authorizer)) checkAuthorizer(authorizer!, apiAuth, valueOrigin(auth, 'Authorizer'));
  const scopes = get(auth, 'AuthorizationScopes');
  if (isTruthy(scopes)) {
    const at = valueOrigin(auth, 'AuthorizationScopes');
    if (!isList(scopes)) throw new Fault(ScopesNotList(kindOf(scopes)), at);
    if (!isTruthy(authorizer)) throw new Fault(ScopesWithoutAuthorizer(), at);
  }
  const keyRequired = get(auth, 'ApiKeyRequired');
  if (!isNothing(keyRequired) && !isTruthy(keyRequired) && !isTruthy(get(apiAuth, 'ApiKeyRequired'))) {
    throw new Fault(NoKeyToTakeBack(), valueOrigin(auth, 'ApiKeyRequired'));
  }
};

const checkAuthorizer = (name: Json, apiAuth: JsonMap, at: Cause | undefined): void => {
  if (name === 'AWS_IAM') return;
  if (name === 'NONE') {
    if (!isTruthy(get(apiAuth, 'DefaultAuthorizer'))) throw new Fault(NothingToTakeBack(), at);
    return;
  }
  if (!isString(name)) throw new Fault(AuthorizerNotString(kindOf(name)), at);
  const authorizers = get(apiAuth, 'Authorizers');
  if (!isTruthy(authorizers)) throw new Fault(NoAuthorizers(name), at);
  if (!isMap(authorizers)) throw new Fault(AuthorizersNotMap(kindOf(authorizers)), at);
  if (!isTruthy(get(authorizers, name))) {
    throw new Fault(UnknownAuthorizer(name, nearest(name, Object.keys(authorizers))), at);
  }
};

const addAuthorizer = (
  document: OpenApiDocument,
  operation: RestOperation,
  auth: JsonMap,
  { apiAuth }: AuthSurroundings,
): void => {
  const name = get(auth, 'Authorizer');
  if (!isString(name) || name === '') return;
  const { history } = document;
  const at = valueOrigin(auth, 'Authorizer');
  const scopes = name === 'NONE' ? undefined : scopesOf(name, auth, apiAuth);
  for (const definition of document.definitions(operation.path, operation.method)) {
    const existing = requirementsOf(document, operation.path, { method: operation.method, definition });
    if (existing === undefined) continue;
    const requirement = history.dict(at);
    const value =
      scopes === undefined ? [] : history.written(get(scopes, 'AuthorizationScopes')!, scopes, 'AuthorizationScopes');
    requirement.set(name, value, { written: true });
    require(document, definition, [...existing, requirement], at);
  }
};

/** The map that has the scopes of a method: the event's `Auth` or the authorizer. */
const scopesOf = (name: string, auth: JsonMap, apiAuth: JsonMap): JsonMap | undefined => {
  const authorizers = get(apiAuth, 'Authorizers');
  const authorizer = get(authorizers, name);
  if (isNothing(authorizer)) return undefined;
  if (!isMap(authorizer)) {
    throw new Fault(AuthorizerNotMap(name, kindOf(authorizer)), valueOrigin(authorizers!, name) ?? originOf(apiAuth));
  }
  return [auth, authorizer].find((map) => !isNothing(get(map, 'AuthorizationScopes')));
};

const requireKey = (
  document: OpenApiDocument,
  { path, method }: RestOperation,
  required: boolean,
  at: Cause | undefined,
): void => {
  const { history } = document;
  for (const definition of document.definitions(path, method)) {
    if (required) addApiKeyDefinition(document, at);
    const existing = requirementsOf(document, path, { method, definition });
    if (existing === undefined) continue;
    // The mark for "not this one" is taken out again when the API's own settings are built in.
    const requirement: Dict = history.dictOf({ [required ? 'api_key' : 'api_key_false']: [] }, at);
    const entry = at && { key: at, value: at };
    definition.set('security', [...existing, requirement], { entry });
  }
};

const addPolicy = (
  document: OpenApiDocument,
  { path, stage }: RestOperation,
  auth: JsonMap,
  around: AuthSurroundings,
): void => {
  const policy = get(auth, 'ResourcePolicy');
  if (!isTruthy(policy)) return;
  const at = valueOrigin(auth, 'ResourcePolicy');
  if (!isMap(policy)) throw new Fault(PolicyNotMap(kindOf(policy)), at);
  const { history } = document;
  const own = stage !== undefined;
  const value = (own ? stage : around.stage) ?? null;
  const stageNode = own || around.stageIsWritten ? history.written(value) : value;
  const editor = new ResourcePolicy(document, policy, stageNode, at);
  editor.addFor(path);
  editor.addCustomStatements();
};
