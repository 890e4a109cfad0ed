import { defineTemplateRule } from '../../model/rule.ts';
import { isString } from '../../model/tree.ts';
import { apiAuthorizers } from '../facts/apis/authorizers.ts';
import type { ApiKind } from '../facts/apis/kind.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { itemsOf } from '../facts/templates/choices.ts';

/** What stands before `request.header.NAME` in the identity sources of each kind of API. */
const prefixes: Readonly<Record<ApiKind, string>> = { REST: 'method.', HTTP: '$', WebSocket: 'route.' };

/** A source that names a part of the request, in the words of any kind of API. */
const ofRequest = /^(\$|method\.|route\.)(?=request\.)/;

export const apigwIdentitySource = defineTemplateRule({
  id: 'apigw-identity-source',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [
    'AWS::ApiGateway::Authorizer',
    'AWS::ApiGatewayV2::Authorizer',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
  ],
  title: 'Identity source in the words of another kind of API',
  description:
    'An authorizer reads what it decides by from identity sources: `method.request.header.Authorization` of a REST API, `$request.header.Authorization` of an HTTP API, `route.request.header.Authorization` of a WebSocket API. API Gateway refuses those of another kind of API.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html',
  fixes: { kind: 'safe' },
  example: {
    in: 'resources',
    fails: `
Shop: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Users:
  Type: AWS::ApiGatewayV2::Authorizer
  Properties:
    ApiId: !Ref Shop
    Name: users
    AuthorizerType: JWT
    IdentitySource: [‹method.request.header.Authorization›]
    JwtConfiguration: {Issuer: https://id.example.com, Audience: [web]}
`,
    passes: `
Shop: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Users:
  Type: AWS::ApiGatewayV2::Authorizer
  Properties:
    ApiId: !Ref Shop
    Name: users
    AuthorizerType: JWT
    IdentitySource: [$request.header.Authorization]
    JwtConfiguration: {Issuer: https://id.example.com, Audience: [web]}
`,
  },
  messages: {
    kind: "'{found}' is not an identity source of {kind} APIs; write '{meant}'.",
  },
  check(cx) {
    for (const { kind, owner, values } of apiAuthorizers(cx)) {
      for (const { value, at } of values('identity').flatMap(itemsOf)) {
        const text = cx.resolve(value);
        if (!isString(text)) continue;
        // Those of a REST API, and those in documents, are one text.
        const sources = text.split(',').map((part) => part.trim());
        const found = sources.find((source) => (ofRequest.exec(source)?.[1] ?? prefixes[kind]) !== prefixes[kind]);
        if (found === undefined || (kind === 'WebSocket' && found.startsWith('$'))) continue;
        const meant = sources.map((source) => source.replace(ofRequest, () => prefixes[kind])).join(', ');
        const data = { found, kind, meant: found.replace(ofRequest, () => prefixes[kind]) };
        const fix = value === text ? replaceLiteral({ value, at }, meant) : undefined;
        cx.report('kind', at, { data, fix, logicalId: owner.id });
      }
    }
  },
});
