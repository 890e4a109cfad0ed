import { defineRule } from '../../model/rule.ts';

const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/;

export const cognitoCallbackUrl = defineRule({
  id: 'cognito-callback-url',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Callback of a user pool client without https',
  description:
    'Cognito sends codes and tokens to the callbacks of a client, and takes plain `http` for `localhost` only. Schemes of apps, such as `shop://callback`, are taken; a callback has no fragment.',
  source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  macros: 'silent',
  messages: {
    http: "'{url}' must use https; Cognito takes http for localhost only.",
    fragment: "'{url}' has a fragment, which a callback may not have.",
  },
  example: {
    in: 'resources',
    fails: `
Web:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    UserPoolId: us-east-1_Example
    CallbackURLs: [‹http://shop.example.com/›]
`,
    passes: `
Web:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    UserPoolId: us-east-1_Example
    CallbackURLs: [https://shop.example.com/]
`,
  },
  on: ['AWS::Cognito::UserPoolClient'],
  check(client, cx) {
    const urls = [
      ...client.strings('CallbackURLs', '*'),
      ...client.strings('LogoutURLs', '*'),
      ...client.strings('DefaultRedirectURI'),
    ];
    for (const { value: url, at } of urls) {
      if (url.startsWith('http://') && !local.test(url)) cx.report('http', at, { data: { url } });
      else if (/^https?:/.test(url) && url.includes('#')) cx.report('fragment', at, { data: { url } });
    }
  },
});
