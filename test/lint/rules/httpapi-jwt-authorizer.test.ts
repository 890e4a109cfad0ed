import { httpapiJwtAuthorizer } from '../../../src/lint/rules/httpapi-jwt-authorizer.ts';
import { tester } from '../tester.ts';

const own = (issuer: string, audience = '[web]') => `Resources:
  Pool: {Type: AWS::Cognito::UserPool}
  Client: {Type: AWS::Cognito::UserPoolClient, Properties: {UserPoolId: !Ref Pool}}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ProtocolType: HTTP}}
  Users:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: users
      AuthorizerType: JWT
      IdentitySource: ['$request.header.Authorization']
      JwtConfiguration:
        Issuer: ${issuer}
        Audience: ${audience}
`;
const serverless = (issuer: string, audience: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Pool: {Type: AWS::Cognito::UserPool}
  Client: {Type: AWS::Cognito::UserPoolClient, Properties: {UserPoolId: !Ref Pool}}
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        Authorizers:
          Users:
            IdentitySource: $request.header.Authorization
            JwtConfiguration: {issuer: ${issuer}, audience: ${audience}}
`;
const pool = "!Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Pool}'";

tester.run(httpapiJwtAuthorizer, {
  valid: [
    own(pool, '[!Ref Client]'),
    own('!GetAtt Pool.ProviderURL', '[!ImportValue client]'),
    // Other issuers end with a slash: those of Auth0.
    own('https://shop.eu.auth0.com/', '[https://api.example.com/]'),
    own('!Ref Issuer').replace('Resources', 'Parameters: {Issuer: {Type: String}}\nResources'),
    own("!Sub '${Issuer}/v2'").replace('Resources', 'Parameters: {Issuer: {Type: String}}\nResources'),
    serverless(pool, '[!Ref Client]'),
  ],
  invalid: [
    {
      template: own('id.example.com'),
      problems: [{ messageId: 'issuer', line: 13, column: 17, data: { found: 'id.example.com' } }],
    },
    { template: own('http://id.example.com'), problems: [{ messageId: 'issuer', line: 13, column: 17 }] },
    {
      template: own("!Sub 'cognito-idp.${AWS::Region}.amazonaws.com/${Pool}'"),
      problems: [{ messageId: 'issuer', line: 13, column: 17 }],
    },
    {
      template: own(pool.replace("}'", "}/'")),
      problems: [{ messageId: 'slash', line: 13, column: 17 }],
    },
    {
      template: serverless(pool.replace("}'", "}/'"), '[!Ref Client, !Ref Pool]'),
      problems: [
        { messageId: 'slash', line: 12, column: 40 },
        { messageId: 'pool', line: 12, column: 130, data: { id: 'Pool' } },
      ],
    },
  ],
});
