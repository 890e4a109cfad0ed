import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { listed } from '../facts/texts/names.ts';

const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/;

export const cognitoCallbackUrl = defineRule({
  id: 'cognito-callback-url',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Callback of a user pool client without https',
  description:
    'Cognito sends codes and tokens to the callbacks of a client, and takes plain `http` for `localhost` only. Schemes of apps, such as `shop://callback`, are taken; a callback has no fragment. The `DefaultRedirectURI` is one of the `CallbackURLs`.',
  source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  macros: 'silent',
  messages: {
    http: "'{url}' must use https; Cognito takes http for localhost only.",
    unlisted: "'{url}' must be one of the 'CallbackURLs'; they are {known}.",
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
    checkDefault(client, cx);
    for (const { value: url, at } of urls) {
      if (url.startsWith('http://') && !local.test(url)) cx.report('http', at, { data: { url } });
      else if (/^https?:/.test(url) && url.includes('#')) cx.report('fragment', at, { data: { url } });
    }
  },
});

/** The default is one of the callbacks, as far as all of them are known. */
const checkDefault = (client: ResourceNode, cx: RuleContext): void => {
  const callbacks = client.strings('CallbackURLs', '*').map(({ value }) => value);
  if (callbacks.length === 0 || callbacks.length < client.all('CallbackURLs', '*').length) return;
  for (const { value: url, at } of client.strings('DefaultRedirectURI')) {
    if (!callbacks.includes(url)) cx.report('unlisted', at, { data: { url, known: listed(callbacks, 5) } });
  }
};
