import { cognitoClientFlows } from '../../../src/lint/rules/cognito-client-flows.ts';
import { tester } from '../tester.ts';

const client = (properties: string) => `Resources:
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties: {UserPoolId: a, ${properties}}
`;
const on = 'AllowedOAuthFlowsUserPoolClient: true';

tester.run(cognitoClientFlows, {
  valid: [
    client('ClientName: a'),
    client(`${on}, AllowedOAuthFlows: [client_credentials], GenerateSecret: true`),
    client(`${on}, AllowedOAuthFlows: [client_credentials], GenerateSecret: !Ref Secret`),
    client(`${on}, AllowedOAuthFlows: [code, implicit], CallbackURLs: [https://shop.example.com]`),
    client(`${on}, AllowedOAuthFlows: [code], CallbackURLs: !Ref Urls`),
    client(`AllowedOAuthFlowsUserPoolClient: !Ref On, AllowedOAuthFlows: [!Ref Flow]`),
    client(`${on}, AllowedOAuthFlows: !If [A, [code], [client_credentials]], CallbackURLs: [a]`),
    client('ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]'),
    client('ExplicitAuthFlows: [ADMIN_NO_SRP_AUTH, USER_PASSWORD_AUTH]'),
  ],
  invalid: [
    {
      template: client(`${on}, GenerateSecret: true, AllowedOAuthFlows: [code, client_credentials]`),
      problems: [{ messageId: 'alone', line: 4, column: 120, level: 'error', data: { other: 'code' } }],
    },
    {
      template: client(`${on}, AllowedOAuthFlows: [client_credentials]`),
      problems: [{ messageId: 'secret', line: 4, column: 92, level: 'error' }],
    },
    {
      template: client(`${on}, GenerateSecret: 'false', AllowedOAuthFlows: [client_credentials]`),
      problems: [{ messageId: 'secret', line: 4, column: 117 }],
    },
    {
      template: client(`${on}, AllowedOAuthFlows: [code]`),
      problems: [{ messageId: 'callback', line: 4, column: 92, level: 'warning', data: { flow: 'code' } }],
    },
    {
      template: client('AllowedOAuthFlows: [code], CallbackURLs: [https://shop.example.com]'),
      problems: [{ messageId: 'disabled', line: 4, column: 33, level: 'warning' }],
    },
    {
      template: client('ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ADMIN_NO_SRP_AUTH]'),
      problems: [
        {
          messageId: 'mixed',
          line: 4,
          column: 74,
          data: { current: 'ALLOW_USER_SRP_AUTH', meant: 'ALLOW_ADMIN_USER_PASSWORD_AUTH' },
        },
      ],
    },
  ],
});
