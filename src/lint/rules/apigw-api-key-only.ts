import { defineTemplateRule } from '../../model/rule.ts';
import { accessOf, hasResourcePolicy } from '../facts/api-access.ts';
import { apiRoutes } from '../facts/api-routes.ts';

export const apigwApiKeyOnly = defineTemplateRule({
  id: 'apigw-api-key-only',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  title: 'API key is the only access control',
  description:
    'An API key tells callers apart for quotas and throttling. It does not expire, is sent with every request and is easily passed on, so whoever has it has access. Add an authorizer, IAM authorization or a resource policy.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  messages: {
    keyOnly: "An API key is all that protects '{route}' of '{api}'; add an authorizer or IAM authorization.",
  },
  check(cx) {
    for (const route of apiRoutes(cx)) {
      const { name, method, kind, api, at, owner } = route;
      if (method === 'OPTIONS' || kind !== 'REST' || accessOf(route, cx) !== 'key' || hasResourcePolicy(route))
        continue;
      cx.report('keyOnly', at, { data: { route: name, api: api.id }, logicalId: owner.id });
    }
  },
});
