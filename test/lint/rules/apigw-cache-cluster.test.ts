import { apigwCacheCluster } from '../../../src/lint/rules/apigw-cache-cluster.ts';
import { tester } from '../tester.ts';

const stage = (properties: string): string => `Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: {RestApiId: r, ${properties}}
`;
const sam = (properties: string): string => `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      ${properties}
      DefinitionUri: s3://b/k
      MethodSettings:
        - {HttpMethod: '*', CacheTtlInSeconds: 60}
`;

tester.run(apigwCacheCluster, {
  valid: [
    stage('CacheClusterEnabled: true, CacheClusterSize: "0.5", MethodSettings: [{CachingEnabled: true}]'),
    stage('CacheClusterEnabled: !Ref Cache, MethodSettings: [{CachingEnabled: true}]'),
    stage('MethodSettings: [{CachingEnabled: false, CacheTtlInSeconds: 60}, {CacheTtlInSeconds: 0}]'),
  ],
  invalid: [
    {
      template: stage('CacheClusterEnabled: false, MethodSettings: [{CachingEnabled: true}]'),
      problems: [{ messageId: 'noCluster', line: 4, column: 94, data: { setting: 'CachingEnabled' } }],
      output: stage('CacheClusterEnabled: true, MethodSettings: [{CachingEnabled: true}]'),
    },
    {
      template: sam('StageName: s'),
      problems: [{ messageId: 'noCluster', line: 8, column: 48, data: { setting: 'CacheTtlInSeconds' } }],
      output: sam('CacheClusterEnabled: true\n      StageName: s'),
    },
    {
      template: stage('CacheClusterEnabled: true, CacheClusterSize: 2'),
      problems: [{ messageId: 'size', line: 4, column: 77, data: { value: 2 } }],
    },
  ],
});
