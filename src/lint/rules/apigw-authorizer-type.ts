import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, isMap, isNothing, isString, type JsonMap } from '../../model/tree.ts';
import { type Authorizer, apiAuthorizers } from '../facts/apis/authorizers.ts';
import { apiBehind, apiKind } from '../facts/apis/kind.ts';
import { samAuthorizers } from '../facts/apis/sam-authorizers.ts';
import { placeBelow } from '../facts/templates/places.ts';
import { scalarNumber, shown } from '../facts/texts/scalar.ts';

const types = {
  REST: ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'],
  HTTP: ['JWT', 'REQUEST'],
  WebSocket: ['REQUEST'],
};
const audiencesMaximum = 50;
const payloadFormats = [1, 2];
/** What a method says, and which authorizers it can then have. */
const methodTypes: Readonly<Record<string, readonly string[]>> = {
  CUSTOM: ['TOKEN', 'REQUEST'],
  COGNITO_USER_POOLS: ['COGNITO_USER_POOLS'],
};

export const apigwAuthorizerType = defineTemplateRule({
  id: 'apigw-authorizer-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
    'AWS::ApiGateway::Authorizer',
    'AWS::ApiGatewayV2::Authorizer',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGateway::Method',
    'AWS::ApiGatewayV2::Route',
  ],
  title: 'Authorizer or authorization not supported by the API type',
  description:
    'REST APIs have authorizers of the types TOKEN, REQUEST and COGNITO_USER_POOLS, HTTP APIs of the types JWT and REQUEST, WebSocket APIs of the type REQUEST. A JWT authorizer needs an issuer and at least one audience (at most 50), a REQUEST authorizer of an HTTP API its payload format version. A method with `AuthorizationType` CUSTOM names a TOKEN or REQUEST authorizer, one with COGNITO_USER_POOLS an authorizer of that type. Of the routes of a WebSocket API only `$connect` has an authorization.',
  source: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html',
  supersedes: ['incomplete-authorizer', 'sam-unknown-key'],
  messages: {
    type: "The authorizer '{name}' has the type {type}; {kind} APIs have {allowed}.",
    jwt: "The JWT authorizer '{name}' needs {missing}.",
    audiences: "The JWT authorizer '{name}' has {count} audiences; at most {maximum} are allowed.",
    cognito:
      "Authorizers with 'UserPoolArn' are for REST APIs. In an HTTP API give '{name}' 'JwtConfiguration' with the address of the pool as 'issuer' and its clients as 'audience'.",
    payload: "The authorizer '{name}' is of type REQUEST, so it needs '{field}', 1.0 or 2.0; found {found}.",
    method:
      "The method's 'AuthorizationType' is {type}, but its authorizer '{name}' is of type {found}; use {allowed}.",
    route: "The route '{key}' has the authorization {type}; of a WebSocket API only '$connect' can have one.",
  },
  example: {
    in: 'resources',
    fails: `
Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Users:
  Type: AWS::ApiGatewayV2::Authorizer
  Properties:
    ApiId: !Ref Api
    Name: users
    AuthorizerType: ‹COGNITO_USER_POOLS›
    IdentitySource: [$request.header.Authorization]`,
    passes: `
Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Users:
  Type: AWS::ApiGatewayV2::Authorizer
  Properties:
    ApiId: !Ref Api
    Name: users
    AuthorizerType: JWT
    IdentitySource: [$request.header.Authorization]
    JwtConfiguration: {Issuer: https://id.example.com, Audience: [web]}`,
  },
  check(cx) {
    checkSource(cx);
    for (const authorizer of apiAuthorizers(cx)) checkAuthorizer(authorizer, cx);
    for (const method of cx.resources('AWS::ApiGateway::Method')) checkMethod(method, cx);
    for (const route of cx.resources('AWS::ApiGatewayV2::Route')) checkRoute(route, cx);
  },
});

const has = (settings: JsonMap, ...names: string[]): boolean => names.some((name) => !isNothing(settings[name]));

