import { apigwApiKeyOnly } from '../../../src/lint/rules/apigw-api-key-only.ts';
import { api } from '../apis.ts';
import { tester } from '../tester.ts';

const sam = (auth: string): string => api(`E: {Type: Api, Properties: {Path: /a, Method: get, Auth: {${auth}}}}`);
const method = (properties: string): string => `Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  M: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, ResourceId: !Ref Items, HttpMethod: GET, ${properties}}}
  Items: {Type: AWS::ApiGateway::Resource, Properties: {PathPart: items, ParentId: !GetAtt Api.RootResourceId}}
`;

tester.run(apigwApiKeyOnly, {
  valid: [
    sam('Authorizer: AWS_IAM, ApiKeyRequired: true'),
    sam('ApiKeyRequired: false'),
    method('AuthorizationType: AWS_IAM, ApiKeyRequired: true'),
    method('ApiKeyRequired: !Ref NeedsKey'),
  ],
  invalid: [
    {
      template: sam('ApiKeyRequired: true'),
      problems: [{ messageId: 'keyOnly', line: 8, column: 90, data: { route: 'GET /a' } }],
    },
    {
      template: method('AuthorizationType: NONE, ApiKeyRequired: true'),
      problems: [{ messageId: 'keyOnly', line: 3, column: 154, data: { route: 'GET /items' } }],
    },
    {
      template: api(
        'A: {Type: Api, Properties: {Path: /a, Method: get}}, B: {Type: Api, Properties: {Path: /b, Method: get}}',
        '',
        'Globals: {Api: {Auth: {ApiKeyRequired: true}}}\n',
      ),
      problems: [{ messageId: 'keyOnly', line: 9, column: 40, data: { route: 'GET /a', others: ' and 1 more route' } }],
    },
  ],
});
