import { httpapiIntegration } from '../../../src/lint/rules/httpapi-integration.ts';
import { http, httpBody } from '../apis.ts';
import { tester } from '../tester.ts';

const own = (properties: string): string =>
  http(`I: {Type: AWS::ApiGatewayV2::Integration, Properties: {${properties}, ApiId: !Ref Api}}`);
const body = (integration: string): string =>
  httpBody(`paths: {/a: {get: {x-amazon-apigateway-integration: {${integration}}}}}`);

tester.run(httpapiIntegration, {
  valid: [
    own('IntegrationType: AWS_PROXY, PayloadFormatVersion: 2.0'),
    own('IntegrationType: !Ref Kind'),
    own('IntegrationType: MOCK').replace(': HTTP', ': WEBSOCKET'),
    body("type: http_proxy, payloadFormatVersion: '1.0'"),
    body("type: aws_proxy, integrationSubtype: SQS-SendMessage, payloadFormatVersion: '1.0'"),
    body("type: aws_proxy, payloadFormatVersion: '2.0'"),
    body('type: aws_proxy, payloadFormatVersion: 2.0'),
    body('type: aws_proxy, payloadFormatVersion: !Ref Version'),
    body('$ref: "#/components/x-amazon-apigateway-integrations/i"'),
  ],
  invalid: [
    {
      template: own('IntegrationType: MOCK'),
      problems: [{ messageId: 'type', line: 3, column: 75, endColumn: 79, data: { found: "'MOCK'" } }],
    },
    {
      template: own('IntegrationType: AWS_PROXY'),
      problems: [{ messageId: 'missing', line: 3, column: 3, level: 'error' }],
      output: own("PayloadFormatVersion: '2.0', IntegrationType: AWS_PROXY"),
    },
    {
      template: own("IntegrationType: HTTP_PROXY, PayloadFormatVersion: '2.0'"),
      problems: [{ messageId: 'format', line: 3, column: 109, data: { allowed: '1.0' } }],
      output: own("IntegrationType: HTTP_PROXY, PayloadFormatVersion: '1.0'"),
    },
    {
      template: body("type: aws_proxy, payloadFormatVersion: '2'"),
      problems: [{ messageId: 'format', line: 5, column: 106, data: { found: '2', allowed: '1.0 or 2.0' } }],
      output: body("type: aws_proxy, payloadFormatVersion: '2.0'"),
    },
    {
      template: body('type: http_proxy, payloadFormatVersion: 1'),
      problems: [{ messageId: 'format', line: 5, column: 107, data: { found: '1', allowed: '1.0' } }],
      output: body("type: http_proxy, payloadFormatVersion: '1.0'"),
    },
    {
      template: body('type: http'),
      problems: [{ messageId: 'type', line: 5, column: 73 }],
    },
    {
      template: body('type: aws_proxy'),
      problems: [{ messageId: 'missing', line: 5, column: 33, endColumn: 64, level: 'error' }],
      output: body("payloadFormatVersion: '2.0', type: aws_proxy"),
    },
  ],
});
