import { apigwResourcesMax } from '../../../src/lint/rules/apigw-resources-max.ts';
import { http, httpBody, restBody } from '../apis.ts';
import { tester } from '../tester.ts';

const paths = (count: number, operation: string): string =>
  `paths: {${Array.from({ length: count }, (_, at) => `/r/${at}: {get: ${operation}, post: {}}`).join(', ')}}`;
const integrations = (count: number): string =>
  http(
    ...Array.from(
      { length: count },
      (_, at) => `I${at}: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api}}`,
    ),
  );
const stages = (count: number): string =>
  http(
    ...Array.from(
      { length: count },
      (_, at) => `S${at}: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api}}`,
    ),
  );
const authorizers = (count: number): string =>
  `securityDefinitions: {${Array.from({ length: count }, (_, at) => `A${at}: {x-amazon-apigateway-authorizer: {type: token}}`).join(', ')}}`;

tester.run(apigwResourcesMax, {
  valid: [
    restBody(`${paths(299, '{}')}, ${authorizers(10)}`),
    httpBody(paths(150, '{}')),
    integrations(300),
    stages(10),
    { template: stages(12), options: { stages: 12 } },
  ],
  invalid: [
    {
      template: restBody(paths(300, '{}')),
      problems: [{ messageId: 'quota', line: 2, column: 3, level: 'warning', data: { count: 301, what: 'resources' } }],
    },
    {
      template: httpBody(paths(151, '{}')),
      problems: [{ messageId: 'quota', line: 2, column: 3, data: { count: 302, what: 'routes' } }],
    },
    {
      template: integrations(301),
      problems: [{ messageId: 'integrations', line: 2, column: 3, level: 'error', data: { count: 301 } }],
    },
    { template: stages(11), problems: [{ messageId: 'quota', line: 2, column: 3, data: { what: 'stages' } }] },
    {
      template: restBody(authorizers(11)),
      problems: [{ messageId: 'quota', line: 2, column: 3, data: { count: 11, what: 'authorizers' } }],
    },
  ],
});
