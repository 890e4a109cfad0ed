import { apigwAuthorizerTtl } from '../../../src/lint/rules/apigw-authorizer-ttl.ts';
import { http } from '../apis.ts';
import { tester } from '../tester.ts';

const sam = (identity: string): string => `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: s
      Auth:
        Authorizers:
          A: {FunctionArn: arn:aws:lambda:eu-west-1:123456789012:function:f, Identity: {${identity}}}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.a
      Runtime: nodejs22.x
      InlineCode: x
      Events: {E: {Type: Api, Properties: {Path: /, Method: get, RestApiId: !Ref Api}}}
`;
const rest = (properties: string): string => `Resources:
  A:
    Type: AWS::ApiGateway::Authorizer
    Properties: {RestApiId: r, Name: a, ${properties}}
`;
const v2 = (properties: string): string =>
  http(`A: {Type: AWS::ApiGatewayV2::Authorizer, Properties: {ApiId: !Ref Api, Name: a, ${properties}}}`);

tester.run(apigwAuthorizerTtl, {
  valid: [
    sam('ReauthorizeEvery: 3600'),
    rest('Type: REQUEST, IdentitySource: method.request.header.A'),
    rest('Type: REQUEST, AuthorizerResultTtlInSeconds: 0'),
    rest('Type: TOKEN, AuthorizerResultTtlInSeconds: !Ref Ttl'),
    v2('AuthorizerType: REQUEST'),
  ],
  invalid: [
    {
      template: sam('ReauthorizeEvery: 3601'),
      problems: [{ messageId: 'outside', line: 8, column: 107, endColumn: 111, data: { value: 3601 } }],
      output: sam('ReauthorizeEvery: 3600'),
    },
    {
      template: rest('Type: TOKEN, AuthorizerResultTtlInSeconds: "-5"'),
      problems: [{ messageId: 'outside', line: 4, column: 84 }],
      output: rest('Type: TOKEN, AuthorizerResultTtlInSeconds: "0"'),
    },
    {
      template: rest('Type: REQUEST'),
      problems: [{ messageId: 'noIdentity', line: 2, column: 3, data: { value: 300 } }],
    },
    {
      template: v2('AuthorizerType: REQUEST, AuthorizerResultTtlInSeconds: 60, IdentitySource: []'),
      problems: [{ messageId: 'noIdentity', line: 3, column: 138, data: { value: 60 } }],
    },
    {
      template: `Resources:
  A:
    Type: AWS::Serverless::Api
    Properties:
      StageName: p
      Auth:
        Authorizers:
          Default: {FunctionPayloadType: REQUEST, FunctionArn: f}
          Long: {FunctionPayloadType: REQUEST, FunctionArn: f, Identity: {ReauthorizeEvery: 60}}
          None: {FunctionPayloadType: REQUEST, FunctionArn: f, Identity: {ReauthorizeEvery: 0}}
          Token: {FunctionArn: f}
`,
      problems: [
        { messageId: 'noIdentity', line: 8, column: 11, endColumn: 18, data: { name: 'Default', value: 300 } },
        { messageId: 'noIdentity', line: 9, column: 93, data: { name: 'Long', value: 60 } },
      ],
    },
  ],
});
