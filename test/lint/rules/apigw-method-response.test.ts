import { apigwMethodResponse } from '../../../src/lint/rules/apigw-method-response.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const method = (responses: string, codes: string, type = 'MOCK') => `Parameters: {Code: {Type: String}}
Conditions: {Own: !Equals [!Ref Code, '200']}
Resources:
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
${responses}      Integration: {Type: ${type}, IntegrationResponses: [${codes}]}
`;
const own = (list: string) => `      MethodResponses: ${list}\n`;

tester.run(apigwMethodResponse, {
  valid: [
    method(
      own("[{StatusCode: '200', ResponseParameters: !Ref Code}]"),
      "{StatusCode: '200', ResponseParameters: {method.response.header.A: \"'*'\"}}",
    ),
    method(own("[{StatusCode: '200'}]"), "{StatusCode: '200', ResponseParameters: {}}"),
    method(own("[{StatusCode: '200'}, {StatusCode: 404}]"), "{StatusCode: '404'}"),
    method(own("[{StatusCode: '200'}]"), "{StatusCode: '404'}", 'AWS_PROXY'),
    method(own("[{StatusCode: '200'}]"), "{StatusCode: '404'}", '!Ref Code'),
    method(own("[{StatusCode: '200'}]"), '{StatusCode: !Ref Code}'),
    method(own('[{StatusCode: !Ref Code}]'), "{StatusCode: '404'}"),
    method(own('!Ref Code'), "{StatusCode: '404'}"),
    method(own("[!If [Own, {StatusCode: '404'}, {StatusCode: '200'}]]"), "{StatusCode: '404'}"),
  ],
  invalid: [
    marked(
      method(
        own("[{StatusCode: '200', ResponseParameters: {method.response.header.A: true}}]"),
        '{StatusCode: 200, ResponseParameters: {method.response.header.A: "\'*\'", ‹method.response.header.B›: "\'*\'"}}',
      ),
      { messageId: 'header', data: { code: '200', name: 'method.response.header.B' } },
    ),
    marked(
      method(
        own("[{StatusCode: '200'}]"),
        "{StatusCode: '200', ResponseParameters: {‹method.response.header.A›: \"'*'\"}}",
      ),
      'header',
    ),
    marked(method(own("[{StatusCode: '200'}]"), "{StatusCode: ‹'404'›}"), {
      messageId: 'missing',
      data: { code: '404', known: "'200'" },
    }),
    marked(method('', '{StatusCode: ‹200›}', 'AWS'), { messageId: 'missing', data: { known: 'none' } }),
  ],
});
