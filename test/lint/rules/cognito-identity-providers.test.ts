import { cognitoIdentityProviders } from '../../../src/lint/rules/cognito-identity-providers.ts';
import { tester } from '../tester.ts';

const client = (providers: string, pool = '!Ref Users', more = '') => `Resources:
  Users: {Type: AWS::Cognito::UserPool}
  Web: {Type: AWS::Cognito::UserPoolClient, Properties: {UserPoolId: ${pool}, SupportedIdentityProviders: ${providers}}}
${more}`;
const provider = (name: string, pool = '!Ref Users') =>
  `  Provider: {Type: AWS::Cognito::UserPoolIdentityProvider, Properties: {UserPoolId: ${pool}, ProviderName: ${name}}}\n`;
const other = '  Other: {Type: AWS::Cognito::UserPool}\n';

tester.run(cognitoIdentityProviders, {
  valid: [
    client('[COGNITO]'),
    client('[Google]', '!ImportValue pool'),
    client('[COGNITO, Google]', '!Ref Users', provider('Google')),
    client('[Google]', '!Ref Users', provider('!Ref Name')),
    client('[Google]', '!Ref Users', provider('Google', '!Ref Pool')),
    client('[!Ref Provider]'),
  ],
  invalid: [
    {
      template: client('[COGNITO, Google]'),
      problems: [{ messageId: 'unknown', line: 3, column: 120, data: { pool: 'Users', name: 'Google' } }],
    },
    {
      template: client('[Google]', '!Ref Users', provider('Facebook') + other),
      problems: [{ messageId: 'unknown', line: 3, column: 111 }],
    },
    {
      template: client('[Google]', '!Ref Users', provider('Google', '!Ref Other') + other),
      problems: [{ messageId: 'unknown', line: 3, column: 111 }],
    },
  ],
});
