import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { type Authorizer, apiAuthorizers } from '../facts/apis/authorizers.ts';
import { itemsOf } from '../facts/templates/choices.ts';
import { gap, partialText } from '../facts/texts/partial-text.ts';

export const httpapiJwtAuthorizer = defineTemplateRule({
  id: 'httpapi-jwt-authorizer',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [
    'AWS::ApiGateway::Authorizer',
    'AWS::ApiGatewayV2::Authorizer',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
  ],
  title: 'JWT authorizer that no token can pass',
  description:
    'The issuer of a JWT authorizer is an address that begins with `https://`, in exactly the form that the tokens have as `iss`: that of a Cognito user pool ends with the id of the pool, without a slash. Its audience is what the tokens have as `aud` or `client_id`: the id of a client of the pool, not of the pool.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
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
    IdentitySource: [$request.header.Authorization]
    JwtConfiguration: {Issuer: ‹id.example.com›, Audience: [web]}
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
    issuer: "The issuer '{found}' must be an address that begins with 'https://'.",
    slash:
      "The tokens of a user pool have an issuer without a slash at the end, so none matches '{found}' and every request is answered with 401; remove the slash.",
    pool: "The audience is the id of the user pool '{id}', but its tokens name the client; write the id of a client: '!Ref' of an AWS::Cognito::UserPoolClient.",
  },
  check(cx) {
    for (const authorizer of apiAuthorizers(cx)) {
      if (authorizer.kind !== 'HTTP') continue;
      checkIssuer(authorizer, cx);
      checkAudience(authorizer, cx);
    }
  },
});

const checkIssuer = ({ owner, values }: Authorizer, cx: RuleContext): void => {
  for (const { value, at } of values('issuer')) {
    const text = partialText(value, cx);
    if (text === undefined || text.startsWith(gap)) continue;
    const found = text.replaceAll(gap, '…');
    if (!text.startsWith('https://')) cx.report('issuer', at, { data: { found }, logicalId: owner.id });
    else if (/^https:\/\/cognito-idp\./.test(text) && text.endsWith('/')) {
      cx.report('slash', at, { data: { found }, logicalId: owner.id });
    }
  }
};

const checkAudience = ({ owner, values }: Authorizer, cx: RuleContext): void => {
  for (const { value, at } of values('audience').flatMap(itemsOf)) {
    const target = cx.target(value);
    if (target?.type !== 'AWS::Cognito::UserPool') continue;
    cx.report('pool', at, { data: { id: target.id }, logicalId: owner.id, related: [target.at] });
  }
};
