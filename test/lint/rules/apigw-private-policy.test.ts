import { apigwPrivatePolicy } from '../../../src/lint/rules/apigw-private-policy.ts';
import { restBody } from '../apis.ts';
import { tester } from '../tester.ts';

const sam = (
  auth: string,
  definition = 'DefinitionBody: {openapi: 3.0.1, paths: {/a: {get: {}}}}',
): string => `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: s
      EndpointConfiguration:
        Type: PRIVATE
      ${definition}
${auth}`;
const isPrivate = '      EndpointConfiguration: {Types: [PRIVATE]}\n';
const policy = (size: number): string => `{Statement: [{Action: '${'a'.repeat(size)}'}]}`;

tester.run(apigwPrivatePolicy, {
  valid: [
    sam('      Auth: {ResourcePolicy: {SourceVpcWhitelist: [vpc-1]}}\n'),
    sam('', 'DefinitionUri: s3://a/b'),
    sam('', "DefinitionBody: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: s3://a/b}}}"),
    restBody('x-amazon-apigateway-policy: {Statement: []}', isPrivate),
    restBody('paths: {}', `${isPrivate}      Policy: !If [A, {Statement: []}, !Ref AWS::NoValue]\n`),
    restBody('paths: {}', '      EndpointConfiguration: {Types: [REGIONAL]}\n'),
    restBody('paths: {}', '      EndpointConfiguration: !Ref Later\n'),
    restBody('paths: {}', `      Policy: ${policy(8000)}\n`),
  ],
  invalid: [
    {
      template: sam(''),
      problems: [{ messageId: 'missing', line: 7, column: 9, level: 'error', data: { id: 'Api' } }],
    },
    // Nothing here deploys it.
    {
      template: restBody('paths: {}', isPrivate),
      problems: [{ messageId: 'missing', line: 6, column: 39, endColumn: 46, level: 'warning' }],
    },
    {
      template: `${restBody('paths: {}', isPrivate)}  D: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}}\n`,
      problems: [{ messageId: 'missing', line: 6, column: 39, level: 'error' }],
    },
    {
      template: restBody('paths: {}', `      Policy: ${policy(8200)}\n`),
      problems: [{ messageId: 'large', line: 6, column: 15, level: 'warning', data: { size: 8229, maximum: 8192 } }],
    },
    {
      template: restBody(`x-amazon-apigateway-policy: ${policy(80)}`),
      options: { characters: 100 },
      problems: [{ messageId: 'large', line: 5, column: 42, level: 'warning' }],
    },
  ],
});
