import type { RestOperation } from '../../../model/channel.ts';
import { type Cause, valueOrigin } from '../../../model/origin.ts';
import { get, isMap, isNothing, isString, isTruthy, type Json, type JsonMap } from '../../../model/tree.ts';
import type { OpenApiDocument } from '../../../openapi/document.ts';
import { ResourcePolicy } from '../resource-policy.ts';
import { addApiKeyDefinition, require, requirementsOf } from '../security.ts';

/** What the authorization of a method depends on beside the event itself. */
export interface AuthSurroundings {
  /** `Auth` of the API, with references to parameters resolved. */
  readonly apiAuth: JsonMap;
  /** The stage of the API, and whether the template says its name. */
  readonly stage: Json;
  readonly stageIsWritten: boolean;
}

/** Builds what the `Auth` of an event asks for into its method. */
export const addEventAuth = (document: OpenApiDocument, operation: RestOperation, around: AuthSurroundings): void => {
  const auth = get(operation.event, 'Auth');
  if (!isMap(auth) || !isTruthy(auth)) return;
  addAuthorizer(document, operation, auth, around.apiAuth);
  const keyRequired = get(auth, 'ApiKeyRequired');
  if (!isNothing(keyRequired)) {
    requireKey(document, operation, isTruthy(keyRequired), valueOrigin(auth, 'ApiKeyRequired'));
  }
  addPolicy(document, operation, auth, around);
};

const addAuthorizer = (
  document: OpenApiDocument,
  { path, method }: RestOperation,
  auth: JsonMap,
  apiAuth: JsonMap,
): void => {
  const name = get(auth, 'Authorizer');
  if (!isString(name) || name === '') return;
  const { history } = document;
  const at = valueOrigin(auth, 'Authorizer');
  const scopes = name === 'NONE' ? undefined : scopesOf(name, auth, apiAuth);
  for (const definition of document.definitions(path, method)) {
    const existing = requirementsOf(document, path, { method, definition });
    if (existing === undefined) continue;
    const requirement = history.dict(at);
    const value = scopes ? history.written(scopes['AuthorizationScopes']!, scopes, 'AuthorizationScopes') : [];
    requirement.set(name, value, { written: true });
    require(document, definition, [...existing, requirement], at);
  }
};

/** The map that has the scopes of a method: the event's `Auth` or the authorizer. */
const scopesOf = (name: string, auth: JsonMap, apiAuth: JsonMap): JsonMap | undefined => {
  const authorizer = get(get(apiAuth, 'Authorizers'), name);
  if (!isMap(authorizer)) return undefined;
  return [auth, authorizer].find((map) => !isNothing(get(map, 'AuthorizationScopes')));
};

const requireKey = (
  document: OpenApiDocument,
  { path, method }: RestOperation,
  required: boolean,
  at: Cause | undefined,
): void => {
  for (const definition of document.definitions(path, method)) {
    if (required) addApiKeyDefinition(document, at);
    const existing = requirementsOf(document, path, { method, definition });
    if (existing === undefined) continue;
    // The mark for "not this one" is taken out again when the API's own settings are built in.
    const requirement = document.history.dictOf({ [required ? 'api_key' : 'api_key_false']: [] }, at);
    definition.set('security', [...existing, requirement], { entry: at && { key: at, value: at } });
  }
};

const addPolicy = (
  document: OpenApiDocument,
  { path, stage }: RestOperation,
  auth: JsonMap,
  around: AuthSurroundings,
): void => {
  const policy = get(auth, 'ResourcePolicy');
  if (!isMap(policy) || !isTruthy(policy)) return;
  const own = stage !== undefined;
  const value = own ? stage : around.stage;
  const stageNode = own || around.stageIsWritten ? document.history.written(value) : value;
  const editor = new ResourcePolicy(document, policy, stageNode, valueOrigin(auth, 'ResourcePolicy'));
  editor.addFor(path);
  editor.addCustomStatements();
};
