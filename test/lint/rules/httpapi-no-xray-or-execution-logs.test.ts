import { httpapiNoXrayOrExecutionLogs } from '../../../src/lint/rules/httpapi-no-xray-or-execution-logs.ts';
import { api, http } from '../apis.ts';
import { tester } from '../tester.ts';

const stage = (properties: string, ...further: string[]): string =>
  http(`S: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, ${properties}}}`, ...further);
const sam = (settings: string): string =>
  api(
    'H: {Type: HttpApi, Properties: {ApiId: !Ref Api}}',
    `  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      DefaultRouteSettings:
        ThrottlingBurstLimit: 5
${settings}`,
  );

tester.run(httpapiNoXrayOrExecutionLogs, {
  valid: [
    stage('DefaultRouteSettings: {LoggingLevel: OFF, DataTraceEnabled: false}').replace('OFF', "'OFF'"),
    stage('DefaultRouteSettings: {LoggingLevel: INFO}').replace(': HTTP', ': WEBSOCKET'),
    stage('AccessLogSettings: {DestinationArn: !GetAtt L.Arn}', 'L: {Type: AWS::Logs::LogGroup}'),
    stage('AccessLogSettings: {DestinationArn: !Ref Where}'),
  ],
  invalid: [
    {
      template: sam('        DataTraceEnabled: true\n        LoggingLevel: INFO # why\n'),
      problems: [
        { messageId: 'execution', line: 14, column: 9, endColumn: 25 },
        { messageId: 'execution', line: 15, column: 9, endColumn: 21 },
      ],
      output: sam(''),
    },
    {
      template: stage('RouteSettings: {GET /: {LoggingLevel: ERROR}}, TracingEnabled: true'),
      problems: [
        { messageId: 'execution', line: 3, column: 93 },
        { messageId: 'tracing', line: 3, column: 116 },
      ],
      output: stage('RouteSettings: {GET /: {LoggingLevel: ERROR}}'),
    },
    {
      template: stage('AccessLogSettings: {DestinationArn: arn:aws:firehose:eu-west-1:123456789012:deliverystream/d}'),
      problems: [{ messageId: 'destination', line: 3, column: 105, data: { found: 'firehose' } }],
    },
    {
      template: stage('AccessLogSettings: {DestinationArn: !GetAtt B.Arn}', 'B: {Type: AWS::S3::Bucket}'),
      problems: [{ messageId: 'destination', line: 3, column: 105, data: { found: 'B' } }],
    },
    {
      template: 'Resources: {H: {Type: AWS::Serverless::HttpApi, Properties: {TracingEnabled: true}}}\n',
      problems: [{ messageId: 'tracing', line: 1, column: 62, endColumn: 76 }],
    },
  ],
});
