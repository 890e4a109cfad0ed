import { cognitoClientNames } from '../../../src/lint/rules/cognito-client-names.ts';
import { tester } from '../tester.ts';

const template = (client: string, dependsOn = '[Orders, Social]', schema = '') => `Resources:
  Users: {Type: AWS::Cognito::UserPool, Properties: {UserPoolName: a${schema}}}
  Orders:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: {UserPoolId: !Ref Users, Identifier: https://orders, Name: a, Scopes: [{ScopeName: read, ScopeDescription: a}]}
  Social:
    Type: AWS::Cognito::UserPoolIdentityProvider
    Properties: {UserPoolId: !Ref Users, ProviderName: Google, ProviderType: Google}
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: ${dependsOn}
    Properties: {UserPoolId: !Ref Users, ${client}}
`;

tester.run(cognitoClientNames, {
  valid: [
    template("AllowedOAuthScopes: [openid, 'https://orders/read', aws.cognito.signin.user.admin]"),
    // A reference makes the client wait.
    template("AllowedOAuthScopes: [!Sub '${Orders}/read']", 'Users'),
    template('SupportedIdentityProviders: [!Ref Social]', 'Users'),
    // Servers, providers and attributes that the template does not define may be there.
    template('AllowedOAuthScopes: [billing/read], SupportedIdentityProviders: [COGNITO, Okta, SignInWithApple]'),
    template("AllowedOAuthScopes: ['https://orders/write']").replace(
      '[{ScopeName: read, ScopeDescription: a}]',
      '!Ref Scopes',
    ),
    template("AllowedOAuthScopes: ['https://orders/write']", 'Users').replace(
      '{UserPoolId: !Ref Users, AllowedO',
      '{UserPoolId: b, AllowedO',
    ),
    template(
      "ReadAttributes: [email, 'custom:tenant', 'dev:custom:a']",
      'Users',
      ', Schema: [{Name: tenant, AttributeDataType: String}]',
    ),
    template("ReadAttributes: ['custom:tenant']", 'Users', ', Schema: !Ref Schema'),
    template("ReadAttributes: ['custom:tenant']", 'Users').replace(
      '{UserPoolId: !Ref Users, Read',
      '{UserPoolId: !ImportValue b, Read',
    ),
  ],
  invalid: [
    {
      template: template("AllowedOAuthScopes: ['https://orders/raed']"),
      problems: [
        {
          messageId: 'scope',
          line: 12,
          column: 63,
          data: { server: 'Orders', scope: 'raed', near: " Did you mean 'read'?" },
        },
      ],
    },
    {
      template: template("AllowedOAuthScopes: [!Sub '${Orders}/write']"),
      problems: [{ messageId: 'scope', line: 12, column: 63, data: { scope: 'write' } }],
    },
    {
      template: template("AllowedOAuthScopes: ['https://orders/read']", 'Social'),
      problems: [{ messageId: 'early', line: 12, column: 63, data: { client: 'Client', part: 'Orders' } }],
    },
    {
      template: template('SupportedIdentityProviders: [COGNITO, Google]', 'Orders'),
      problems: [{ messageId: 'early', line: 12, column: 80, data: { part: 'Social', name: 'Google' } }],
    },
    {
      template: template('SupportedIdentityProviders: [Googel]'),
      problems: [{ messageId: 'provider', line: 12, column: 71, level: 'warning', data: { near: 'Google' } }],
    },
    {
      template: template(
        "ReadAttributes: [mail], WriteAttributes: ['custom:tenent']",
        'Users',
        ', Schema: [{Name: tenant}]',
      ),
      problems: [
        { messageId: 'attribute', line: 12, column: 59, data: { name: 'mail', near: " Did you mean 'email'?" } },
        { messageId: 'attribute', line: 12, column: 84, data: { near: " Did you mean 'custom:tenant'?" } },
      ],
    },
  ],
});