/** What the transform drops of an authorizer that is meant for the other kind of API. */
const checkSource = (cx: RuleContext): void => {
  for (const { api, name, settings } of samAuthorizers(cx, 'AWS::Serverless::Api')) {
    if (isNothing(settings['JwtConfiguration']) || has(settings, 'UserPoolArn', 'FunctionArn')) continue;
    const data = { name, type: 'JWT', kind: 'REST', allowed: types.REST.join(', ') };
    cx.report('type', cx.keyOf(settings, 'JwtConfiguration'), { data, logicalId: api.id });
  }
  for (const { api, name, settings } of samAuthorizers(cx, 'AWS::Serverless::HttpApi')) {
    if (isNothing(settings['UserPoolArn']) || has(settings, 'JwtConfiguration', 'FunctionArn')) continue;
    cx.report('cognito', cx.keyOf(settings, 'UserPoolArn'), { data: { name }, logicalId: api.id });
  }
};

const checkAuthorizer = (authorizer: Authorizer, cx: RuleContext): void => {
  const { kind, name, owner, values } = authorizer;
  const logicalId = owner.id;
  for (const { value, at } of values('type')) {
    const resolved = cx.resolve(value);
    if (!isString(resolved)) continue;
    const type = resolved.toUpperCase();
    if (!types[kind].includes(type)) {
      cx.report('type', at, { data: { name, type: resolved, kind, allowed: types[kind].join(', ') }, logicalId });
    } else if (type === 'JWT') checkJwt(authorizer, cx);
    else if (kind === 'HTTP') checkPayload(authorizer, cx);
  }
};

const checkJwt = ({ name, owner, values, keyOf }: Authorizer, cx: RuleContext): void => {
  const logicalId = owner.id;
  const audiences = values('audience');
  const hasAudience = audiences.some(({ value }) => !isList(value) || value.length > 0);
  const missing = [...(values('issuer').length > 0 ? [] : ['an issuer']), ...(hasAudience ? [] : ['an audience'])];
  if (missing.length > 0) {
    const at = keyOf(hasAudience ? 'issuer' : 'audience');
    cx.report('jwt', at, { data: { name, missing: missing.join(' and ') }, logicalId });
  }
  for (const { value, at: place } of audiences) {
    if (!isList(value) || value.length <= audiencesMaximum) continue;
    cx.report('audiences', keyOf('audience'), {
      data: { name, count: value.length, maximum: audiencesMaximum },
      related: [placeBelow(value, place, audiencesMaximum)],
      logicalId,
    });
  }
};

/** Whether an authorizer of the source was meant to be a Cognito one, which is reported on its own. */
const isCognito = (apiId: string, name: string, cx: RuleContext): boolean => {
  const settings = cx.written(apiId)?.get('Auth', 'Authorizers', name);
  return isMap(settings) && has(settings, 'UserPoolArn') && !has(settings, 'JwtConfiguration', 'FunctionArn');
};

const checkPayload = ({ name, at, owner, names, values }: Authorizer, cx: RuleContext): void => {
  if (isCognito(owner.id, name, cx)) return;
  const data = { name, field: names.payload };
  const given = values('payload');
  if (given.length === 0)
    cx.report('payload', at, {
      data: { ...data, found: 'nothing' },
      logicalId: owner.id,
      subject: 'AuthorizerPayloadFormatVersion',
    });
  for (const { value, at: place } of given) {
    const resolved = cx.resolve(value);
    if (resolved === undefined || payloadFormats.includes(scalarNumber(resolved) ?? 0)) continue;
    cx.report('payload', place, { data: { ...data, found: shown(resolved) }, logicalId: owner.id });
  }
};

const checkMethod = (method: ResourceNode, cx: RuleContext): void => {
  const type = cx.resolve(method.get('AuthorizationType'));
  const allowed = isString(type) && Object.hasOwn(methodTypes, type) ? methodTypes[type]! : undefined;
  const authorizer = cx.target(method.get('AuthorizerId'));
  if (!allowed || authorizer?.type !== 'AWS::ApiGateway::Authorizer') return;
  const found = cx.resolve(authorizer.get('Type'));
  if (!isString(found) || allowed.includes(found)) return;
  const data = { type: String(type), name: authorizer.id, found, allowed: allowed.join(' or ') };
  const at = method.place('AuthorizationType');
  cx.report('method', at, { data, related: [method.place('AuthorizerId'), authorizer.at], logicalId: method.id });
};

const checkRoute = (route: ResourceNode, cx: RuleContext): void => {
  const key = cx.resolve(route.get('RouteKey'));
  if (!isString(key) || key === '$connect' || apiKind(apiBehind(route, cx)) !== 'WebSocket') return;
  for (const { value: type, at } of route.strings('AuthorizationType')) {
    if (type !== 'NONE') cx.report('route', at, { data: { key, type }, logicalId: route.id });
  }
};
