import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { accessOf, hasResourcePolicy } from '../facts/apis/access.ts';
import { type ApiRoute, apiRoutes, routeTypes, securityPlace } from '../facts/apis/routes.ts';

export const apigwApiKeyOnly = defineTemplateRule({
  id: 'apigw-api-key-only',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  needs: routeTypes,
  title: 'API key is the only access control',
  description:
    'An API key tells callers apart for quotas and throttling. It does not expire, is sent with every request and is easily passed on, so whoever has it has access. Add an authorizer, IAM authorization or a resource policy.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  messages: {
    keyOnly: "An API key is all that protects '{route}'{others} of '{api}'; add an authorizer or IAM authorization.",
  },
  example: {
    in: 'api-of-function',
    fails: 'Auth: {ApiKeyRequired: ‹true›, UsagePlan: {CreateUsagePlan: PER_API, Quota: {Limit: 1000, Period: DAY}}}',
    passes:
      'Auth: {DefaultAuthorizer: AWS_IAM, ApiKeyRequired: true, UsagePlan: {CreateUsagePlan: PER_API, Quota: {Limit: 1000, Period: DAY}}}',
  },
  check(cx) {
    const byPlace = new Map<string, { readonly first: ApiRoute; at: Cause | undefined; count: number }>();
    for (const route of apiRoutes(cx)) {
      const { method, kind, owner } = route;
      if (method === 'OPTIONS' || kind !== 'REST' || accessOf(route, cx) !== 'key' || hasResourcePolicy(route))
        continue;
      const at = securityPlace(route, 'ApiKeyRequired');
      // What is said once for a whole API is reported once.
      const key = `${owner.id} ${at?.source.file ?? ''} ${at?.start ?? route.name}`;
      const told = byPlace.get(key);
      if (told) told.count++;
      else byPlace.set(key, { first: route, at, count: 1 });
    }
    for (const { first, at, count } of byPlace.values()) {
      const others = count === 1 ? '' : ` and ${count - 1} more route${count === 2 ? '' : 's'}`;
      cx.report('keyOnly', at, { data: { route: first.name, others, api: first.api.id }, logicalId: first.owner.id });
    }
  },
});
