import { apigwAccessLogs } from '../../../src/lint/rules/apigw-access-logs.ts';
import { api } from '../apis.ts';
import { tester } from '../tester.ts';

const arn = 'arn:aws:logs:eu-west-1:123456789012:log-group:a';
/** The settings begin at line 5, column 25. */
const rest = (settings: string): string => `Resources:
  S:
    Type: AWS::ApiGateway::Stage
    Properties:
      AccessLogSetting: ${settings}
      RestApiId: x
`;
const http = (settings: string): string =>
  `Resources: {S: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: x, AccessLogSettings: ${settings}}}}\n`;
const log = (format: string): string => `{DestinationArn: '${arn}', Format: ${format}}`;

tester.run(apigwAccessLogs, {
  valid: [
    rest(log("'$context.requestId $context.status'")),
    rest(log('\'{"id": "$context.extendedRequestId"}\'')),
    rest(log("!Sub '${Format}'")),
    rest('!Ref Later'),
    rest(`!If [A, ${log("'$context.requestId'")}, !Ref AWS::NoValue]`),
    http(log('$context.status')),
  ],
  invalid: [
    {
      template: api('E: {Type: Api, Properties: {Path: /a, Method: get}}, H: {Type: HttpApi}'),
      problems: [
        { messageId: 'none', line: 8, column: 16, level: 'info', data: { api: 'ServerlessRestApi' } },
        { messageId: 'none', line: 8, column: 69, data: { property: 'AccessLogSettings' } },
      ],
    },
    {
      template: rest("{Format: '$context.requestId'}"),
      problems: [{ messageId: 'none', line: 5, column: 25, data: { property: 'AccessLogSetting' } }],
    },
    {
      template: rest(`{DestinationArn: '${arn}'}`),
      problems: [{ messageId: 'format', line: 5, column: 25, level: 'warning' }],
    },
    {
      template: rest(log('$context.status')),
      problems: [{ messageId: 'requestId', line: 5, column: 101, level: 'warning' }],
    },
    {
      template: http(log('x'.repeat(3073))),
      problems: [{ messageId: 'large', line: 1, column: 167, level: 'error', data: { size: 3073 } }],
    },
  ],
});
