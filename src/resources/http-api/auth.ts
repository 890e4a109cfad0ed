import { integrationKey } from '../../model/api-extensions.ts';
import { isNoValue } from '../../model/intrinsics.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import { entryOf, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isString, isTruthy, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { methodName, type OpenApiDocument } from '../../openapi/document.ts';
import type { Dict } from '../../openapi/fingerprint/index.ts';
import { isBlank, kindOfNode } from '../../openapi/node.ts';
import { unknownKey } from '../../schema/unknown-key.ts';
import { emitAuthorizerPermission } from '../v2-authorizer-permission.ts';
import { type Authorizer, type Authorizers, readAuthorizers } from './authorizers.ts';
import { type Definition, documentFor } from './definition.ts';
import type { HttpApiContext } from './index.ts';
import { securityScheme } from './security-scheme.ts';

const DefaultNotString = message(
  'wrong-type',
  'error',
  (found: string) => `'DefaultAuthorizer' is ${found}; it must be the name of an authorizer.`,
);
const UnknownDefault = message(
  'unknown-authorizer',
  'error',
  (name: string, near: string | undefined) =>
    `'DefaultAuthorizer' is '${name}', which 'Authorizers' does not define.${didYouMean(near)}`,
);
const SchemesNotMap = message(
  'invalid-definition',
  'error',
  (name: string, found: string) => `'${name}' of the definition is ${found}; it must be a map.`,
);
const MethodNotLower = message(
  'method-spelling',
  'error',
  (path: string, method: string, meant: string) =>
    `The path '${path}' of the definition has the method '${method}'; a default authorizer needs it to be spelt '${meant}'.`,
);

const allowed = ['Authorizers', 'DefaultAuthorizer', 'EnableIamAuthorizer'];

/** Adds all authorizers to the definition, and the default one to every route that has none. */
export const addAuth = (cx: HttpApiContext, definition: Definition): Authorizers => {
  const auth = cx.props.Auth;
  if (!isMap(auth) || !isTruthy(auth)) return new Map();
  const document = documentFor(cx, definition, 'Auth', 'Authorizers');
  for (const name of Object.keys(auth)) {
    if (!allowed.includes(name))
      cx.report(unknownKey("'Auth' of an HTTP API", name, allowed), entryOf(auth, name)?.key);
  }
  const authorizers = readAuthorizers(cx, auth);
  const schemes = authorizers.size > 0 ? schemesOf(document) : undefined;
  for (const [name, authorizer] of authorizers) {
    const scheme = stamp(securityScheme(authorizer, cx.partition), authorizer.cause);
    const entry = authorizer.cause && { key: authorizer.cause, value: authorizer.cause };
    schemes?.set(name, document.history.written(scheme), { entry });
  }
  const byDefault = defaultOf(cx, auth, authorizers);
  if (byDefault) guardAll(document, byDefault);
  return authorizers;
};

const schemesOf = (document: OpenApiDocument): Dict | undefined => {
  let section: Dict = document.root;
  for (const name of ['components', 'securitySchemes']) {
    if (isBlank(section.get(name))) section.set(name, document.history.dict());
    const inner = section.dict(name);
    if (!inner) {
      document.report(SchemesNotMap(name, kindOfNode(section.get(name))), section.entry(name)?.value);
      return undefined;
    }
    section = inner;
  }
  return section;
};

const defaultOf = (cx: HttpApiContext, auth: JsonMap, authorizers: Authorizers): Authorizer | undefined => {
  const name = get(auth, 'DefaultAuthorizer');
  if (!isTruthy(name) || isNoValue(name)) return undefined;
  const at = cx.at('Auth', 'DefaultAuthorizer');
  if (!isString(name)) return cx.fail(DefaultNotString(kindOf(name)), at);
  const authorizer = authorizers.get(name);
  return authorizer ?? cx.fail(UnknownDefault(name, nearest(name, authorizers.keys())), at);
};

/** What stands beside methods under a path, and the method that browsers use before they may send credentials. */
const unguarded = new Set(['parameters', 'options']);

const guardAll = (document: OpenApiDocument, authorizer: Authorizer): void => {
  const scopes = get(authorizer.settings, 'AuthorizationScopes') ?? [];
  for (const path of document.paths.keys()) {
    const skipped = new Set<string>();
    for (const item of document.pathItems(path)) {
      for (const method of item.keys()) {
        const name = methodName(method);
        if (unguarded.has(name)) skipped.add(method);
        else if (!item.has(name)) document.report(MethodNotLower(path, method, name), item.entry(method)?.key);
      }
    }
    for (const { definition } of document.operations(path, skipped)) {
      if (isBlank(definition.get(integrationKey)) || !isBlank(definition.get('security'))) continue;
      const requirement = newMap();
      requirement[authorizer.name] = scopes;
      definition.set('security', [document.history.written(stamp(requirement, authorizer.cause))]);
    }
  }
};

/** Lets the API invoke the functions of authorizers that ask for that. */
export const emitPermissions = (cx: HttpApiContext, authorizers: Authorizers): void => {
  for (const { name, kind, settings, cause } of authorizers.values()) {
    if (kind !== 'lambda' || get(settings, 'EnableFunctionDefaultPermissions') !== true) continue;
    emitAuthorizerPermission(cx, {
      id: `${cx.id}${name}AuthorizerPermission`,
      functionArn: settings['FunctionArn']!,
      attributes: cx.inherited,
      cause,
    });
  }
};
