import { sub } from '../../model/intrinsics.ts';
import { carry, entryOf, place } from '../../model/origin.ts';
import { get, isList, isMap, isNothing, isString, isTruthy, type JsonMap, newMap } from '../../model/tree.ts';
import { type Authorizer, identityPrefixes } from './authorizers.ts';

const extension = 'x-amazon-apigateway-authorizer';

/** The security scheme by which a definition knows an authorizer. */
export const securityScheme = ({ kind, settings }: Authorizer, partition: string): JsonMap => {
  switch (kind) {
    case 'iam':
      return { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' };
    case 'jwt':
      return { type: 'oauth2', [extension]: jwtAuthorizer(settings) };
    case 'lambda':
      return { type: 'apiKey', name: 'Unused', in: 'header', [extension]: lambdaAuthorizer(settings, partition) };
  }
};

const jwtAuthorizer = (settings: JsonMap): JsonMap => {
  const authorizer = newMap();
  authorizer['jwtConfiguration'] = lowerCased(get(settings, 'JwtConfiguration') as JsonMap);
  place(authorizer, 'jwtConfiguration', entryOf(settings, 'JwtConfiguration'));
  carry(settings, 'IdentitySource', authorizer, 'identitySource');
  authorizer['type'] = 'jwt';
  return authorizer;
};

/** The keys of a JWT configuration are in small letters in a definition, unlike everywhere else. */
const lowerCased = (configuration: JsonMap): JsonMap => {
  const copy = newMap();
  if (!isMap(configuration)) return copy;
  for (const key of Object.keys(configuration)) {
    copy[key.toLowerCase()] = configuration[key]!;
    place(copy, key.toLowerCase(), entryOf(configuration, key));
  }
  return copy;
};

const lambdaAuthorizer = (settings: JsonMap, partition: string): JsonMap => {
  const functionArn = newMap();
  carry(settings, 'FunctionArn', functionArn, '__FunctionArn__');
  const authorizer = newMap();
  authorizer['type'] = 'request';
  authorizer['authorizerUri'] = sub(
    `arn:${partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${__FunctionArn__}/invocations`,
    functionArn,
  );
  place(authorizer, 'authorizerUri', entryOf(settings, 'FunctionArn'));
  const role = get(settings, 'FunctionInvokeRole');
  if (isTruthy(role) && role !== 'NONE') carry(settings, 'FunctionInvokeRole', authorizer, 'authorizerCredentials');
  const identity = get(settings, 'Identity');
  if (isMap(identity) && isTruthy(identity)) {
    if (!isNothing(get(identity, 'ReauthorizeEvery'))) {
      carry(identity, 'ReauthorizeEvery', authorizer, 'authorizerResultTtlInSeconds');
    }
    authorizer['identitySource'] = identityPrefixes.flatMap(([prefix, property]) => {
      const names = get(identity, property);
      return isList(names) ? names.filter(isString).map((name) => prefix + name) : [];
    });
    place(authorizer, 'identitySource', entryOf(settings, 'Identity'));
  }
  carry(settings, 'AuthorizerPayloadFormatVersion', authorizer, 'authorizerPayloadFormatVersion');
  if (isTruthy(get(settings, 'EnableSimpleResponses'))) {
    carry(settings, 'EnableSimpleResponses', authorizer, 'enableSimpleResponses');
  }
  return authorizer;
};
