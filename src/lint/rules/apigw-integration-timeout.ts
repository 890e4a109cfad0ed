import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { apiBehind, apiKind, endpointTypes, longestIntegration } from '../facts/apis/kind.ts';
import { type ApiRoute, apiRoutes, routeTypes } from '../facts/apis/routes.ts';
import type { Choice } from '../facts/templates/choices.ts';
import { isIntegerIn } from '../facts/templates/range.ts';
import { scalarNumber } from '../facts/texts/scalar.ts';

const minimum = 50;
/** A streamed response may take up to 15 minutes. */
const streamed = 900_000;

export const apigwIntegrationTimeout = defineTemplateRule({
  id: 'apigw-integration-timeout',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  needs: [...routeTypes, 'AWS::ApiGatewayV2::Integration'],
  title: 'Integration timeout out of range',
  description:
    'API Gateway waits for an integration for 50 to 29,000 milliseconds in REST and WebSocket APIs and up to 30,000 in HTTP APIs. Regional and private REST APIs can have their quota raised, so more than 29,000 is a warning there.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html',
  messages: {
    outside:
      'The integration timeout is {value} ms; in {kind} APIs it must be an integer from {minimum} to {maximum} ms.',
    quota: 'The integration timeout is {value} ms; more than {maximum} ms needs a raised quota.',
  },
  example: {
    in: 'function',
    fails: `
Events:
  Get: {Type: HttpApi, Properties: {Path: /orders, Method: GET, TimeoutInMillis: ‹60000›}}`,
    passes: `
Events:
  Get: {Type: HttpApi, Properties: {Path: /orders, Method: GET, TimeoutInMillis: 10000}}`,
  },
  check(cx) {
    for (const route of apiRoutes(cx)) {
      // An integration of an HTTP or WebSocket API may serve several routes: it is looked at below.
      if (route.owner.type === 'AWS::ApiGatewayV2::Route') continue;
      for (const each of route.integration?.timeout ?? []) checkRoute(route, each, cx);
    }
    for (const integration of cx.resources('AWS::ApiGatewayV2::Integration')) {
      const kind = apiKind(apiBehind(integration, cx));
      if (!kind) continue;
      for (const { value, at } of integration.numbers('TimeoutInMillis')) {
        if (isIntegerIn(value, { minimum, maximum: longestIntegration[kind] })) continue;
        const data = { value, kind, minimum, maximum: longestIntegration[kind] };
        cx.report('outside', at, { data, logicalId: integration.id });
      }
    }
  },
});

const checkRoute = ({ kind, api, integration, owner }: ApiRoute, found: Choice, cx: RuleContext): void => {
  const value = scalarNumber(cx.resolve(found.value));
  const maximum = integration?.isStreamed ? streamed : longestIntegration[kind];
  if (value === undefined || isIntegerIn(value, { minimum, maximum })) return;
  const types = kind === 'REST' ? endpointTypes(api) : undefined;
  const isAdjustable = kind === 'REST' && !types?.has('EDGE') && value > maximum && Number.isInteger(value);
  const data = { value, kind, minimum, maximum };
  if (isAdjustable) cx.report('quota', found.at, { data, level: 'warning', logicalId: owner.id });
  else cx.report('outside', found.at, { data, logicalId: owner.id });
};
