import { canonicalJson } from '../../model/hash.ts';
import { append } from '../../model/lists.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import { type Cause, entryOf, valueOrigin } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isString, isTruthy, type Json, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import type { OpenApiDocument, Operation } from '../../openapi/document.ts';
import { type Dict, hashOrder, type Node, toJson } from '../../openapi/fingerprint/index.ts';
import { unknownKey } from '../../schema/unknown-key.ts';
import { type Authorizer, readAuthorizers, securityDefinition } from './authorizers.ts';
import type { ApiContext } from './context.ts';
import type { Definition } from './definition.ts';
import { useOpenApi3 } from './openapi3.ts';
import { ResourcePolicy } from './resource-policy.ts';
import { addApiKeyDefinition, notMethods, require, requirementsOf, securityDefinitions } from './security.ts';
import { authOf, isImplicit, onUnlessWritten } from './settings.ts';

const AuthNotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'Auth' is ${found} once its parameters are resolved; it must be a map.`,
);
const BadDefault = message(
  'wrong-type',
  'error',
  (found: string) => `'DefaultAuthorizer' is ${found}; it must be the name of an authorizer, or AWS_IAM.`,
);
const UnknownDefault = message(
  'unknown-authorizer',
  'error',
  (name: string, near: string | undefined) =>
    `'DefaultAuthorizer' is '${name}', which is not under 'Authorizers'.${didYouMean(near)}`,
);
const PolicyNotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'ResourcePolicy' is ${found}; it must be a map.`,
);

const names = [
  'Authorizers',
  'DefaultAuthorizer',
  'InvokeRole',
  'AddDefaultAuthorizerToCorsPreflight',
  'AddApiKeyRequiredToCorsPreflight',
  'ApiKeyRequired',
  'ResourcePolicy',
  'UsagePlan',
];

/** Builds what `Auth` says about the API as a whole into the definition. */
export const addAuth = (cx: ApiContext, definition: Definition): void => {
  const given = cx.resolve(cx.props.Auth ?? null);
  if (isTruthy(given) && !isMap(given)) cx.report(AuthNotMap(kindOf(given)), cx.at('Auth'));
  const auth = authOf(cx);
  if (!isTruthy(auth)) return;
  const document = definition.editable('Auth');
  checkNames(cx, auth!);
  document.edit(() => {
    addAuthorizers(cx, document, auth!);
    if (isTruthy(get(auth, 'ApiKeyRequired'))) requireKeys(document, auth!);
    addPolicy(cx, document, auth!);
  });
  useOpenApi3(cx, document);
};

const checkNames = (cx: ApiContext, auth: JsonMap): void => {
  const unknown = Object.keys(auth).filter((name) => !names.includes(name));
  for (const name of unknown) cx.report(unknownKey("'Auth'", name, names), entryOf(auth, name)?.key);
};

const addAuthorizers = (cx: ApiContext, document: OpenApiDocument, auth: JsonMap): void => {
  const written = readAuthorizers(cx, auth);
  const byDefault = get(auth, 'DefaultAuthorizer');
  const at = valueOrigin(auth, 'DefaultAuthorizer');
  const byName = new Map<string, Authorizer>();
  if (byDefault === 'AWS_IAM') {
    byName.set(byDefault, { name: byDefault, kind: 'iam', settings: newMap(), cause: at });
  }
  for (const authorizer of written) byName.set(authorizer.name, authorizer);
  if (byName.size === 0) return;
  const section = securityDefinitions(document);
  const ordered = hashOrder(byName.keys());
  for (const name of ordered) {
    const authorizer = byName.get(name)!;
    const { cause } = authorizer;
    const entry = cause && { key: cause, value: cause };
    section?.set(name, securityDefinition(cx, document, authorizer), { written: true, entry });
  }
  if (!isTruthy(byDefault)) return;
  if (!isString(byDefault)) return cx.fail(BadDefault(kindOf(byDefault)), at);
  const authorizer = byName.get(byDefault);
  if (!authorizer) return cx.fail(UnknownDefault(byDefault, nearest(byDefault, byName.keys())), at);
  const preflight = onUnlessWritten(auth, 'AddDefaultAuthorizerToCorsPreflight');
  const authorizers = new Set(['AWS_IAM', ...byName.keys()]);
  for (const path of document.paths.keys()) {
    for (const operation of callable(document, path)) {
      if (preflight || operation.method !== 'options')
        applyDefault(document, path, operation, authorizer, authorizers, at);
    }
  }
};

