import { defineTemplateRule } from '../../model/rule.ts';
import { accessOf, hasResourcePolicy } from '../facts/apis/access.ts';
import { apiRoutes, securityPlace } from '../facts/apis/routes.ts';

export const apigwNoAuth = defineTemplateRule({
  id: 'apigw-no-auth',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  title: 'Unauthenticated API route',
  description:
    'Anybody on the internet may call the route: it has neither an authorizer nor IAM authorization nor an API key, and the API has no resource policy. `OPTIONS` is left out, since browsers ask it without credentials; of WebSocket APIs only `$connect` counts. Where a route is meant to be open, say so with a suppression.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  messages: {
    open: "Anybody may call '{route}' of '{api}'; give it an authorizer, or IAM authorization.",
  },
  check(cx) {
    for (const route of apiRoutes(cx)) {
      const { name, method, kind, api, owner } = route;
      if (method === 'OPTIONS' || (kind === 'WebSocket' && name !== '$connect')) continue;
      if (accessOf(route, cx) !== 'open' || hasResourcePolicy(route)) continue;
      cx.report('open', securityPlace(route, 'AuthorizationType'), {
        data: { route: name, api: api.id },
        logicalId: owner.id,
      });
    }
  },
});
