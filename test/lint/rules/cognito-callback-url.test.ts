import { cognitoCallbackUrl } from '../../../src/lint/rules/cognito-callback-url.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const client = (urls: string) => `Resources:
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties: {CallbackURLs: ${urls}}
`;

tester.run(cognitoCallbackUrl, {
  valid: [
    client('[https://a.example/, https://b.example/], DefaultRedirectURI: https://b.example/'),
    client('[https://a.example/, !Ref Url], DefaultRedirectURI: https://b.example/'),
    client('[https://a.example/], DefaultRedirectURI: !Ref Url'),
    client("['https://shop.example.com', 'http://localhost:3000/back', 'http://127.0.0.1/', 'shop://back', !Ref Url]"),
    client('!Ref Urls'),
  ],
  invalid: [
    marked(client('[https://a.example/], DefaultRedirectURI: ‹https://b.example/›'), {
      messageId: 'unlisted',
      data: { url: 'https://b.example/', known: "'https://a.example/'" },
    }),
    {
      template: client("['http://shop.example.com', 'http://localhost.example.com/']"),
      problems: [
        { messageId: 'http', line: 4, column: 33, data: { url: 'http://shop.example.com' } },
        { messageId: 'http', line: 4, column: 60 },
      ],
    },
    {
      template: client("['https://shop.example.com/#back']"),
      problems: [{ messageId: 'fragment', line: 4, column: 33 }],
    },
  ],
});
