import { defineTemplateRule, type Found, type RuleContext } from '../../model/rule.ts';
import { get, isList, isNothing } from '../../model/tree.ts';
import { type Authorizer, apiAuthorizers } from '../facts/apis/authorizers.ts';
import { samAuthorizers } from '../facts/apis/sam-authorizers.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { isIntegerIn, nearestIn } from '../facts/templates/range.ts';
import { scalarNumber, scalarText } from '../facts/texts/scalar.ts';

const range = { minimum: 0, maximum: 3600 };
/** What holds for the authorizers of a REST API that say nothing. */
const restDefault = 300;
const identitySources = ['Headers', 'QueryStrings', 'StageVariables', 'Context'];

export const apigwAuthorizerTtl = defineTemplateRule({
  id: 'apigw-authorizer-ttl',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  needs: [
    'AWS::Serverless::Api',
    'AWS::ApiGateway::Authorizer',
    'AWS::ApiGatewayV2::Authorizer',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
  ],
  title: 'Authorizer cache TTL outside 0-3600 s',
  description:
    'API Gateway keeps what an authorizer said for 0 to 3,600 seconds (`ReauthorizeEvery` in SAM). The identity sources are the key of that cache, so an authorizer of type REQUEST that caches needs at least one; a REST API caches for 300 seconds when nothing is said.',
  source: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html',
  fixes: { outside: 'unsafe' },
  supersedes: ['missing-identity-source'],
  messages: {
    outside: 'The authorizer keeps answers for {value} seconds; it must be an integer from {minimum} to {maximum}.',
    noIdentity:
      "The authorizer '{name}' keeps answers for {value} seconds but has no identity source to tell callers apart; name one, or set the seconds to 0.",
  },
  example: {
    in: 'api',
    fails: `
StageName: prod
Auth:
  DefaultAuthorizer: Callers
  Authorizers:
    Callers:
      FunctionArn: !ImportValue authorizer
      Identity: {Header: Authorization, ReauthorizeEvery: ‹7200›}
DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
    passes: `
StageName: prod
Auth:
  DefaultAuthorizer: Callers
  Authorizers:
    Callers:
      FunctionArn: !ImportValue authorizer
      Identity: {Header: Authorization, ReauthorizeEvery: 3600}
DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
  },
  check(cx) {
    checkSource(cx);
    for (const authorizer of apiAuthorizers(cx)) {
      const found = ttlsOf(authorizer, cx);
      for (const each of found) {
        if (isIntegerIn(each.value, range)) continue;
        cx.report('outside', each.at, {
          data: { value: each.value, ...range },
          fix: replaceLiteral(each, nearestIn(each.value, range)),
          logicalId: authorizer.owner.id,
        });
      }
      checkIdentity(authorizer, found, cx);
    }
  },
});

/** Authorizers of REST APIs that the transform itself refuses, because they name nothing to tell callers apart by. */
const checkSource = (cx: RuleContext): void => {
  for (const { api, name, settings, at } of samAuthorizers(cx, 'AWS::Serverless::Api')) {
    if (get(settings, 'FunctionPayloadType') !== 'REQUEST' || cx.resource(api.id)?.type === 'AWS::ApiGateway::RestApi')
      continue;
    const identity = get(settings, 'Identity');
    if (identitySources.some((source) => !isNothing(get(identity, source)))) continue;
    const ttl = get(identity, 'ReauthorizeEvery');
    const value = isNothing(ttl) ? restDefault : scalarNumber(cx.resolve(ttl));
    if (value === undefined || value <= 0) continue;
    const place = isNothing(ttl) ? at : cx.placeOf(identity, 'ReauthorizeEvery');
    const related = [at, cx.placeOf(settings, 'Identity')];
    cx.report('noIdentity', place, { data: { name, value }, related, logicalId: api.id });
  }
};

const ttlsOf = ({ values }: Authorizer, cx: RuleContext): Found<number>[] =>
  values('ttl').flatMap(({ value, at }) => {
    const number = scalarNumber(cx.resolve(value));
    return number === undefined ? [] : [{ value: number, at, path: [] }];
  });

const checkIdentity = (authorizer: Authorizer, found: readonly Found<number>[], cx: RuleContext): void => {
  const { kind, name, at, owner, values } = authorizer;
  const isRequest = values('type').some(({ value }) => scalarText(cx.resolve(value))?.toUpperCase() === 'REQUEST');
  const hasIdentity = values('identity').some(({ value }) => value !== '' && !(isList(value) && value.length === 0));
  if (!isRequest || hasIdentity || kind === 'WebSocket') return;
  const cached = found.find(({ value }) => value > 0);
  if (cached) cx.report('noIdentity', cached.at, { data: { name, value: cached.value }, logicalId: owner.id });
  else if (kind === 'REST' && values('ttl').length === 0) {
    cx.report('noIdentity', at, { data: { name, value: restDefault }, logicalId: owner.id });
  }
};
