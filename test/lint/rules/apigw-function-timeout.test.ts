import { apigwFunctionTimeout } from '../../../src/lint/rules/apigw-function-timeout.ts';
import { api } from '../apis.ts';
import { tester } from '../tester.ts';

const timeout = (seconds: number | string) => `Globals: {Function: {Timeout: ${seconds}}}\n`;
const rest = 'E: {Type: Api, Properties: {Path: /a, Method: get}}';
const http = 'H: {Type: HttpApi, Properties: {Path: /h, Method: get}}';
const raw = (type: string): string => `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {Timeout: 31}}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP}}
  I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: ${type}, IntegrationUri: !GetAtt Fn.Arn}}
  R: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /r, Target: !Join [/, [integrations, !Ref I]]}}
`;

tester.run(apigwFunctionTimeout, {
  valid: [
    api(rest, '', timeout(30)),
    api(`${rest}, Q: {Type: SQS, Properties: {Queue: !ImportValue Q}}`, '', timeout(60)),
    api(`${rest}, S: {Type: Schedule, Properties: {Schedule: rate(1 day)}}`, '', timeout(60)),
    api(`${rest}, S: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}`, '', timeout(60)),
    api(http, '', timeout(30)),
    api(http, '', timeout('!Ref Seconds')),
    api('', '', timeout(900)),
    api('E: {Type: Api, Properties: {Path: /a, Method: get, TimeoutInMillis: 60000}}', '', timeout(60)),
    raw('HTTP_PROXY'),
  ],
  invalid: [
    {
      template: api(`${rest}, ${http}`, '', timeout(31)),
      problems: [
        { messageId: 'longer', line: 9, column: 31, endColumn: 33, data: { route: 'GET /a', limit: '29 seconds' } },
      ],
    },
    {
      template: api(http, '', timeout(31)),
      problems: [{ messageId: 'longer', line: 9, column: 31, data: { kind: 'HTTP', route: 'GET /h' } }],
    },
    {
      template: api('E: {Type: Api, Properties: {Path: /a, Method: any, TimeoutInMillis: 5000}}', '', timeout(6)),
      problems: [{ messageId: 'longer', line: 9, column: 31, data: { route: 'ANY /a', limit: '5 seconds' } }],
    },
    {
      template: raw('AWS_PROXY'),
      problems: [
        { messageId: 'longer', line: 2, column: 59, data: { route: 'GET /r', limit: '30 seconds', answer: 'a 504' } },
      ],
    },
    {
      template: raw('AWS_PROXY').replace('ProtocolType: HTTP', 'ProtocolType: WEBSOCKET').replace('GET /r', '$default'),
      problems: [{ messageId: 'longer', line: 2, column: 59, data: { route: '$default', answer: 'an error' } }],
    },
  ],
});
