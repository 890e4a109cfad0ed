import { cognitoTokenValidity } from '../../../src/lint/rules/cognito-token-validity.ts';
import { tester } from '../tester.ts';

const client = (properties: string) => `Resources:
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties: {UserPoolId: a, ${properties}}
`;

tester.run(cognitoTokenValidity, {
  valid: [
    client('AccessTokenValidity: 24, IdTokenValidity: 1, RefreshTokenValidity: 3650'),
    client('AccessTokenValidity: 5, TokenValidityUnits: {AccessToken: minutes}'),
    client('AccessTokenValidity: 1, TokenValidityUnits: {AccessToken: days}'),
    client('RefreshTokenValidity: 0'),
    client('RefreshTokenValidity: 60, TokenValidityUnits: {RefreshToken: minutes}'),
    client('AccessTokenValidity: 60, TokenValidityUnits: {AccessToken: !Ref Unit}'),
    client('AccessTokenValidity: 60, TokenValidityUnits: !Ref Units'),
    client('AccessTokenValidity: !Ref Validity'),
  ],
  invalid: [
    {
      template: client('AccessTokenValidity: 60'),
      problems: [{ messageId: 'unit', line: 4, column: 54, data: { found: 60, unit: 'hours', token: 'AccessToken' } }],
    },
    {
      template: client("IdTokenValidity: '60', TokenValidityUnits: {AccessToken: minutes}"),
      problems: [{ messageId: 'unit', line: 4, column: 50, data: { name: 'IdTokenValidity' } }],
    },
    {
      template: client('AccessTokenValidity: 2, TokenValidityUnits: {AccessToken: minutes}'),
      problems: [{ messageId: 'range', line: 4, column: 54, data: { unit: 'minutes', words: '5 minutes to 1 day' } }],
    },
    {
      template: client('AccessTokenValidity: 2, TokenValidityUnits: {AccessToken: days}'),
      problems: [{ messageId: 'range', line: 4, column: 54 }],
    },
    {
      template: client('RefreshTokenValidity: 4000'),
      problems: [{ messageId: 'range', line: 4, column: 55, data: { found: 4000, unit: 'days' } }],
    },
  ],
});
