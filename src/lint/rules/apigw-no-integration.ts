import { defineTemplateRule } from '../../model/rule.ts';
import { isIncomplete } from '../facts/apis/api-events.ts';
import { apiDocuments, integrationKey } from '../facts/apis/document.ts';
import { lacksEntry } from '../facts/templates/choices.ts';

export const apigwNoIntegration = defineTemplateRule({
  id: 'apigw-no-integration',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  title: 'Method of a REST API without integration',
  description:
    'API Gateway takes a method without an integration, and then refuses each deployment of its API: "No integration defined for method". A method that answers by itself, as those for `OPTIONS` do, has an integration of type MOCK.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-deployments.html',
  macros: 'silent',
  example: {
    in: 'api',
    fails: `
StageName: v1
DefinitionBody:
  openapi: 3.0.1
  paths:
    /orders:
      ‹get›:
        responses: {'200': {description: All orders}}`,
    passes: `
StageName: v1
DefinitionBody:
  openapi: 3.0.1
  paths:
    /orders:
      get:
        responses: {'200': {description: All orders}}
        x-amazon-apigateway-integration:
          type: http_proxy
          httpMethod: GET
          uri: https://orders.example.com`,
  },
  messages: {
    none: "{what} has no integration, so API Gateway refuses each deployment of the API; add '{key}'.",
  },
  check(cx) {
    for (const method of cx.resources('AWS::ApiGateway::Method')) {
      if (!method.lacks('Integration')) continue;
      cx.report('none', method.at, {
        data: { what: `The method '${method.id}'`, key: 'Integration' },
        logicalId: method.id,
      });
    }
    for (const { api, kind, operations } of apiDocuments(cx)) {
      if (kind !== 'REST' || isIncomplete(api, cx)) continue;
      for (const { path, method, body, at } of operations) {
        if (method === 'TRACE' || !lacksEntry(body, integrationKey)) continue;
        cx.report('none', at, { data: { what: `'${method} ${path}'`, key: integrationKey }, logicalId: api.id });
      }
    }
  },
});
