import { apigwRouteSettings } from '../../../src/lint/rules/apigw-route-settings.ts';
import { tester } from '../tester.ts';

const serverless = (settings: string, api = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      RouteSettings: ${settings}${api}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: x
      Events:
        Add: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /orders, Method: post}}
        Any: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /items, Method: any}}
`;
const plain = (stage: string, settings: string, route = 'POST /orders', api = 'ProtocolType: HTTP') => `Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: a, ${api}}}
  Add: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: ${route}}}
  Live:
    Type: AWS::ApiGatewayV2::Stage
    ${stage}
    Properties: {ApiId: !Ref Api, StageName: live, AutoDeploy: true, RouteSettings: ${settings}}
`;
const limits = '{ThrottlingBurstLimit: 1}';

tester.run(apigwRouteSettings, {
  valid: [
    serverless(`{'POST /orders': ${limits}, 'ANY /items': ${limits}, $default: ${limits}}`),
    serverless(`{'GET /other': ${limits}}`, "\n      DefinitionUri: 's3://a/b'"),
    // The function is not expanded, so its routes are not known.
    serverless(`{'GET /other': ${limits}}`).replace('Handler: index.handler', 'Handlr: index.handler'),
    plain('DependsOn: Add', `{POST /orders: ${limits}}`),
    plain('DependsOn: [Add]', `{$connect: ${limits}}`, '$connect', 'ProtocolType: WEBSOCKET'),
    // A route that is named by a parameter may be any.
    plain('DependsOn: Add', `{GET /other: ${limits}}`, '!Ref Key').replace(
      'Resources',
      'Parameters: {Key: {Type: String}}\nResources',
    ),
    plain('DependsOn: Add', `{GET /other: ${limits}}`, 'POST /orders', 'Target: !ImportValue fn, ProtocolType: HTTP'),
    plain('DependsOn: Add', '!Ref AWS::NoValue'),
    plain('', `{GET /other: ${limits}}`).replace('{ApiId: !Ref Api, StageName', '{ApiId: !ImportValue api, StageName'),
  ],
  invalid: [
    {
      template: serverless(`{'POST /order': ${limits}}`),
      problems: [
        {
          messageId: 'unknown',
          line: 6,
          column: 23,
          data: { key: 'POST /order', near: " Did you mean 'POST /orders'?" },
        },
      ],
    },
    // Each method of a route for any method is that route.
    {
      template: serverless(`{'GET /items': ${limits}}`),
      problems: [{ messageId: 'unknown', line: 6, column: 23, data: { api: 'Api', key: 'GET /items' } }],
    },
    {
      template: plain('DependsOn: Add', `{POST /orders/: ${limits}}`),
      problems: [{ messageId: 'unknown', line: 7, column: 86 }],
    },
    {
      template: plain('DependsOn: Api', `{POST /orders: ${limits}}`),
      problems: [{ messageId: 'early', line: 7, column: 86, data: { route: 'Add', key: 'POST /orders' } }],
    },
  ],
});
