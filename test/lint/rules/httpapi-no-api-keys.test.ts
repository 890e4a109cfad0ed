import { httpapiNoApiKeys } from '../../../src/lint/rules/httpapi-no-api-keys.ts';
import { api, http } from '../apis.ts';
import { tester } from '../tester.ts';

const route = (properties: string): string =>
  http(`R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /, ${properties}}}`);

tester.run(httpapiNoApiKeys, {
  valid: [
    route('ApiKeyRequired: false'),
    route('ApiKeyRequired: true').replace(': HTTP', ': WEBSOCKET'),
    http('P: {Type: AWS::ApiGateway::UsagePlan, Properties: {ApiStages: [{ApiId: !Ref Rest}]}}'),
  ],
  invalid: [
    {
      template: route('ApiKeyRequired: true, RequestModels: {a: b}'),
      problems: [
        { messageId: 'property', line: 3, column: 86, endColumn: 100, data: { property: 'ApiKeyRequired' } },
        { messageId: 'property', line: 3, column: 108, data: { property: 'RequestModels' } },
      ],
    },
    {
      template: http().replace('Name: a', 'ApiKeySelectionExpression: x'),
      problems: [{ messageId: 'property', line: 2, column: 72 }],
    },
    {
      template: api(
        'H: {Type: HttpApi, Properties: {Path: /, Method: get}}',
        '  P: {Type: AWS::ApiGateway::UsagePlan, Properties: {ApiStages: [{ApiId: !Ref ServerlessHttpApi}]}}\n',
      ),
      problems: [{ messageId: 'plan', line: 9, column: 74, data: { api: 'ServerlessHttpApi' } }],
    },
    {
      template: api(
        'H: {Type: HttpApi, Properties: {Path: /, Method: get, ApiId: !Ref H, Auth: {ApiKeyRequired: true}}}',
        '  H: {Type: AWS::Serverless::HttpApi, Properties: {Auth: {UsagePlan: {CreateUsagePlan: PER_API}}}}\n',
      ),
      problems: [
        { messageId: 'property', line: 8, column: 92, endColumn: 106, data: { property: 'ApiKeyRequired' } },
        { messageId: 'property', line: 9, column: 59, endColumn: 68, data: { property: 'UsagePlan' } },
      ],
    },
  ],
});
