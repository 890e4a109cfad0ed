import { type Cause, entryOf } from '../../model/origin.ts';
import { type Message, message } from '../../model/problem.ts';
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
  textOrKind,
} from '../../model/tree.ts';
import type { HttpApiContext } from './index.ts';

const NotMap = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `'${name}' is ${found}; it must be a map.`,
);
const NoOpenId = message(
  'unsupported-authorizer-property',
  'error',
  (name: string) =>
    `The authorizer '${name}' has 'OpenIdConnectUrl', which is no longer supported; use 'JwtConfiguration'.`,
);
const OnlyFor = message(
  'unsupported-authorizer-property',
  'error',
  (name: string, property: string, kind: string, mark: string) =>
    `The authorizer '${name}' has '${property}', which is only for ${kind} authorizers, those with '${mark}'.`,
);
const Incomplete = message(
  'incomplete-authorizer',
  'error',
  (name: string, kind: string, missing: readonly string[]) =>
    `The ${kind} authorizer '${name}' needs ${missing.map((each) => `'${each}'`).join(' and ')}.`,
);
const Missing = (name: string, kind: string, missing: readonly string[]): Message => ({
  ...Incomplete(name, kind, missing),
  subject: missing.join(', '),
});
const ScopesNotList = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `'AuthorizationScopes' of the authorizer '${name}' is ${found}; it must be a list.`,
);
const JwtNotMap = message(
  'wrong-type',
  'error',
  (name: string, found: string) =>
    `'JwtConfiguration' of the authorizer '${name}' is ${found}; it must be a map with 'issuer' and 'audience'.`,
);
const NotBoolean = message(
  'wrong-type',
  'error',
  (name: string, property: string, found: string) =>
    `'${property}' of the authorizer '${name}' is ${found}; it must be true or false.`,
);
const NotStrings = message(
  'wrong-type',
  'error',
  (name: string, property: string, found: string) =>
    `'${property}' of the authorizer '${name}' is ${found}; it must be a list of strings.`,
);

/** An authorizer that the author defines, or the one built into API Gateway. */
export interface Authorizer {
  readonly name: string;
  readonly kind: 'iam' | 'jwt' | 'lambda';
  /** What the author says of it. */
  readonly settings: JsonMap;
  readonly cause: Cause | undefined;
}

export type Authorizers = ReadonlyMap<string, Authorizer>;

const iam = 'AWS_IAM';

/** All authorizers of the API by their names, checked. */
export const readAuthorizers = (cx: HttpApiContext, auth: JsonMap): Authorizers => {
  const authorizers = new Map<string, Authorizer>();
  if (get(auth, 'EnableIamAuthorizer') === true) {
    authorizers.set(iam, { name: iam, kind: 'iam', settings: {}, cause: cx.at('Auth', 'EnableIamAuthorizer') });
  }
  const given = get(auth, 'Authorizers');
  if (!isTruthy(given)) return authorizers;
  if (!isMap(given)) return cx.fail(NotMap('Auth.Authorizers', kindOf(given)), cx.at('Auth', 'Authorizers'));
  for (const name of Object.keys(given)) {
    const settings = given[name]!;
    const cause = entryOf(given, name)?.key ?? cx.at('Auth', 'Authorizers');
    if (!isMap(settings)) cx.report(NotMap(`Auth.Authorizers.${name}`, kindOf(settings)), cause);
    else {
      const kind = isTruthy(get(settings, 'JwtConfiguration')) ? 'jwt' : 'lambda';
      const authorizer: Authorizer = { name, kind, settings, cause };
      check(authorizer, (found, at) => cx.report(found, at ?? cause));
      authorizers.set(name, authorizer);
    }
  }
  return authorizers;
};

const forJwt = ['AuthorizationScopes', 'IdentitySource'];
const forLambda = [
  'FunctionArn',
  'FunctionInvokeRole',
  'Identity',
  'AuthorizerPayloadFormatVersion',
  'EnableSimpleResponses',
  'EnableFunctionDefaultPermissions',
];

const check = (
  { name, kind, settings, cause }: Authorizer,
  report: (found: Message, at: Cause | undefined) => void,
): void => {
  const at = (property: string): Cause | undefined => entryOf(settings, property)?.value ?? cause;
  if (Object.hasOwn(settings, 'OpenIdConnectUrl')) report(NoOpenId(name), entryOf(settings, 'OpenIdConnectUrl')?.key);
  const scopes = get(settings, 'AuthorizationScopes');
  if (!isNothing(scopes) && !isList(scopes)) report(ScopesNotList(name, kindOf(scopes)), at('AuthorizationScopes'));
  for (const property of kind === 'jwt' ? forLambda : forJwt) {
    if (isNothing(get(settings, property))) continue;
    const found =
      kind === 'jwt'
        ? OnlyFor(name, property, 'Lambda', 'FunctionArn')
        : OnlyFor(name, property, 'JWT', 'JwtConfiguration');
    report(found, entryOf(settings, property)?.key);
  }
  if (kind === 'jwt') {
    const jwt = get(settings, 'JwtConfiguration');
    if (!isMap(jwt)) report(JwtNotMap(name, kindOf(jwt)), at('JwtConfiguration'));
    if (!isTruthy(get(settings, 'IdentitySource'))) report(Missing(name, 'JWT', ['IdentitySource']), cause);
    return;
  }
  const missing = ['FunctionArn', 'AuthorizerPayloadFormatVersion'].filter((each) => !isTruthy(get(settings, each)));
  if (missing.length > 0) report(Missing(name, 'Lambda', missing), cause);
  const permitted = get(settings, 'EnableFunctionDefaultPermissions');
  if (!isNothing(permitted) && typeof permitted !== 'boolean') {
    const property = 'EnableFunctionDefaultPermissions';
    report(NotBoolean(name, property, textOrKind(permitted)), at(property));
  }
  checkIdentity(name, get(settings, 'Identity'), (found, property) =>
    report(found, property ? entryOf(settings['Identity'], property)?.value : at('Identity')),
  );
};

/** What a Lambda authorizer receives of a request, and how the definition names its parts. */
export const identityPrefixes = [
  ['$request.header.', 'Headers'],
  ['$request.querystring.', 'QueryStrings'],
  ['$stageVariables.', 'StageVariables'],
  ['$context.', 'Context'],
] as const;

const checkIdentity = (
  name: string,
  identity: Json | undefined,
  report: (found: Message, property?: string) => void,
): void => {
  if (!isTruthy(identity)) return;
  if (!isMap(identity)) return report(NotMap(`Auth.Authorizers.${name}.Identity`, kindOf(identity)));
  for (const [, property] of identityPrefixes) {
    const values = get(identity, property);
    if (!isTruthy(values) || (isList(values) && values.every(isString))) continue;
    report(NotStrings(name, property, isList(values) ? 'a list with something else' : kindOf(values)), property);
  }
};
