import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { accessOf, needsKey } from '../facts/apis/access.ts';
import { type ApiRoute, apiRoutes, routeTypes, securityPlace } from '../facts/apis/routes.ts';
import { groupBy } from '../facts/templates/grouping.ts';

/** What keeps browsers out, and what of SAM lets them in. */
const kinds = {
  authorizer: { property: 'DefaultAuthorizer', cure: 'AddDefaultAuthorizerToCorsPreflight: false' },
  key: { property: 'ApiKeyRequired', cure: 'AddApiKeyRequiredToCorsPreflight: false' },
};

export const apigwPreflightAuth = defineTemplateRule({
  id: 'apigw-preflight-auth',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  needs: routeTypes,
  title: 'Preflight requests need authorization',
  description:
    'Before a request from another origin a browser asks with `OPTIONS`, and sends neither tokens nor API keys with it. An `OPTIONS` method that needs them answers 401 or 403, so the browser never sends the request. With `Cors` SAM adds such methods, and puts the default authorizer and the API key on them unless `AddDefaultAuthorizerToCorsPreflight` and `AddApiKeyRequiredToCorsPreflight` are `false`.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html',
  example: {
    in: 'api',
    fails: `
StageName: v1
Cors: "'*'"
Auth:
  DefaultAuthorizer: ‹Users›
  Authorizers:
    Users: {UserPoolArn: 'arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Example'}
DefinitionBody:
  openapi: 3.0.1
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
    passes: `
StageName: v1
Cors: "'*'"
Auth:
  DefaultAuthorizer: Users
  AddDefaultAuthorizerToCorsPreflight: false
  Authorizers:
    Users: {UserPoolArn: 'arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Example'}
DefinitionBody:
  openapi: 3.0.1
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
  },
  messages: {
    authorizer:
      "'{route}' of '{api}' needs authorization, which browsers do not send with preflight requests, so they refuse to call the API{cure}.",
    key: "'{route}' of '{api}' needs an API key, which browsers do not send with preflight requests, so they refuse to call the API{cure}.",
  },
  check(cx) {
    const preflights = apiRoutes(cx).filter(
      ({ kind, method, integration }) => kind === 'REST' && method === 'OPTIONS' && integration?.type === 'MOCK',
    );
    for (const routes of groupBy(preflights, ({ api }) => api).values()) {
      report(
        'authorizer',
        routes.find((route) => accessOf(route, cx) === 'authorized'),
        cx,
      );
      report(
        'key',
        routes.find((route) => needsKey(route, cx)),
        cx,
      );
    }
  },
});

/** One finding for each API and kind: its first preflight route of that kind stands for all. */
const report = (kind: keyof typeof kinds, route: ApiRoute | undefined, cx: RuleContext): void => {
  if (!route) return;
  const { property, cure } = kinds[kind];
  const auth = authOf(route, property, cx);
  const data = { route: route.name, api: route.api.id, cure: auth ? `; set '${cure}'` : '' };
  const place = auth ?? securityPlace(route, kind === 'key' ? 'ApiKeyRequired' : 'AuthorizationType');
  cx.report(kind, place, { data, related: [route.at], logicalId: route.owner.id });
};

/** The setting that makes SAM put it on every method. */
const authOf = ({ api }: ApiRoute, property: string, cx: RuleContext): Cause | undefined => {
  const written = cx.written(api.id);
  return written && !written.lacks('Auth', property) ? written.place('Auth', property) : undefined;
};
