import { getAtt, ref } from '../../model/intrinsics.ts';
import { carry, entryOf, originOf, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isList, isMap, isNothing, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { type GraphqlContext, present } from './shared.ts';

const TwoConfigurations = message(
  'exclusive-properties',
  'error',
  (names: readonly string[]) =>
    `'Auth' has ${names.map((name) => `'${name}'`).join(' and ')} in one place; a type has at most one of them. Put others under 'Additional'.`,
);
const NoConfiguration = message(
  'missing-property',
  'error',
  (type: string, name: string) => `The type ${type} needs '${name}'.`,
);

/** What a type needs to know: its property here and in the generated resource. */
const configurations: ReadonlyMap<string, readonly [from: string, to: string]> = new Map([
  ['AWS_LAMBDA', ['LambdaAuthorizer', 'LambdaAuthorizerConfig']],
  ['OPENID_CONNECT', ['OpenIDConnect', 'OpenIDConnectConfig']],
  ['AMAZON_COGNITO_USER_POOLS', ['UserPool', 'UserPoolConfig']],
]);

/** Puts the authorizers into the properties of the API, and lets AppSync call the functions among them. */
export const addAuth = (cx: GraphqlContext, properties: JsonMap): void => {
  const auth = cx.props.Auth;
  const additional = get(auth, 'Additional');
  const others = isList(additional) ? additional.filter(isMap) : [];
  const providers = [authorizer(cx, auth, properties)];
  const list = others.map((other) => {
    const provider = newMap();
    providers.push(authorizer(cx, other, provider));
    const pool = provider['UserPoolConfig'];
    // Only the default way in decides about what no directive is about.
    if (isMap(pool)) delete pool['DefaultAction'];
    return stamp(provider, originOf(other));
  });
  if (list.length > 0) properties['AdditionalAuthenticationProviders'] = list;
  const functions = providers.filter((arn) => arn !== undefined);
  functions.forEach((arn, index) => {
    allowCall(cx, `${cx.id}ToLambdaAuthConnector${index + 1}`, arn);
  });
};

/** Puts one authorizer into a map; gives the ARN of its function, if it has one. */
const authorizer = (cx: GraphqlContext, auth: JsonMap, to: JsonMap): Json | undefined => {
  carry(auth, 'Type', to, 'AuthenticationType');
  const type = get(auth, 'Type');
  const given = [...configurations.values()].map(([name]) => name).filter((name) => !isNothing(get(auth, name)));
  if (given.length > 1) {
    cx.report(TwoConfigurations(given), entryOf(auth, given[1]!)?.key ?? originOf(auth) ?? cx.at('Auth'));
  }
  const [from, name] = (isString(type) && configurations.get(type)) || [];
  if (from === undefined || name === undefined) return undefined;
  const configuration = get(auth, from);
  if (!isMap(configuration)) {
    cx.report(NoConfiguration(String(type), from), entryOf(auth, 'Type')?.value ?? cx.at('Auth'));
    return undefined;
  }
  to[name] = present(configuration);
  return get(configuration, 'AuthorizerUri');
};

const allowCall = (cx: GraphqlContext, id: string, arn: Json): void => {
  cx.expandPart({
    id,
    type: 'AWS::Serverless::Connector',
    properties: {
      Source: { Type: 'AWS::AppSync::GraphQLApi', Arn: ref(cx.id), ResourceId: getAtt(cx.id, 'ApiId') },
      Destination: { Type: 'AWS::Lambda::Function', Arn: arn },
      Permissions: ['Write'],
    },
    cause: originOf(arn) ?? cx.at('Auth'),
  });
};