/** The methods of a path that have an integration. */
const callable = (document: OpenApiDocument, path: string): Operation[] =>
  document.operations(path, notMethods).filter(({ definition }) => document.isIntegrated(definition));

/** A method takes the default authorizer unless it has another one, or says NONE. */
const applyDefault = (
  document: OpenApiDocument,
  path: string,
  operation: Operation,
  authorizer: Authorizer,
  authorizers: ReadonlySet<string>,
  cause: Cause | undefined,
): void => {
  const existing = requirementsOf(document, path, operation);
  if (existing === undefined) return;
  const [own, others] = split(existing, (key) => authorizers.has(key));
  const none = others.findIndex((requirement) => requirement.has('NONE'));
  if (none >= 0) others.splice(none, 1);
  else if (own.length > 0) append(others, own);
  else others.push(defaultRequirement(document, authorizer, cause));
  if (others.length > 0)
    require(document, operation.definition, others, own.length > 0 || none >= 0 ? undefined : cause);
};

const defaultRequirement = ({ history }: OpenApiDocument, authorizer: Authorizer, cause: Cause | undefined): Dict => {
  const { name, settings } = authorizer;
  const scopes = get(settings, 'AuthorizationScopes') ?? undefined;
  const requirement = history.dict(cause);
  const value: Node = scopes === undefined ? [] : history.written(scopes, settings, 'AuthorizationScopes');
  requirement.set(name, value, { written: true });
  return requirement;
};

const split = (requirements: readonly Dict[], belongs: (key: string) => boolean): [own: Dict[], others: Dict[]] => {
  const own: Dict[] = [];
  const others: Dict[] = [];
  for (const requirement of requirements) (requirement.keys().some(belongs) ? own : others).push(requirement);
  return [own, others];
};

/** Every method requires an API key unless its event says that it does not. */
const requireKeys = (document: OpenApiDocument, auth: JsonMap): void => {
  const at = valueOrigin(auth, 'ApiKeyRequired');
  addApiKeyDefinition(document, at);
  const preflight = onUnlessWritten(auth, 'AddApiKeyRequiredToCorsPreflight');
  const isKey = (key: string): boolean => key === 'api_key' || key === 'api_key_false';
  for (const path of document.paths.keys()) {
    for (const { method, definition } of callable(document, path)) {
      const existing = requirementsOf(document, path, { method, definition });
      if (existing === undefined) continue;
      const [keys, others] = split(existing, isKey);
      const takenBack = keys.some((requirement) => requirement.has('api_key_false'));
      const wanted = !takenBack && (method !== 'options' || preflight);
      const requirements = wanted ? [...others, document.history.dictOf({ api_key: [] }, at)] : others;
      if (identity(requirements) === identity(existing)) continue;
      definition.set('security', requirements, { entry: at && { key: at, value: at } });
    }
  }
};

const identity = (requirements: readonly Dict[]): string => canonicalJson(toJson([...requirements]));

const addPolicy = (cx: ApiContext, document: OpenApiDocument, auth: JsonMap): void => {
  const policy = get(auth, 'ResourcePolicy');
  if (!isTruthy(policy)) return;
  const at = valueOrigin(auth, 'ResourcePolicy');
  if (!isMap(policy)) return cx.fail(PolicyNotMap(kindOf(policy)), at);
  const stage: Json = cx.props.StageName;
  const node = isImplicit(cx) ? stage : document.history.written(stage, cx.properties, 'StageName');
  const editor = new ResourcePolicy(document, policy, node, at);
  for (const path of document.paths.keys()) editor.addFor(path);
  editor.addCustomStatements();
};
