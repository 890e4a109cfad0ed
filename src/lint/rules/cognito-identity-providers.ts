import { defineRule } from '../../model/rule.ts';

/** The users of the pool itself. */
const ownUsers = 'COGNITO';

export const cognitoIdentityProviders = defineRule({
  id: 'cognito-identity-providers',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Client of an identity provider that its user pool does not have',
  description:
    'Cognito refuses a client whose `SupportedIdentityProviders` names a provider that the user pool does not have. A user pool of the template is new, so it has the `AWS::Cognito::UserPoolIdentityProvider`s of the template only, and `COGNITO`, its own users.',
  source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  macros: 'silent',
  messages: {
    unknown:
      "The user pool '{pool}' has no identity provider '{name}'; add an AWS::Cognito::UserPoolIdentityProvider with 'ProviderName: {name}'.",
  },
  example: {
    in: 'resources',
    fails: `
Users: {Type: AWS::Cognito::UserPool}
Web:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    UserPoolId: !Ref Users
    SupportedIdentityProviders: [COGNITO, ‹Google›]
`,
    passes: `
Users: {Type: AWS::Cognito::UserPool}
Web:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    UserPoolId: !Ref Users
    SupportedIdentityProviders: [COGNITO]
`,
  },
  on: ['AWS::Cognito::UserPoolClient'],
  check(client, cx) {
    const pool = cx.target(client.get('UserPoolId'));
    if (pool?.type !== 'AWS::Cognito::UserPool') return;
    const known = new Set<string>([ownUsers]);
    for (const provider of cx.resources('AWS::Cognito::UserPoolIdentityProvider')) {
      const of = cx.target(provider.get('UserPoolId'));
      const names = provider.all('ProviderName');
      const texts = provider.strings('ProviderName');
      // One of another pool does not count, and one whose pool or name is not known may be this one.
      if (of && of !== pool) continue;
      if (texts.length < names.length) return;
      for (const { value } of texts) known.add(value);
    }
    for (const { value: name, at } of client.strings('SupportedIdentityProviders', '*')) {
      if (!known.has(name)) cx.report('unknown', at, { data: { pool: pool.id, name } });
    }
  },
});
