import { ref, sub } from '../../model/intrinsics.ts';
import { carry } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isString, isTruthy, type JsonMap, newMap, textOrKind } from '../../model/tree.ts';
import { emitAuthorizerPermission } from '../v2-authorizer-permission.ts';
import type { WebsocketContext } from './index.ts';

const NoConnectRoute = message(
  'auth-without-connect',
  'error',
  () => "'Auth' needs a $connect route: a client of a WebSocket API is only authorized when it connects.",
);
const NoAuthType = message('missing-property', 'error', () => "'Auth' needs 'AuthType': AWS_IAM, CUSTOM or NONE.");
const BadAuthType = message(
  'wrong-value',
  'error',
  (found: string) => `'AuthType' is ${found}; it must be AWS_IAM, CUSTOM or NONE.`,
);
const NoAuthArn = message(
  'missing-property',
  'error',
  () => "'AuthType' CUSTOM needs 'AuthArn', the ARN of the function that authorizes.",
);
const NothingElse = message(
  'unsupported-auth-setting',
  'error',
  (type: string, names: readonly string[]) =>
    `With 'AuthType' ${type} no other setting is allowed; found ${names.map((name) => `'${name}'`).join(', ')}.`,
);
const TakenForNone = message(
  'auth-type-case',
  'warning',
  (found: string) =>
    `'AuthType' is '${found}'. Only ${found.toUpperCase()} in capitals takes effect; as written, anybody can connect.`,
);

const types = ['NONE', 'AWS_IAM', 'CUSTOM'];

/** How clients are authorized when they connect. */
export interface Auth {
  readonly type: string;
  readonly settings: JsonMap;
}

/** Checks `Auth`; undefined where nothing is set. */
export const checkAuth = (cx: WebsocketContext): Auth | undefined => {
  const settings = cx.resolve(cx.props.Auth ?? null);
  if (!isMap(settings) || !isTruthy(settings)) return undefined;
  if (get(cx.props.Routes, '$connect') === undefined) cx.report(NoConnectRoute(), cx.at('Auth'));
  const given = get(settings, 'AuthType');
  if (!isTruthy(given)) return cx.fail(NoAuthType(), cx.at('Auth'));
  const type = isString(given) ? given.toUpperCase() : '';
  if (!types.includes(type)) {
    return cx.fail(BadAuthType(textOrKind(given)), cx.at('Auth', 'AuthType'));
  }
  const others = Object.keys(settings).filter((name) => name !== 'AuthType');
  if (type === 'CUSTOM' && !isTruthy(get(settings, 'AuthArn'))) return cx.fail(NoAuthArn(), cx.at('Auth'));
  if (type !== 'CUSTOM' && others.length > 0) return cx.fail(NothingElse(type, others), cx.at('Auth', others[0]!));
  // The transform upper-cases the type to check it, but not to use it.
  if (given !== type && type !== 'NONE') cx.report(TakenForNone(given as string), cx.at('Auth', 'AuthType'));
  return { type: given === type ? type : 'NONE', settings };
};

const authorizerId = (cx: WebsocketContext): string => `${cx.id}ConnectAuthorizer`;

/** The properties of the $connect route that say who may take it. */
export const authorizeConnection = (cx: WebsocketContext, auth: Auth | undefined): JsonMap => {
  if (auth === undefined) return {};
  if (auth.type !== 'CUSTOM') return { AuthorizationType: auth.type };
  return { AuthorizationType: 'CUSTOM', AuthorizerId: ref(authorizerId(cx)) };
};

/** Emits the authorizer, and the permission to invoke it when no role is given for that. */
export const emitAuthorizer = (cx: WebsocketContext, auth: Auth | undefined): void => {
  if (auth?.type !== 'CUSTOM') return;
  const { settings } = auth;
  const id = authorizerId(cx);
  const authArn = newMap();
  carry(settings, 'AuthArn', authArn);
  const properties = newMap();
  properties['ApiId'] = ref(cx.id);
  carry(settings, 'InvokeRole', properties, 'AuthorizerCredentialsArn');
  properties['AuthorizerType'] = 'REQUEST';
  properties['AuthorizerUri'] = sub(
    'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${AuthArn}/invocations',
    authArn,
  );
  carry(settings, 'IdentitySource', properties);
  properties['Name'] = id;
  if (isTruthy(get(settings, 'Name'))) carry(settings, 'Name', properties);
  const cause = cx.at('Auth', 'AuthArn');
  cx.emit({ id, type: 'AWS::ApiGatewayV2::Authorizer', properties, cause });
  if (!isTruthy(get(settings, 'InvokeRole'))) {
    emitAuthorizerPermission(cx, { id: `${cx.id}AuthorizerPermission`, functionArn: settings['AuthArn']!, cause });
  }
};
