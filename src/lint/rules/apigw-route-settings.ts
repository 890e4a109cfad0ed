import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isIncomplete } from '../facts/apis/api-events.ts';
import { documentsOfApi } from '../facts/apis/document.ts';
import { apiBehind } from '../facts/apis/kind.ts';
import { type ApiRoute, apiRoutes } from '../facts/apis/routes.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { dependsOn } from '../facts/templates/dependencies.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

const routesByApi = oncePerTemplate((cx) => groupBy(apiRoutes(cx), ({ api }) => api.id));

export const apigwRouteSettings = defineRule({
  id: 'apigw-route-settings',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Settings of a stage for a route that the API does not have',
  description:
    'The keys of `RouteSettings` are route keys of the API, written as there: `GET /orders`, `$default`, `$connect`. API Gateway refuses a stage with settings for a route that does not exist: "Unable to find Route by key". A stage must therefore be made after the routes that its settings name: with `DependsOn`, or by its deployment.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
  macros: 'silent',
  messages: {
    unknown: "'{api}' has no route '{key}', so API Gateway refuses the stage.{near}",
    early:
      "The stage may be made before the route '{key}', which API Gateway then does not find; add 'DependsOn: {route}'.",
  },
  example: {
    in: 'resources',
    fails: `
Shop: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Orders: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Shop, RouteKey: POST /orders, AuthorizationType: AWS_IAM}}
Live:
  Type: AWS::ApiGatewayV2::Stage
  DependsOn: Orders
  Properties:
    ApiId: !Ref Shop
    StageName: $default
    AutoDeploy: true
    RouteSettings: {‹POST /order›: {ThrottlingBurstLimit: 10, ThrottlingRateLimit: 5}}
`,
    passes: `
Shop: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Orders: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Shop, RouteKey: POST /orders, AuthorizationType: AWS_IAM}}
Live:
  Type: AWS::ApiGatewayV2::Stage
  DependsOn: Orders
  Properties:
    ApiId: !Ref Shop
    StageName: $default
    AutoDeploy: true
    RouteSettings: {POST /orders: {ThrottlingBurstLimit: 10, ThrottlingRateLimit: 5}}
`,
  },
  on: ['AWS::ApiGatewayV2::Stage'],
  check(stage, cx) {
    if (stage.lacks('RouteSettings')) return;
    const api = apiBehind(stage, cx);
    const routes = api && knownRoutes(api, cx);
    if (!api || !routes) return;
    for (const { value: settings } of stage.all('RouteSettings')) {
      if (!isPlainMap(settings)) continue;
      for (const key of Object.keys(settings)) {
        const at = cx.keyOf(settings, key);
        const named = routes.filter(({ name }) => name === key);
        // Whether `$default` needs a route of its own is not documented.
        if (named.length === 0 && key !== '$default') {
          const near = didYouMean(
            nearest(
              key,
              routes.map(({ name }) => name),
            ),
          );
          cx.report('unknown', at, { data: { api: api.id, key, near } });
        } else if (
          named.length > 0 &&
          named.every(({ owner }) => isMadeApart(owner) && !dependsOn(cx.template, stage.id, owner.id))
        ) {
          cx.report('early', at, { data: { key, route: named[0]!.owner.id }, related: [named[0]!.at] });
        }
      }
    }
  },
});

const isMadeApart = ({ type }: ResourceNode): boolean => type === 'AWS::ApiGatewayV2::Route';

/** The routes of an API; undefined where it may have others. */
const knownRoutes = (api: ResourceNode, cx: RuleContext): readonly ApiRoute[] | undefined => {
  if (['BodyS3Location', 'Target'].some((name) => !api.lacks(name)) || isIncomplete(api, cx)) return undefined;
  const documents = documentsOfApi(api, cx);
  if (!api.lacks('Body') && documents.length === 0) return undefined;
  if (documents.some(({ isComplete }) => !isComplete)) return undefined;
  const routes = routesByApi(cx).get(api.id) ?? [];
  const own = cx.resources('AWS::ApiGatewayV2::Route').filter((route) => apiBehind(route, cx)?.id === api.id);
  return own.length === routes.filter(({ owner }) => isMadeApart(owner)).length ? routes : undefined;
};
