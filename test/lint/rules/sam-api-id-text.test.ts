import { samApiIdText } from '../../../src/lint/rules/sam-api-id-text.ts';
import { marked } from '../marked.ts';
import { samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const template = (type: string, event: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop: {Type: AWS::Serverless::${type}, Properties: {StageName: v1}}
${samFunctionCalled('Fn', `Events: {Get: ${event}}`)}`;
const rest = (id: string) => `{Type: Api, Properties: {Path: /a, Method: get, RestApiId: ${id}}}`;
const http = (id: string) => `{Type: HttpApi, Properties: {Path: /a, Method: get, ApiId: ${id}}}`;

tester.run(samApiIdText, {
  valid: [
    template('Api', rest('!Ref Shop')),
    template('Api', '{Type: Api, Properties: {Path: /a, Method: get}}'),
    template('HttpApi', http('!Ref Shop')),
    // One that is not there is the transform's to refuse.
    template('Api', rest('abc123')),
  ],
  invalid: [
    marked(template('Api', rest('‹Shop›')), 'text', { output: template('Api', rest('!Ref Shop')) }),
    marked(
      template('HttpApi', http('‹Shop›')),
      { messageId: 'text', data: { property: 'ApiId' } },
      { output: template('HttpApi', http('!Ref Shop')) },
    ),
  ],
});
