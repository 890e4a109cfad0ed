import { defineTemplateRule } from '../../model/rule.ts';
import { isString } from '../../model/tree.ts';
import { apiRoutes, routeTypes } from '../facts/apis/routes.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

export const apigwLambdaMethod = defineTemplateRule({
  id: 'apigw-lambda-method',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: routeTypes,
  title: 'Function called with another method than POST',
  description:
    'API Gateway invokes functions with `POST`, whatever the method of the route is. An integration of type `aws` or `aws_proxy` with another `httpMethod` (`IntegrationHttpMethod` of a method) answers every request with 500.',
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html',
  example: {
    in: 'api',
    fails: `
StageName: v1
DefinitionBody:
  openapi: 3.0.1
  paths:
    /orders:
      get:
        x-amazon-apigateway-integration:
          type: aws_proxy
          httpMethod: ‹GET›
          uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:orders/invocations`,
    passes: `
StageName: v1
DefinitionBody:
  openapi: 3.0.1
  paths:
    /orders:
      get:
        x-amazon-apigateway-integration:
          type: aws_proxy
          httpMethod: POST
          uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:orders/invocations`,
  },
  fixes: { method: 'safe' },
  messages: {
    method:
      "'{route}' calls its function with {found}, so every request is answered with 500; functions take POST only.",
  },
  check(cx) {
    for (const route of apiRoutes(cx)) {
      const { integration, owner, name, kind } = route;
      if (!integration || kind === 'HTTP' || !/^AWS(_PROXY)?$/.test(integration.type ?? '')) continue;
      if (!/:lambda:path\//.test(symbolicText(integration.uri, cx))) continue;
      for (const { value, at } of integration.method) {
        const found = cx.resolve(value);
        if (!isString(found) || found.toUpperCase() === 'POST') continue;
        const fix = isString(value) ? replaceLiteral({ value, at }, 'POST') : undefined;
        cx.report('method', at, { data: { route: name, found }, fix, logicalId: owner.id });
      }
    }
  },
});
