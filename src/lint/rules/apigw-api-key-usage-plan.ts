import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { mayLackAccess, mayNeedKey, needsKey } from '../facts/apis/access.ts';
import { apiRoutes, routeTypes, securityPlace } from '../facts/apis/routes.ts';
import { isIncomplete } from '../facts/templates/faulty.ts';
import { groupBy } from '../facts/templates/grouping.ts';

const periods = ['DAY', 'WEEK', 'MONTH'];

export const apigwApiKeyUsagePlan = defineTemplateRule({
  id: 'apigw-api-key-usage-plan',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  needs: [...routeTypes, 'AWS::ApiGateway::UsagePlan'],
  title: 'API key required but no usage plan',
  description:
    'A key has no effect until a usage plan connects it to the stage of the API: without one every call gets a 403. In SAM set `Auth.UsagePlan.CreateUsagePlan` to PER_API or SHARED. A plan for an API of which no route needs a key has no effect, for it counts calls by their key: set `ApiKeyRequired`. A plan without throttling, of the plan or of single methods, and without quota limits nothing.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  supersedes: ['cfn-allowed-value'],
  messages: {
    noPlan:
      "'{route}' of '{api}' needs an API key, but no usage plan of the template covers the API; all calls get a 403.",
    noRoute:
      "The usage plan '{id}' has no effect: no route of its APIs needs an API key; set 'ApiKeyRequired', or remove the plan.",
    noLimits: "The usage plan '{id}' has neither 'Throttle' nor 'Quota', so it limits nothing.",
    period: "'Period' is {value}; it is one of {allowed}.",
  },
  example: {
    in: 'api-of-function',
    fails: 'Auth: {DefaultAuthorizer: AWS_IAM, ApiKeyRequired: ‹true›}',
    passes:
      'Auth: {DefaultAuthorizer: AWS_IAM, ApiKeyRequired: true, UsagePlan: {CreateUsagePlan: PER_API, Quota: {Limit: 1000, Period: DAY}}}',
  },
  check(cx) {
    const plans = cx.resources('AWS::ApiGateway::UsagePlan');
    for (const plan of plans) checkPlan(plan, cx);
    const keyless = keylessApis(cx);
    for (const plan of plans)
      if (isUnused(plan, keyless, cx)) cx.report('noRoute', plan.at, { data: { id: plan.id }, logicalId: plan.id });
    const covered = coveredApis(plans, cx);
    if (!covered) return;
    const seen = new Set<ResourceNode>();
    for (const route of apiRoutes(cx)) {
      const { api, kind, name, at } = route;
      if (kind !== 'REST' || seen.has(api) || covered.has(api.id) || !needsKey(route, cx)) continue;
      if (isIncomplete(api, at, cx)) continue;
      seen.add(api);
      cx.report('noPlan', securityPlace(route, 'ApiKeyRequired'), {
        data: { route: name, api: api.id },
        logicalId: api.id,
      });
    }
  },
});

/** Whether all routes of all APIs of a plan are known, and none of them needs a key. */
const isUnused = (plan: ResourceNode, keyless: ReadonlySet<ResourceNode>, cx: RuleContext): boolean => {
  const apis = plan.all('ApiStages', '*', 'ApiId').map(({ value }) => cx.target(value));
  return apis.length > 0 && apis.every((api) => api !== undefined && keyless.has(api));
};

/** The APIs of whose routes none needs a key. */
const keylessApis = (cx: RuleContext): ReadonlySet<ResourceNode> => {
  const routes = groupBy(apiRoutes(cx), ({ api }) => api);
  return new Set(
    [...routes].flatMap(([api, own]) =>
      own.some((route) => mayNeedKey(route, cx) || mayLackAccess(route, cx)) ? [] : [api],
    ),
  );
};

const checkPlan = (plan: ResourceNode, cx: RuleContext): void => {
  if (plan.lacks('Throttle') && plan.lacks('Quota') && plan.all('ApiStages', '*', 'Throttle').length === 0) {
    cx.report('noLimits', plan.at, { data: { id: plan.id }, level: 'info', logicalId: plan.id });
  }
  for (const { value, at } of plan.strings('Quota', 'Period')) {
    if (!periods.includes(value)) {
      cx.report('period', at, { data: { value, allowed: periods.join(', ') }, level: 'error', logicalId: plan.id });
    }
  }
};

/** The APIs that a plan covers; undefined where a plan's APIs are known only at deploy time. */
const coveredApis = (plans: readonly ResourceNode[], cx: RuleContext): ReadonlySet<string> | undefined => {
  const covered = new Set<string>();
  for (const plan of plans) {
    if (!plan.lacks('ApiStages') && plan.all('ApiStages', '*').length === 0) return undefined;
    for (const { value } of plan.all('ApiStages', '*', 'ApiId')) {
      const target = cx.target(value);
      if (!target && typeof cx.resolve(value) !== 'string') return undefined;
      if (target) covered.add(target.id);
    }
  }
  return covered;
};
