import { defineTemplateRule } from '../../model/rule.ts';
import { writtenOnHttpApis } from '../facts/apis/http-api-source.ts';
import { apiKind, isOfHttpApi } from '../facts/apis/kind.ts';
import { isTrue } from '../facts/texts/scalar.ts';

const inSource = ['ApiKeyRequired', 'UsagePlan'].map((name) => ['Auth', name]);

export const httpapiNoApiKeys = defineTemplateRule({
  id: 'httpapi-no-api-keys',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'HTTP APIs have no API keys or usage plans',
  description:
    'API keys, usage plans and models belong to REST APIs; in API Gateway v2 keys and models are for WebSocket APIs. For an HTTP API use an authorizer and throttling in `RouteSettings`, or take a REST API (`AWS::Serverless::Api`).',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
  supersedes: ['unknown-property', 'unknown-property', 'sam-unknown-key'],
  messages: {
    property: "'{property}' is not for HTTP APIs; API keys, usage plans and models need a REST or WebSocket API.",
    plan: "The usage plan names the HTTP API '{api}'; usage plans are for REST APIs.",
  },
  example: {
    in: 'resources',
    fails: `
Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Plan:
  Type: AWS::ApiGateway::UsagePlan
  Properties:
    ApiStages: [{ApiId: ‹!Ref Api›, Stage: prod}]
    Quota: {Limit: 1000, Period: DAY}`,
    passes: `
Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: shop}}
Plan:
  Type: AWS::ApiGateway::UsagePlan
  Properties:
    ApiStages: [{ApiId: !Ref Api, Stage: prod}]
    Quota: {Limit: 1000, Period: DAY}`,
  },
  check(cx) {
    for (const { property, at, ...owner } of writtenOnHttpApis(cx, inSource, inSource)) {
      cx.report('property', at, { data: { property }, ...owner });
    }
    for (const api of cx.resources('AWS::ApiGatewayV2::Api')) {
      if (apiKind(api) !== 'HTTP' || api.lacks('ApiKeySelectionExpression')) continue;
      const at = api.keyPlace('ApiKeySelectionExpression');
      cx.report('property', at, { data: { property: 'ApiKeySelectionExpression' }, logicalId: api.id });
    }
    for (const route of cx.resources('AWS::ApiGatewayV2::Route')) {
      if (!isOfHttpApi(route, cx)) continue;
      const wrong = ['ModelSelectionExpression', 'RequestModels'].filter((name) => !route.lacks(name));
      if (route.literals('ApiKeyRequired').some(({ value }) => isTrue(value))) wrong.push('ApiKeyRequired');
      for (const property of wrong) {
        cx.report('property', route.keyPlace(property), { data: { property }, logicalId: route.id });
      }
    }
    for (const plan of cx.resources('AWS::ApiGateway::UsagePlan')) {
      for (const { value, at } of plan.all('ApiStages', '*', 'ApiId')) {
        const api = cx.target(value);
        if (api?.type !== 'AWS::ApiGatewayV2::Api' || apiKind(api) !== 'HTTP') continue;
        cx.report('plan', at, { data: { api: api.id }, related: [api.at], logicalId: plan.id });
      }
    }
  },
});
