import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { apiAuthorizers } from '../facts/apis/authorizers.ts';
import { apiBehind } from '../facts/apis/kind.ts';
import { apiRoutes, routeTypes } from '../facts/apis/routes.ts';
import { invokedFunction } from '../facts/functions/invoked-function.ts';
import { attributeOf } from '../facts/templates/attribute.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

const ofAws = /^AWS(_PROXY)?$/;

/** What API Gateway wants around the ARN of a function. */
const before = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/';

export const apigwFunctionUri = defineTemplateRule({
  id: 'apigw-function-uri',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [...routeTypes, 'AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer'],
  title: 'ARN of a function where API Gateway wants its invocation',
  description:
    'Integrations of REST and WebSocket APIs, and Lambda authorizers of all APIs, name a function by the call that invokes it: `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations`. API Gateway refuses the ARN of the function alone. Only integrations of HTTP APIs take both.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html',
  example: {
    in: 'resources',
    fails: `
Shop: {Type: AWS::ApiGateway::RestApi, Properties: {Name: shop}}
Tokens:
  Type: AWS::ApiGateway::Authorizer
  Properties:
    RestApiId: !Ref Shop
    Name: tokens
    Type: TOKEN
    IdentitySource: method.request.header.Authorization
    AuthorizerUri: ‹arn:aws:lambda:us-east-1:111122223333:function:tokens›
`,
    passes: `
Shop: {Type: AWS::ApiGateway::RestApi, Properties: {Name: shop}}
Tokens:
  Type: AWS::ApiGateway::Authorizer
  Properties:
    RestApiId: !Ref Shop
    Name: tokens
    Type: TOKEN
    IdentitySource: method.request.header.Authorization
    AuthorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:tokens/invocations
`,
  },
  messages: {
    alone: '{what} names a function by its ARN, which API Gateway refuses; write {uri}.',
  },
  check(cx) {
    for (const { integration, kind, owner, name } of apiRoutes(cx)) {
      if (!integration || kind === 'HTTP' || !ofAws.test(integration.type ?? '')) continue;
      report(`The integration of '${name}'`, integration.uri, integration.uriAt, owner.id, cx);
    }
    for (const method of cx.resources('AWS::ApiGateway::Method')) {
      // Of an API of another template; those above are of this one.
      if (apiBehind(method, cx) || !method.strings('Integration', 'Type').some(({ value }) => ofAws.test(value)))
        continue;
      for (const { value, at } of method.all('Integration', 'Uri')) {
        report('The integration', value, at, method.id, cx);
      }
    }
    for (const { owner, name, values } of apiAuthorizers(cx)) {
      for (const { value, at } of values('uri')) report(`The authorizer '${name}'`, value, at, owner.id, cx);
    }
  },
});

const report = (
  what: string,
  uri: Json | undefined,
  at: Cause | undefined,
  logicalId: string,
  cx: RuleContext,
): void => {
  const text = symbolicText(uri, cx);
  const isReference = /^\$\{[\w.]+\}(:[\w$-]+)?$/.test(text) && invokedFunction(uri, cx) !== undefined;
  if (!isReference && !/^arn:[^:]*:lambda:/.test(text)) return;
  const wanted = `${before}${text}/invocations`;
  const isName = isReference && attributeOf(uri!) === undefined && cx.target(uri)?.type === 'AWS::Lambda::Function';
  const fixed = isName ? wanted.replace(/\}\/invocations$/, '.Arn}/invocations') : wanted;
  cx.report('alone', at, { data: { what, uri: `!Sub '${fixed}'` }, logicalId });
};
