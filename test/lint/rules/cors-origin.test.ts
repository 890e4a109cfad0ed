import { corsOrigin } from '../../../src/lint/rules/cors-origin.ts';
import { tester } from '../tester.ts';

const httpApi = (origins: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration: {AllowOrigins: ${origins}}
`;
const restApi = (cors: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, Cors: ${cors}}}
`;
const bucket = (origins: string) => `Parameters: {Domain: {Type: String}, Site: {Type: String}}
Resources:
  Photos:
    Type: AWS::S3::Bucket
    Properties:
      CorsConfiguration: {CorsRules: [{AllowedMethods: [GET], AllowedOrigins: ${origins}}]}
`;

tester.run(corsOrigin, {
  valid: [
    httpApi("['https://shop.example.com', 'http://localhost:3000', 'https://*', '*', 'null']"),
    httpApi("'*'"),
    restApi(`"'https://shop.example.com'"`),
    restApi(`{AllowOrigin: "'*'", AllowHeaders: "'Authorization,https://example.com/'"}`),
    restApi('true'),
    bucket("['https://*.example.com', !Sub 'https://${Domain}', !Ref Site]"),
  ],
  invalid: [
    {
      template: httpApi("['https://shop.example.com/', 'https://shop.example.com']"),
      problems: [
        {
          messageId: 'path',
          line: 6,
          column: 42,
          data: { found: 'https://shop.example.com/', origin: 'https://shop.example.com' },
        },
      ],
    },
    {
      template: restApi(`{AllowOrigin: "'https://shop.example.com/'"}`),
      problems: [{ messageId: 'path', line: 3, column: 85, data: { origin: 'https://shop.example.com' } }],
    },
    { template: restApi(`"'https://shop.example.com/cart'"`), problems: [{ messageId: 'path', line: 3, column: 71 }] },
    {
      template: bucket("[!Sub 'https://${Domain}/']"),
      problems: [{ messageId: 'path', line: 6, column: 80, data: { origin: 'https://…' } }],
    },
    {
      template: `Resources:
  Url:
    Type: AWS::Lambda::Url
    Properties: {AuthType: AWS_IAM, TargetFunctionArn: a, Cors: {AllowOrigins: ['http://localhost:3000/']}}
`,
      problems: [{ messageId: 'path', line: 4, column: 81, data: { origin: 'http://localhost:3000' } }],
    },
  ],
});
