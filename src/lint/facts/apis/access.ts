import type { RuleContext, TemplateView } from '../../../model/rule.ts';
import { get, isList, isMap, isNothing, type Json } from '../../../model/tree.ts';
import { isPlainMap } from '../templates/choices.ts';
import { isIncomplete, isInFaultyEvent } from '../templates/faulty.ts';
import { isTrue } from '../texts/scalar.ts';
import { type ApiDocument, type Operation, policyKey, type SecurityScheme } from './document.ts';
import type { ApiRoute } from './routes.ts';

/** What a caller needs: nothing, only an API key, some authorization; `unknown` where that cannot be told. */
export type Access = 'open' | 'key' | 'authorized' | 'unknown';

/** What a caller of a route needs. */
export const accessOf = (route: ApiRoute, cx: TemplateView): Access => {
  if (route.operation && route.document) return accessOfOperation(route.operation, route.document);
  const { owner } = route;
  const type = cx.resolve(owner.get('AuthorizationType') ?? 'NONE');
  if (type === undefined) return 'unknown';
  if (type !== 'NONE') return 'authorized';
  const key = cx.resolve(owner.get('ApiKeyRequired') ?? false);
  return key === undefined ? 'unknown' : isTrue(key) ? 'key' : 'open';
};

/** Whether a route of a REST API asks for signed requests, or that cannot be told. */
export const mayNeedIam = (route: ApiRoute, cx: TemplateView): boolean => {
  const access = accessOf(route, cx);
  if (access !== 'authorized') return access === 'unknown';
  const { operation, document, owner } = route;
  if (!operation || !document) return !authorizerTypes.has(cx.resolve(owner.get('AuthorizationType')));
  if (!isNothing(get(operation.body, 'x-amazon-apigateway-auth'))) return true;
  const security = get(operation.body, 'security') ?? get(document.body, 'security');
  const names = isList(security) ? security.filter(isMap).flatMap((requirement) => Object.keys(requirement)) : [];
  return !names.every((name) =>
    document.schemes.some(
      ({ name: other, body }) => other === name && !isNothing(get(body, 'x-amazon-apigateway-authorizer')),
    ),
  );
};

/** The types of authorization that a function or a user pool decides about. */
const authorizerTypes: ReadonlySet<Json | undefined> = new Set(['COGNITO_USER_POOLS', 'CUSTOM']);

/** Whether a resource policy says who may call the API. */
export const hasResourcePolicy = ({ api, document }: ApiRoute): boolean =>
  !api.lacks('Policy') || !isNothing(get(document?.body, policyKey));

/** Whether an error in the API, or in the event of the route, keeps the transform from saying who may call it. */
export const mayLackAccess = ({ api, at }: ApiRoute, cx: RuleContext): boolean =>
  isIncomplete(api, at, cx) || isInFaultyEvent(at, cx);

const accessOfOperation = ({ body }: Operation, document: ApiDocument): Access => {
  const own = get(body, 'x-amazon-apigateway-auth');
  if (!isNothing(own)) return get(own, 'type') === 'NONE' ? 'open' : 'authorized';
  const security = get(body, 'security') ?? get(document.body, 'security');
  if (isNothing(security)) return 'open';
  if (!isList(security)) return 'unknown';
  let access: Access = 'open';
  for (const requirement of security) {
    if (!isMap(requirement)) return 'unknown';
    for (const name of Object.keys(requirement)) {
      const needed = accessByScheme(name, document);
      if (needed === 'authorized' || needed === 'unknown') return needed;
      if (needed === 'key') access = 'key';
    }
  }
  return access;
};

const accessByScheme = (name: string, { schemes, isComplete }: ApiDocument): Access => {
  const scheme = schemes.find((each) => each.name === name);
  if (scheme) return isApiKey(scheme) ? 'key' : 'authorized';
  // SAM's own name for a route that is open in spite of a default authorizer.
  return isComplete && name === 'NONE' ? 'open' : 'unknown';
};

/** An API key as API Gateway means it: other schemes of that type carry an authorizer. */
const isApiKey = ({ body }: SecurityScheme): boolean => {
  const authorization: (Json | undefined)[] = [
    get(body, 'x-amazon-apigateway-authtype'),
    get(body, 'x-amazon-apigateway-authorizer'),
  ];
  return get(body, 'type') === 'apiKey' && authorization.every(isNothing);
};

/** Whether a caller of a route certainly needs an API key, alone or beside something else. */
export const needsKey = (route: ApiRoute, cx: TemplateView): boolean => {
  const { operation, document, owner } = route;
  if (!operation || !document) return isTrue(cx.resolve(owner.get('ApiKeyRequired')));
  const keys = keySchemes(route);
  const security = get(operation.body, 'security') ?? get(document.body, 'security');
  const required = isList(security) ? security.filter(isMap).flatMap((requirement) => Object.keys(requirement)) : [];
  return required.some((name) => keys.has(name));
};

/** Whether a route needs an API key, or that cannot be told. */
export const mayNeedKey = (route: ApiRoute, cx: TemplateView): boolean => {
  const { operation, document, owner } = route;
  if (needsKey(route, cx)) return true;
  if (!operation || !document) {
    return owner.get('ApiKeyRequired') !== undefined && cx.resolve(owner.get('ApiKeyRequired')) === undefined;
  }
  const security = get(operation.body, 'security') ?? get(document.body, 'security');
  return !document.isComplete || (!isNothing(security) && !(isList(security) && security.every(isPlainMap)));
};

/** The security schemes of a route's document that are API keys and no authorizers. */
export const keySchemes = ({ document }: ApiRoute): ReadonlySet<string> =>
  new Set(document?.schemes.filter(isApiKey).map(({ name }) => name));
