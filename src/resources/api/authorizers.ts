import { sub } from '../../model/intrinsics.ts';
import { type Cause, entryOf, valueOrigin } from '../../model/origin.ts';
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
  textOrKind,
} from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import type { Dict, Node } from '../../openapi/fingerprint/index.ts';
import type { ApiContext } from './context.ts';
import { identitySource } from './identity.ts';

const AuthorizersNotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'Auth.Authorizers' is ${found}; it must be a map from names to authorizers.`,
);
const AuthorizerNotMap = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `The authorizer '${name}' is ${found}; it must be a map.`,
);
const BadPayloadType = message(
  'wrong-value',
  'error',
  (name: string, found: string) =>
    `'FunctionPayloadType' of the authorizer '${name}' is ${found}; it must be TOKEN or REQUEST.`,
);
const NoIdentitySource = message(
  'missing-identity-source',
  'error',
  (name: string) =>
    `The REQUEST authorizer '${name}' needs 'Identity' with at least one of 'Headers', 'QueryStrings', 'StageVariables' and 'Context' (or 'ReauthorizeEvery: 0').`,
);
const WrongShape = message(
  'wrong-type',
  'error',
  (property: string, name: string, found: string, allowed: string) =>
    `'${property}' of the authorizer '${name}' is ${found}; it must be ${allowed}.`,
);

/** An authorizer of a REST API. */
export interface Authorizer {
  readonly name: string;
  readonly kind: 'iam' | 'cognito' | 'token' | 'request';
  /** The settings as the author wrote them. */
  readonly settings: JsonMap;
  /** The name under `Authorizers`. */
  readonly cause: Cause | undefined;
}

/** The authorizers under `Auth`, checked, in the order in which they are written. A bad one drops the API. */
export const readAuthorizers = (cx: ApiContext, auth: JsonMap): Authorizer[] => {
  const given = get(auth, 'Authorizers');
  if (!isTruthy(given)) return [];
  if (!isMap(given)) return cx.fail(AuthorizersNotMap(kindOf(given)), valueOrigin(auth, 'Authorizers'));
  return cx.keys(given).map((name) => {
    const settings = given[name]!;
    const cause = entryOf(given, name)?.key ?? cx.at('Auth', 'Authorizers');
    if (!isMap(settings)) {
      return cx.fail(AuthorizerNotMap(name, kindOf(settings)), valueOrigin(given, name) ?? cause);
    }
    return checked(cx, name, settings, cause);
  });
};

const checked = (cx: ApiContext, name: string, settings: JsonMap, cause: Cause | undefined): Authorizer => {
  const wrong = (property: string, allowed: string): never => {
    const at = valueOrigin(settings, property) ?? cause;
    return cx.fail(WrongShape(property, name, kindOf(settings[property]), allowed), at);
  };
  const type = get(settings, 'FunctionPayloadType');
  if (!isNothing(type) && type !== 'TOKEN' && type !== 'REQUEST') {
    const at = valueOrigin(settings, 'FunctionPayloadType') ?? cause;
    return cx.fail(BadPayloadType(name, textOrKind(type)), at);
  }
  const identity = get(settings, 'Identity');
  if (isTruthy(identity) && !isMap(identity)) return wrong('Identity', 'a map');
  if (type === 'REQUEST' && lacksIdentity(identity)) {
    return cx.fail(NoIdentitySource(name), valueOrigin(settings, 'Identity') ?? cause);
  }
  const scopes = get(settings, 'AuthorizationScopes');
  if (!isNothing(scopes) && !isList(scopes)) return wrong('AuthorizationScopes', 'a list');
  const unpermitted = get(settings, 'DisableFunctionDefaultPermissions');
  if (!isNothing(unpermitted) && typeof unpermitted !== 'boolean') {
    return wrong('DisableFunctionDefaultPermissions', 'true or false');
  }
  const lambda = type === 'REQUEST' ? 'request' : 'token';
  return { name, kind: isTruthy(get(settings, 'UserPoolArn')) ? 'cognito' : lambda, settings, cause };
};

/** A REQUEST authorizer whose answers are kept needs something to keep them by. */
const lacksIdentity = (identity: Json | undefined): boolean => {
  if (!isTruthy(identity)) return true;
  if (['Headers', 'QueryStrings', 'StageVariables', 'Context'].some((name) => isTruthy(get(identity, name))))
    return false;
  const seconds = get(identity, 'ReauthorizeEvery');
  const isWhole = typeof seconds === 'number' || (isString(seconds) && /^\s*[-+]?\d+\s*$/.test(seconds));
  return !isWhole || Math.trunc(Number(seconds)) > 0;
};

/** The security definition that an authorizer becomes. */
export const securityDefinition = (cx: ApiContext, { history }: OpenApiDocument, authorizer: Authorizer): Dict => {
  const { kind, settings, cause } = authorizer;
  const identity = get(settings, 'Identity');
  const given = (container: Json | undefined, name: string): Node | undefined =>
    isTruthy(get(container, name)) ? history.written(get(container, name)!, container!, name) : undefined;
  const header = kind === 'request' ? 'Unused' : (given(identity, 'Header') ?? 'Authorization');
  const authtype = { iam: 'awsSigv4', cognito: 'cognito_user_pools', token: 'custom', request: 'custom' }[kind];
  const definition = history.dictOf(
    { type: 'apiKey', name: header, in: 'header', 'x-amazon-apigateway-authtype': authtype },
    cause,
  );
  if (kind === 'iam') return definition;

  const details = history.dict(cause);
  details.set('type', kind === 'cognito' ? 'cognito_user_pools' : kind);
  if (kind === 'cognito') {
    const pools = given(settings, 'UserPoolArn')!;
    details.set('providerARNs', isList(settings['UserPoolArn']) ? pools : [pools]);
  } else {
    details.set(
      'authorizerUri',
      authorizerUri(cx, history.written(get(settings, 'FunctionArn') ?? null, settings, 'FunctionArn')),
      { entry: entryOf(settings, 'FunctionArn') },
    );
    const seconds = get(identity, 'ReauthorizeEvery');
    if (isTruthy(identity) && !isNothing(seconds)) {
      details.set('authorizerResultTtlInSeconds', history.written(seconds, identity!, 'ReauthorizeEvery'));
    }
    const role = given(settings, 'FunctionInvokeRole');
    if (role !== undefined && settings['FunctionInvokeRole'] !== 'NONE') details.set('authorizerCredentials', role);
    const source = kind === 'request' ? identitySource(cx, authorizer) : '';
    if (source !== '') details.set('identitySource', history.written(source));
  }
  const expression = kind === 'request' ? undefined : given(identity, 'ValidationExpression');
  if (expression !== undefined) details.set('identityValidationExpression', expression);
  definition.set('x-amazon-apigateway-authorizer', details);
  return definition;
};

const authorizerUri = ({ partition }: ApiContext, functionArn: Node): Node => {
  const text = `arn:${partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${__FunctionArn__}/invocations`;
  return { 'Fn::Sub': [text, { __FunctionArn__: functionArn }] };
};

/** Lets API Gateway call the function of an authorizer. */
export const permitAuthorizer = (cx: ApiContext, { name, settings, cause }: Authorizer): void => {
  const functionArn = get(settings, 'FunctionArn');
  if (!isTruthy(functionArn) || settings['DisableFunctionDefaultPermissions'] === true) return;
  const arn = `arn:${cx.partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/authorizers/*`;
  const properties: JsonMap = {
    Action: 'lambda:InvokeFunction',
    FunctionName: functionArn!,
    Principal: 'apigateway.amazonaws.com',
    SourceArn: sub(arn, { __ApiId__: { Ref: cx.id } }),
  };
  const id = `${cx.id}${name}AuthorizerPermission`;
  cx.emit({ id, type: 'AWS::Lambda::Permission', properties, attributes: cx.inherited, cause });
};
