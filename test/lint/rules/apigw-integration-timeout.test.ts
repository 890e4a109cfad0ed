import { apigwIntegrationTimeout } from '../../../src/lint/rules/apigw-integration-timeout.ts';
import { api, http, restBody } from '../apis.ts';
import { tester } from '../tester.ts';

const rest = (milliseconds: number, further = ''): string =>
  restBody(
    `paths: {/a: {get: {x-amazon-apigateway-integration: {type: http, timeoutInMillis: ${milliseconds}${further}}}}}`,
  );
const regional = '      EndpointConfiguration: {Types: [REGIONAL]}\n';
const method = (milliseconds: number): string => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  M: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, HttpMethod: GET, Integration: {TimeoutInMillis: ${milliseconds}}}}
`;
const v2 = (milliseconds: number): string =>
  http(`I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, TimeoutInMillis: ${milliseconds}}}`);

tester.run(apigwIntegrationTimeout, {
  valid: [
    rest(50),
    rest(29_000),
    rest(600_000, ', responseTransferMode: STREAM'),
    v2(30_000),
    v2(30_001).replace('!Ref Api', '!ImportValue api'),
  ],
  invalid: [
    {
      template: rest(29_001),
      problems: [{ messageId: 'outside', line: 5, column: 96, endColumn: 101, level: 'error' }],
    },
    {
      template: rest(29_001) + regional,
      problems: [{ messageId: 'quota', line: 5, column: 96, level: 'warning' }],
    },
    { template: rest(49) + regional, problems: [{ messageId: 'outside', line: 5, column: 96, level: 'error' }] },
    { template: method(0), problems: [{ messageId: 'outside', line: 3, column: 120, data: { kind: 'REST' } }] },
    { template: v2(30_001), problems: [{ messageId: 'outside', line: 3, column: 92, data: { kind: 'HTTP' } }] },
    {
      template: api('E: {Type: HttpApi, Properties: {Path: /, Method: get, TimeoutInMillis: 40000}}'),
      problems: [{ messageId: 'outside', line: 8, column: 87, endColumn: 92 }],
    },
  ],
});
