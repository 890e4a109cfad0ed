import { greatestOf } from '../../model/lists.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { integrationFunction } from '../facts/apis/integration-function.ts';
import { longestIntegration } from '../facts/apis/kind.ts';
import { type ApiRoute, apiRoutes, routeTypes } from '../facts/apis/routes.ts';
import { functionLinks } from '../facts/functions/links.ts';
import { possibleNumbers } from '../facts/templates/possible-numbers.ts';
import { scalarNumber } from '../facts/texts/scalar.ts';

export const apigwFunctionTimeout = defineTemplateRule({
  id: 'apigw-function-timeout',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  needs: routeTypes,
  title: 'Function timeout exceeds API integration timeout',
  description:
    'An API waits 29 seconds for a function (an HTTP API 30), or as long as the route says. A function that may run longer goes on and costs money after the caller has got a 504. Lower its timeout, raise that of the integration where the quota allows it, or do the work asynchronously. Functions that something else starts as well are left out, and so are 30 seconds beside the 29 that an API waits by default.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
  messages: {
    longer:
      "'{id}' may run for {timeout} seconds, but the {kind} API stops waiting for '{route}' after {limit}, and callers get {answer}. Lower 'Timeout', or do the work asynchronously.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Timeout: ‹60›
    Events:
      Get: {Type: Api, Properties: {Path: /orders, Method: get, Auth: {Authorizer: AWS_IAM}}}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Timeout: 29
    Events:
      Get: {Type: Api, Properties: {Path: /orders, Method: get, Auth: {Authorizer: AWS_IAM}}}`,
  },
  check(cx) {
    const strictest = new Map<ResourceNode, { readonly route: ApiRoute; readonly limit: number }>();
    for (const route of apiRoutes(cx)) {
      const { integration } = route;
      // Other integrations can invoke a function without waiting for it.
      if (integration?.type !== 'AWS_PROXY' || integration.isStreamed) continue;
      const fn = integrationFunction(integration.uri, cx);
      const limit = fn && limitOf(route, cx);
      if (limit === undefined) continue;
      const known = strictest.get(fn!);
      if (!known || limit < known.limit) strictest.set(fn!, { route, limit });
    }
    for (const [fn, { route, limit }] of strictest) {
      if (isStartedOtherwise(fn, cx)) continue;
      for (const { value, at } of possibleNumbers(fn, cx, 'Timeout', 3) ?? []) {
        if (value <= Math.max(limit / 1000, limit === longestIntegration.REST ? common : 0)) continue;
        const data = {
          id: fn.id,
          timeout: value,
          kind: route.kind,
          route: route.name,
          limit: `${limit / 1000} seconds`,
          answer: route.kind === 'WebSocket' ? 'an error' : 'a 504',
        };
        cx.report('longer', at ?? fn.at, { data, related: [route.at], logicalId: fn.id });
      }
    }
  },
});

/** A timeout that many functions have; the second more than an API waits by default makes no difference. */
const common = 30;

/** Whether something else than an API starts a function too, which may need the longer timeout. */
const isStartedOtherwise = (fn: ResourceNode, cx: RuleContext): boolean => {
  const links = functionLinks(cx).get(fn.id);
  if (!links) return false;
  const others = links.permissions.filter((permission) =>
    permission.strings('Principal').some(({ value }) => value !== 'apigateway.amazonaws.com'),
  );
  return links.mappings.length > 0 || links.schedules.length > 0 || others.length > 0;
};

/** How long the API waits, in milliseconds; undefined where that is known only at deploy time. */
const limitOf = ({ integration, kind }: ApiRoute, cx: RuleContext): number | undefined => {
  if (integration!.timeout.length === 0) return longestIntegration[kind];
  const given = integration!.timeout.map(({ value }) => scalarNumber(cx.resolve(value)) ?? Number.NaN);
  return given.some(Number.isNaN) ? undefined : greatestOf(given);
};
