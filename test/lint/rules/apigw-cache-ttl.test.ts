import { apigwCacheTtl } from '../../../src/lint/rules/apigw-cache-ttl.ts';
import { tester } from '../tester.ts';

const sam = (settings: string): string => `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: {StageName: s, DefinitionUri: s3://b/k, MethodSettings: [${settings}]}
`;
const deployment = (description: string): string =>
  `Resources: {D: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: r, StageDescription: {${description}}}}}`;

tester.run(apigwCacheTtl, {
  valid: [
    sam('{CacheTtlInSeconds: 0}, {CacheTtlInSeconds: 3600}, {CacheTtlInSeconds: !Ref Ttl}'),
    deployment('CacheTtlInSeconds: 300'),
  ],
  invalid: [
    {
      template: sam('{CacheTtlInSeconds: 60}, {CacheTtlInSeconds: 3601}'),
      problems: [{ messageId: 'outside', line: 4, column: 119, endColumn: 123, data: { value: 3601 } }],
      output: sam('{CacheTtlInSeconds: 60}, {CacheTtlInSeconds: 3600}'),
    },
    {
      template: deployment('CacheTtlInSeconds: -1, MethodSettings: [{CacheTtlInSeconds: 7200}]'),
      problems: [
        { messageId: 'outside', line: 1, column: 117 },
        { messageId: 'outside', line: 1, column: 158 },
      ],
      output: deployment('CacheTtlInSeconds: 0, MethodSettings: [{CacheTtlInSeconds: 3600}]'),
    },
  ],
});
