import { defineTemplateRule } from '../../model/rule.ts';
import { isString } from '../../model/tree.ts';
import { restMappings } from '../facts/apis/mappings.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { elided, gap, partialText } from '../facts/texts/partial-text.ts';

/** What an expression that takes something from the request or the response begins with. */
const taken = /^(method|integration|context|stageVariables)\./;

export const apigwMappingQuotes = defineTemplateRule({
  id: 'apigw-mapping-quotes',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGateway::Method',
    'AWS::ApiGateway::GatewayResponse',
  ],
  title: 'Static value of a header without inner quotes',
  description:
    'What a REST API puts into a header, a query string or a path is an expression: `method.request.header.Id`, `context.requestId`, or a static value in single quotes *inside* of the text, `"\'*\'"`. Without them API Gateway refuses the definition as an invalid mapping expression. This holds for `Cors` of an `AWS::Serverless::Api`, `GatewayResponses`, `requestParameters` and `responseParameters`. HTTP APIs take their `CorsConfiguration` without inner quotes.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html',
  example: {
    in: 'api',
    fails: `
StageName: v1
Cors: {AllowOrigin: ‹'*'›}
DefinitionBody:
  openapi: 3.0.1
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
    passes: `
StageName: v1
Cors: {AllowOrigin: "'*'"}
DefinitionBody:
  openapi: 3.0.1
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
  },
  fixes: { unquoted: 'safe' },
  messages: {
    unquoted:
      "API Gateway reads '{found}' as an expression and refuses it; write a static value in single quotes inside the text: \"'{found}'\".",
  },
  check(cx) {
    for (const { owner, name, value, at } of restMappings(cx)) {
      if (typeof value === 'boolean' || !/\.(header|querystring|path|multivalue\w+)\./.test(name)) continue;
      const text = isString(value) ? value : partialText(value, cx);
      if (text === undefined || text.startsWith(gap) || taken.test(text) || /^'.*('|\0)$/s.test(text)) continue;
      const fix = typeof value === 'object' ? undefined : replaceLiteral({ value, at }, `'${value}'`);
      cx.report('unquoted', at, { data: { found: elided(text) }, fix, logicalId: owner.id });
    }
  },
});
